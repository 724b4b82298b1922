using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Notebooks.Jupyter;

/// <summary>
/// Answers requests: those on the shell channel one after the other in the order in which they came, those on the control channel
/// at once, also while a cell runs.
/// </summary>
internal sealed class KernelLoop
{
    /// <summary>How long requests that were sent together with one that fails may take to arrive.</summary>
    private static readonly TimeSpan OnTheirWay = TimeSpan.FromMilliseconds(30);

    private readonly Channel<(Message Request, long Number)> _shell = System.Threading.Channels.Channel.CreateUnbounded<(Message, long)>();
    private readonly Channel<Message> _control = System.Threading.Channels.Channel.CreateUnbounded<Message>();
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<Channel, OutgoingMessage> _send;
    private readonly Action<string> _log;
    private readonly Publisher _publisher;
    private readonly Execution _execution;
    private readonly Questions _questions;
    private readonly Dictionary<string, Func<Message, Task<JsonObject>>> _shellAnswers;
    private readonly Dictionary<string, Func<Message, Task<JsonObject>>> _controlAnswers;
    private long _received;
    private long _abortUpTo;

    /// <summary>Starts to answer.</summary>
    /// <param name="connection">The ports, for clients that ask.</param>
    /// <param name="session">Runs the cells; its input goes to <paramref name="questions"/>.</param>
    /// <param name="questions">Asks the reader.</param>
    /// <param name="send">Sends a message, in order.</param>
    /// <param name="log">Takes what the reader's server should know.</param>
    public KernelLoop(ConnectionFile connection, Session session, Questions questions, Action<Channel, OutgoingMessage> send, Action<string> log)
    {
        (_send, _log, _questions) = (send, log, questions);
        _publisher = new(send);
        var history = new History();
        var language = new LanguageReplies(session.Language);
        _execution = new(session, language, _publisher, questions, history);
        static Func<Message, Task<JsonObject>> Now(Func<Message, JsonObject> answer) => message => Task.FromResult(answer(message));
        _controlAnswers = new()
        {
            ["kernel_info_request"] = Now(_ => KernelInfo.Content()),
            ["connect_request"] = Now(_ => Ports(connection)),
            ["interrupt_request"] = Now(_ => Interrupt()),
            ["shutdown_request"] = Now(Shutdown),
            ["debug_request"] = Now(Replies.NoDebugger),
        };
        _shellAnswers = new(_controlAnswers)
        {
            ["execute_request"] = _execution.RunAsync,
            ["is_complete_request"] = Now(request => LanguageReplies.IsComplete(request.Content)),
            ["complete_request"] = request => language.CompleteAsync(request.Content),
            ["inspect_request"] = request => language.InspectAsync(request.Content),
            ["history_request"] = Now(request => history.Answer(request.Content)),
            ["comm_info_request"] = Now(_ => new() { ["status"] = "ok", ["comms"] = new JsonObject() }),
        };
        _publisher.Starting();
        _ = Task.Run(AnswerShellAsync);
        _ = Task.Run(AnswerControlAsync);
    }

    /// <summary>Ends when a client asks the kernel to go down, with true, or when a cell can't be stopped, with false.</summary>
    public Task<bool> Ended => _ended.Task;

    /// <summary>Takes a message from a socket.</summary>
    public void Receive(Channel channel, Message message)
    {
        if (channel == Channel.Shell)
            _shell.Writer.TryWrite((message, Interlocked.Increment(ref _received)));
        else if (channel == Channel.Control)
            _control.Writer.TryWrite(message);
        else if (message.Type == "input_reply")
            _questions.Answer(message);
    }

    /// <summary>Stops the cell that runs, if one does.</summary>
    public JsonObject Interrupt()
    {
        _execution.Interrupt();
        return Replies.Ok();
    }

    private async Task AnswerShellAsync()
    {
        await foreach (var (request, number) in _shell.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (request.Type == "execute_request" && number <= _abortUpTo)
                Reply(Channel.Shell, request, _execution.Aborted());
            else
                await AnswerAsync(Channel.Shell, request, _shellAnswers).ConfigureAwait(false);
            if (_execution.IsLost)
                _ended.TrySetResult(false);
        }
    }

    private async Task AnswerControlAsync()
    {
        await foreach (var request in _control.Reader.ReadAllAsync().ConfigureAwait(false))
            await AnswerAsync(Channel.Control, request, _controlAnswers).ConfigureAwait(false);
    }

    private async Task AnswerAsync(Channel channel, Message request, Dictionary<string, Func<Message, Task<JsonObject>>> answers)
    {
        if (!answers.TryGetValue(request.Type, out var answer))
        {
            PassOver(channel, request);
            return;
        }

        _publisher.Busy(request);
        JsonObject content;
        try
        {
            content = await answer(request).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _log($"{request.Type} could not be answered: {e}");
            content = Replies.Error(e.GetType().FullName!, e.Message);
        }

        if (request.Type == "execute_request" && (string?)content["status"] == "error" && (request.Content.Flag("stop_on_error") ?? true))
        {
            await Task.Delay(OnTheirWay).ConfigureAwait(false);
            _abortUpTo = Interlocked.Read(ref _received);
        }

        _send(channel, new(request.Route, ReplyType(request), request.Header, content));
        _publisher.Idle(request);
    }

    private void Reply(Channel channel, Message request, JsonObject content)
    {
        _publisher.Busy(request);
        _send(channel, new(request.Route, ReplyType(request), request.Header, content));
        _publisher.Idle(request);
    }

    /// <summary>A message that this kernel does not know, or that asks for widgets, which it does not have.</summary>
    private void PassOver(Channel channel, Message message)
    {
        if (message.Type == "comm_open")
            _publisher.CommClose(message);
        else if (message.Type is not ("comm_msg" or "comm_close"))
            _log($"Passed over a message of a type that this kernel does not know: {message.Type} on {channel}.");
    }

    private JsonObject Shutdown(Message request)
    {
        var restart = request.Content.Flag("restart") ?? false;
        _publisher.Shutdown(request, restart);
        _execution.Interrupt();
        _ = Task.Delay(50).ContinueWith(_ => _ended.TrySetResult(true), TaskScheduler.Default); // after the reply
        return Replies.Shutdown(restart);
    }

    private static string ReplyType(Message request) => request.Type.Replace("_request", "_reply", StringComparison.Ordinal);

    private static JsonObject Ports(ConnectionFile connection) => new()
    {
        ["status"] = "ok",
        ["shell_port"] = connection.Shell,
        ["iopub_port"] = connection.IOPub,
        ["stdin_port"] = connection.Stdin,
        ["hb_port"] = connection.Heartbeat,
        ["control_port"] = connection.Control,
    };
}
