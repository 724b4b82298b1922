using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>Contents of replies that more than one place gives.</summary>
internal static class Replies
{
    /// <summary>It went well, and there is nothing to say.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>What went wrong in a cell, as it is published.</summary>
    public static JsonObject Trace(CellOutput.Error error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    /// <summary>What went wrong in a cell, as the reply to it.</summary>
    public static JsonObject Error(CellOutput.Error error)
    {
        var content = Trace(error);
        content["status"] = "error";
        return content;
    }

    /// <summary>A request that cannot be followed.</summary>
    public static JsonObject Error(string name, string message) => Error(new CellOutput.Error(name, message, [message]));

    /// <summary>The kernel goes down.</summary>
    public static JsonObject Shutdown(bool restart) => new() { ["status"] = "ok", ["restart"] = restart };

    /// <summary>A <c>debug_request</c> wraps a request of the Debug Adapter Protocol; the reply wraps its response.</summary>
    public static JsonObject NoDebugger(Message request) => new()
    {
        ["type"] = "response",
        ["seq"] = 0,
        ["request_seq"] = request.Content.Number("seq") ?? 0,
        ["command"] = request.Content.Text("command") ?? "",
        ["success"] = false,
        ["message"] = "This kernel has no debugger. Print or display values instead, or debug the same code as a program.",
    };
}
