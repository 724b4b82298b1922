using System.Text.Json.Nodes;
using Notebooks;
using Tutorial.Book;
using Tutorial.Running;

namespace Tutorial.Tests;

/// <summary>Small notebooks, made in the tests that read them.</summary>
static class Samples
{
    /// <summary>A notebook of these cells, as it lies in a file.</summary>
    public static string Notebook(params IEnumerable<JsonObject> cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    public static JsonObject Markdown(string id, string source) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["source"] = source,
    };

    public static JsonObject Code(string id, string source, params IEnumerable<JsonObject> outputs) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray([.. outputs]),
        ["source"] = source,
    };

    public static JsonObject Display(params IEnumerable<(string Mime, JsonNode Content)> data) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject(data.Select(d => KeyValuePair.Create(d.Mime, (JsonNode?)d.Content.DeepClone()))),
        ["metadata"] = new JsonObject(),
    };

    public static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    /// <summary>A notebook as if it had been run, in a file of that name.</summary>
    public static ExecutedNotebook Executed(string path, params IEnumerable<JsonObject> cells) =>
        new(path, new NotebookRun(Notebooks.Notebook.Parse(Notebook(cells), path), null, []), TimeSpan.Zero);

    /// <summary>No npm, no network.</summary>
    public static Katex Linked { get; } = new(null, "linked");
}
