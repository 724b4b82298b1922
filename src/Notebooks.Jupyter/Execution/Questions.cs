using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>Asks the reader whose cell runs, and hands the answer over.</summary>
internal sealed class Questions(Action<Channel, OutgoingMessage> send) : IDisposable
{
    /// <summary>What clients send when the reader ends the input instead of answering (Ctrl+D).</summary>
    private const string EndOfInput = "\u0004";

    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _lock = new();
    private Message? _asker;
    private TaskCompletionSource<string>? _pending;

    /// <summary>The request whose cell runs from now on, or null.</summary>
    public Message? Asker
    {
        get => Volatile.Read(ref _asker);
        set => Volatile.Write(ref _asker, value);
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <returns>The answer, or null when the reader ended the input.</returns>
    /// <exception cref="InvalidOperationException">The client takes no questions.</exception>
    public async Task<string?> AskAsync(InputRequest question, CancellationToken stop)
    {
        await _one.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (Asker is not { } asker)
                throw new InvalidOperationException("Input was asked for after the cell had ended; nobody answers then.");
            if (asker.Content.Flag("allow_stdin") != true)
                throw new InvalidOperationException("The cell asks for input, but this client cannot answer: it runs notebooks without a reader. Write the value in the code instead.");
            return await AskAsync(asker, question).WaitAsync(stop).ConfigureAwait(false) is var answer && answer == EndOfInput ? null : answer;
        }
        finally
        {
            lock (_lock)
                _pending = null;
            _one.Release();
        }
    }

    /// <summary>Takes an <c>input_reply</c>. One that answers nothing, or comes from another client than was asked, is passed over.</summary>
    public void Answer(Message reply)
    {
        lock (_lock)
        {
            if (_pending is not null && Asker is { } asker && asker.Route.Zip(reply.Route).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
                _pending.TrySetResult(reply.Content.Text("value") ?? "");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private Task<string> AskAsync(Message asker, InputRequest question)
    {
        TaskCompletionSource<string> pending;
        lock (_lock)
            _pending = pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        send(Channel.Stdin, new(asker.Route, "input_request", asker.Header, new JsonObject
        {
            ["prompt"] = question.Prompt,
            ["password"] = question.IsPassword,
        }));
        return pending.Task;
    }
}
