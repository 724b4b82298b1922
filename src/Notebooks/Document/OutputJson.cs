using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>Cell outputs in the shape that nbformat gives them.</summary>
internal static class OutputJson
{
    public static JsonObject Write(CellOutput output, int? executionCount) => output switch
    {
        CellOutput.Stream stream => new()
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = JsonText.Lines(stream.Text),
        },
        CellOutput.Display display => new()
        {
            ["data"] = Write(display.Data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        CellOutput.Result result => new()
        {
            ["data"] = Write(result.Data),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        CellOutput.Error error => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentException($"A notebook stores streams, displays, results and errors, but got {output.GetType().Name}; apply it to its display first.", nameof(output)),
    };

    /// <summary>Reads an output, or null for a type that nbformat 4 does not know.</summary>
    public static CellOutput? Read(JsonObject json) => json["output_type"]?.GetValue<string>() switch
    {
        "stream" => new CellOutput.Stream(Text(json, "name"), Text(json, "text")),
        "display_data" => new CellOutput.Display(Data(json)),
        "execute_result" => new CellOutput.Result(Data(json)),
        "error" => new CellOutput.Error(Text(json, "ename"), Text(json, "evalue"), Traceback(json)),
        _ => null,
    };

    private static JsonObject Write(MimeBundle bundle)
    {
        var data = bundle.ToJson();
        foreach (var (mime, content) in bundle)
        {
            if (!MimeBundle.IsJson(mime))
                data[mime] = JsonText.Lines(content);
        }

        return data;
    }

    private static string Text(JsonObject json, string member) => JsonText.Joined(json[member]);

    private static MimeBundle Data(JsonObject json) => MimeBundle.FromJson(json["data"] as JsonObject ?? []);

    private static ImmutableArray<string> Traceback(JsonObject json) =>
        json["traceback"] is JsonArray lines ? [.. lines.Select(line => JsonText.Joined(line))] : [];
}
