using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>Runs the cells that clients send, one at a time.</summary>
internal sealed class Execution(Session session, LanguageReplies language, Publisher publisher, Questions questions, History history)
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private int _count;

    /// <summary>A cell could not be stopped: this process can run no further one.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Stops the cell that runs, if one does.</summary>
    public void Interrupt()
    {
        lock (_lock)
            _running?.Cancel();
    }

    /// <summary>Answers an <c>execute_request</c>.</summary>
    public async Task<JsonObject> RunAsync(Message request)
    {
        if (request.Content.Text("code") is not { } code)
            return WithCount(Replies.Error("Malformed request", "An execute_request is expected to have code, a text. Nothing was run."));
        var silent = request.Content.Flag("silent") ?? false;
        var stored = !silent && (request.Content.Flag("store_history") ?? true);
        if (stored)
            _count++;
        if (!silent)
            publisher.ExecuteInput(request, code, _count);

        if (Question.In(code) is { } asked)
            return WithCount(await language.PageAsync(asked).ConfigureAwait(false));

        using var stop = new CancellationTokenSource();
        questions.Asker = request;
        lock (_lock)
            _running = stop;
        try
        {
            var shown = new CellShown(silent ? _ => { } : output => publisher.Output(request, output, _count));
            var result = await RunAsync(code, stored ? $"cell {_count}" : "cell", shown, stop.Token).ConfigureAwait(false);
            if (stored)
                history.Add(_count, code, shown.Value);
            if (result is not CellResult.Value)
                return WithCount(Replies.Error(shown.Error!));
            return WithCount(new()
            {
                ["status"] = "ok",
                ["payload"] = new JsonArray(),
                ["user_expressions"] = await EvaluateAsync(request.Content, stop.Token).ConfigureAwait(false),
            });
        }
        finally
        {
            questions.Asker = null;
            lock (_lock)
                _running = null;
        }
    }

    /// <summary>The reply to a request that waited while an earlier cell failed.</summary>
    public JsonObject Aborted() => WithCount(new() { ["status"] = "aborted" });

    private async Task<CellResult> RunAsync(string code, string name, CellShown shown, CancellationToken stop)
    {
        CellResult result;
        try
        {
            result = await session.RunAsync(code, name, shown.Take, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            result = new CellResult.Cancelled(StillRunning: false);
        }

        if (result is CellResult.Cancelled cancelled)
        {
            IsLost |= cancelled.StillRunning;
            var message = cancelled.StillRunning
                ? "The cell was interrupted, but does not stop: it is in native code, or in a block that .NET cannot leave. The kernel ends now. All names of the session are lost; run the notebook from the top."
                : "The cell was interrupted. The names of earlier cells, and those that this one had reached, keep their values.";
            shown.Take(new CellOutput.Error("Interrupted", message, [message]));
        }

        return result;
    }

    /// <summary>Evaluates the expressions that a client wants to know after a cell.</summary>
    private async Task<JsonObject> EvaluateAsync(JsonElement content, CancellationToken stop)
    {
        var values = new JsonObject();
        if (!content.TryGetProperty("user_expressions", out var expressions) || expressions.ValueKind != JsonValueKind.Object)
            return values;
        foreach (var name in expressions.EnumerateObject().Select(expression => expression.Name).ToImmutableArray())
        {
            var bundle = new JsonObject();
            var shown = new CellShown(output => bundle = output is CellOutput.Result value ? value.Data.ToJson() : bundle);
            var result = await RunAsync(expressions.Text(name) ?? "", $"expression '{name}'", shown, stop).ConfigureAwait(false);
            values[name] = result is CellResult.Value
                ? new JsonObject { ["status"] = "ok", ["data"] = bundle, ["metadata"] = new JsonObject() }
                : Replies.Error(shown.Error!);
        }

        return values;
    }

    private JsonObject WithCount(JsonObject content)
    {
        content["execution_count"] = _count;
        return content;
    }
}
