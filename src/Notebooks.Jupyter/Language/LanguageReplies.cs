using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>Roslyn's help in the shape of Jupyter's replies.</summary>
internal sealed class LanguageReplies(LanguageHelp help)
{
    /// <summary>The content of <c>is_complete_reply</c>.</summary>
    public static JsonObject IsComplete(JsonElement request)
    {
        var code = request.Text("code") ?? "";
        return CodeText.Judge(code) switch
        {
            Completeness.Complete => new() { ["status"] = "complete" },
            Completeness.Incomplete => new() { ["status"] = "incomplete", ["indent"] = new string(' ', CodeText.IndentAfter(code)) },
            _ => new() { ["status"] = "invalid" },
        };
    }

    /// <summary>The content of <c>complete_reply</c>.</summary>
    public async Task<JsonObject> CompleteAsync(JsonElement request)
    {
        var (code, cursor) = Cursor(request);
        var completions = await help.CompleteAsync(code, cursor).ConfigureAwait(false);
        var (start, end) = (CodePoints.FromUtf16(code, completions.Start), CodePoints.FromUtf16(code, completions.End));
        return new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completions.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the protocol, but what JupyterLab and VS Code take their icons from.
                ["_jupyter_types_experimental"] = new JsonArray([.. completions.Items.Select(item => (JsonNode)new JsonObject
                {
                    ["text"] = item.Text,
                    ["type"] = Kind(item.Kind),
                    ["start"] = start,
                    ["end"] = end,
                })]),
            },
        };
    }

    /// <summary>The content of <c>inspect_reply</c>.</summary>
    public async Task<JsonObject> InspectAsync(JsonElement request)
    {
        var (code, cursor) = Cursor(request);
        var description = await help.InspectAsync(code, cursor).ConfigureAwait(false);
        return new()
        {
            ["status"] = "ok",
            ["found"] = description is not null,
            ["data"] = description is null ? [] : Bundle(description),
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>The content of an <c>execute_reply</c> to a question: the answer is shown beside the notebook, not in it.</summary>
    public async Task<JsonObject> PageAsync(string name)
    {
        var description = await help.InspectAsync(name, name.Length).ConfigureAwait(false);
        var data = description is null
            ? new JsonObject { ["text/plain"] = $"Nothing is known of '{name}' here." }
            : Bundle(description);
        return new()
        {
            ["status"] = "ok",
            ["payload"] = new JsonArray(new JsonObject { ["source"] = "page", ["data"] = data, ["start"] = 0 }),
            ["user_expressions"] = new JsonObject(),
        };
    }

    /// <summary>A description as plain text and as Markdown.</summary>
    private static JsonObject Bundle(Description description) => new()
    {
        ["text/plain"] = $"{description.Signature}\n\n{description.Documentation}".TrimEnd(),
        ["text/markdown"] = $"```csharp\n{description.Signature}\n```\n\n{description.Documentation}".TrimEnd(),
    };

    private static (string Code, int Cursor) Cursor(JsonElement request)
    {
        var code = request.Text("code") ?? "";
        return (code, request.Number("cursor_pos") is { } cursor ? CodePoints.ToUtf16(code, cursor) : code.Length);
    }

    private static string Kind(string roslyn) => roslyn switch
    {
        "Method" or "ExtensionMethod" => "function",
        "Namespace" => "module",
        "Local" or "Field" or "Parameter" or "RangeVariable" => "instance",
        "Property" or "Event" => "property",
        "Class" or "Structure" or "Interface" or "Enum" or "Delegate" or "TypeParameter" or "Record" or "RecordStruct" => "class",
        "Keyword" => "keyword",
        _ => "statement",
    };
}
