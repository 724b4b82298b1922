using System.Text.Json;
using System.Text.Json.Nodes;
using Notebooks;

namespace Tutorial.Serving;

/// <summary>Answers the requests of one notebook, as protocol.md says. What runs is a <see cref="Session"/> like any other's.</summary>
sealed class Host : IDisposable
{
    readonly Action<JsonObject> _say;
    readonly Session _session;
    readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock _lock = new();
    Task _lastRun = Task.CompletedTask;
    CancellationTokenSource _stop = new();
    string _running = "";
    TaskCompletionSource<string?>? _asked;

    public Host(SessionOptions options, Action<JsonObject> say)
    {
        _say = say;
        _session = Session.Create(options with { Input = AskAsync });
        _say(HostMessages.Ready());
    }

    /// <summary>Ends when a cell could not be stopped, so that the process has to go.</summary>
    public Task Lost => _lost.Task;

    /// <summary>Takes a request. Returns at once; answers come when they are ready.</summary>
    public void Receive(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            Receive(new Request(json.RootElement.Clone()));
        }
        catch (Exception e) when (e is JsonException or RequestException)
        {
            _say(HostMessages.Problem($"The host does not understand the request {line[..Math.Min(line.Length, 200)]}: {e.Message}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _stop.Dispose();
    }

    void Receive(Request request)
    {
        switch (request.Type)
        {
            case "run":
                Run(request.Id, request.Text("code"), request.Text("name"));
                break;
            case "interrupt":
                Interrupt();
                break;
            case "input":
                Interlocked.Exchange(ref _asked, null)?.TrySetResult(request.TextOrNull("text"));
                break;
            case "complete":
                Answer(request, async (id, code, position) => HostMessages.Completions(id, await _session.Language.CompleteAsync(code, position)));
                break;
            case "hover":
                Answer(request, async (id, code, position) => HostMessages.Description(id, await _session.Language.InspectAsync(code, position)));
                break;
            case "signatures":
                Answer(request, async (id, code, position) => HostMessages.Overloads(id, await _session.Language.SignaturesAsync(code, position)));
                break;
            case "diagnose":
                var (name, syntaxOnly) = (request.Text("name"), request.Flag("syntaxOnly"));
                Answer(request, async (id, code, _) => HostMessages.Diagnosis(id, await _session.Language.DiagnoseAsync(code, name, syntaxOnly)));
                break;
            default:
                throw new RequestException($"there is no request of the type '{request.Type}'.");
        }
    }

    void Run(string id, string code, string name)
    {
        lock (_lock)
        {
            var stop = _stop.Token;
            _lastRun = _lastRun.ContinueWith(_ => RunAsync(id, code, name, stop), TaskScheduler.Default).Unwrap();
        }
    }

    async Task RunAsync(string id, string code, string name, CancellationToken stop)
    {
        CellResult result;
        try
        {
            Volatile.Write(ref _running, id);
            result = await _session.RunAsync(code, name, output => _say(HostMessages.Output(id, output)), stop);
        }
        catch (OperationCanceledException)
        {
            result = new CellResult.Cancelled(StillRunning: false);
        }
        catch (Exception e) // a fault of the host's own: the reader must see it, and the next cell may run all the same
        {
            _say(HostMessages.Output(id, new CellOutput.Error(e.GetType().FullName!, e.Message, [e.ToString()])));
            result = new CellResult.Threw(e, null);
        }

        _say(HostMessages.Done(id, result));
        if (result is CellResult.Cancelled { StillRunning: true })
            _lost.TrySetResult();
    }

    void Interrupt()
    {
        lock (_lock)
        {
            _stop.Cancel();
            _stop = new();
        }
    }

    async Task<string?> AskAsync(InputRequest question, CancellationToken stop)
    {
        var asked = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _asked, asked);
        _say(HostMessages.Ask(Volatile.Read(ref _running), question));
        return await asked.Task.WaitAsync(stop);
    }

    /// <summary>Looks something up, beside a cell that runs. A question that cannot be answered is answered with nothing, and its reason told.</summary>
    void Answer(Request request, Func<string, string, int, Task<JsonObject>> look)
    {
        var (id, code, position) = (request.Id, request.Text("code"), request.NumberOr0("position"));
        _ = Task.Run(async () =>
        {
            try
            {
                _say(await look(id, code, position));
            }
            catch (Exception e)
            {
                _say(HostMessages.Problem($"The request '{request.Type}' failed: {e}"));
                _say(request.Type switch
                {
                    "complete" => HostMessages.Completions(id, new(position, position, [])),
                    "hover" => HostMessages.Description(id, null),
                    "signatures" => HostMessages.Overloads(id, null),
                    _ => HostMessages.Diagnosis(id, []),
                });
            }
        });
    }
}
