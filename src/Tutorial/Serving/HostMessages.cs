using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Notebooks;

namespace Tutorial.Serving;

/// <summary>What the host says, as protocol.md lists it.</summary>
static class HostMessages
{
    /// <summary>The version of the protocol. An extension of another version is an old one, and says so to its reader.</summary>
    public const int Protocol = 1;

    public static JsonObject Ready() => new()
    {
        ["type"] = "ready",
        ["protocol"] = Protocol,
        ["version"] = typeof(HostMessages).Assembly.GetName().Version!.ToString(3),
    };

    public static JsonObject Output(string id, CellOutput output) => output switch
    {
        CellOutput.Stream stream => new() { ["type"] = "stream", ["id"] = id, ["name"] = stream.Name, ["text"] = stream.Text },
        CellOutput.Display display => new() { ["type"] = "display", ["id"] = id, ["data"] = display.Data.ToJson(), ["display"] = display.DisplayId },
        CellOutput.Result result => new() { ["type"] = "result", ["id"] = id, ["data"] = result.Data.ToJson() },
        CellOutput.Update update => new() { ["type"] = "update", ["id"] = id, ["data"] = update.Data.ToJson(), ["display"] = update.DisplayId },
        CellOutput.Clear clear => new() { ["type"] = "clear", ["id"] = id, ["wait"] = clear.Wait },
        CellOutput.Error error => new()
        {
            ["type"] = "error",
            ["id"] = id,
            ["name"] = error.Name,
            ["message"] = error.Message,
            ["trace"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static JsonObject Ask(string id, InputRequest question) =>
        new() { ["type"] = "ask", ["id"] = id, ["prompt"] = question.Prompt, ["password"] = question.IsPassword };

    public static JsonObject Done(string id, CellResult result)
    {
        var (status, diagnostics, line) = result switch
        {
            CellResult.Value => ("ok", [], null),
            CellResult.CompileErrors errors => ("compile", errors.Diagnostics, null),
            CellResult.Threw threw => ("threw", [], threw.Position?.Line),
            CellResult.Cancelled { StillRunning: true } => ("lost", [], null),
            _ => ("stopped", ImmutableArray<CellDiagnostic>.Empty, (int?)null),
        };
        return new() { ["type"] = "done", ["id"] = id, ["status"] = status, ["diagnostics"] = Diagnostics(diagnostics), ["line"] = line };
    }

    public static JsonObject Completions(string id, Completions found) => new()
    {
        ["type"] = "completions",
        ["id"] = id,
        ["start"] = found.Start,
        ["end"] = found.End,
        ["items"] = new JsonArray([.. found.Items.Select(item => (JsonNode)new JsonObject { ["text"] = item.Text, ["kind"] = item.Kind })]),
    };

    public static JsonObject Description(string id, Description? found) =>
        new() { ["type"] = "description", ["id"] = id, ["signature"] = found?.Signature, ["documentation"] = found?.Documentation };

    public static JsonObject Overloads(string id, Signatures? found) => new()
    {
        ["type"] = "overloads",
        ["id"] = id,
        ["items"] = new JsonArray([.. (found?.Overloads ?? []).Select(Overload)]),
        ["active"] = found?.Active ?? 0,
        ["argument"] = found?.Argument ?? 0,
    };

    public static JsonObject Diagnosis(string id, ImmutableArray<CellDiagnostic> found) =>
        new() { ["type"] = "diagnosis", ["id"] = id, ["diagnostics"] = Diagnostics(found) };

    public static JsonObject Problem(string message) => new() { ["type"] = "problem", ["message"] = message };

    static JsonNode Overload(Signature signature) => new JsonObject
    {
        ["text"] = signature.Text,
        ["documentation"] = signature.Documentation,
        ["parameters"] = new JsonArray([.. signature.Parameters.Select(parameter => (JsonNode)new JsonObject
        {
            ["text"] = parameter.Text,
            ["documentation"] = parameter.Documentation,
        })]),
    };

    static JsonArray Diagnostics(ImmutableArray<CellDiagnostic> diagnostics) => new([.. diagnostics.Select(diagnostic => (JsonNode)new JsonObject
    {
        ["isError"] = diagnostic.IsError,
        ["code"] = diagnostic.Id,
        ["message"] = diagnostic.Message,
        ["line"] = diagnostic.Start.Line,
        ["column"] = diagnostic.Start.Column,
        ["endLine"] = diagnostic.End.Line,
        ["endColumn"] = diagnostic.End.Column,
    })]);
}
