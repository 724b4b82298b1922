using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>
/// A Jupyter notebook, nbformat 4. A value: nothing changes it, and the <c>With…</c> members give new ones. What it does not know
/// (metadata, attachments, members of later formats) is kept as it was read.
/// </summary>
public sealed class Notebook
{
    private readonly JsonObject _json;
    private readonly string _file;

    private Notebook(JsonObject json, string file)
    {
        _json = json;
        _file = file;
        Cells = [.. CellsOf(json).Select(ReadCell)];
    }

    /// <summary>The cells, in order.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>The notebook's metadata; a copy.</summary>
    public JsonObject Metadata => (JsonObject)((_json["metadata"] as JsonObject)?.DeepClone() ?? new JsonObject());

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is no notebook of nbformat 4.</exception>
    public static Notebook Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="file">The name to use in errors.</param>
    /// <exception cref="NotebookFormatException">The text is no notebook of nbformat 4.</exception>
    public static Notebook Parse(string text, string file)
    {
        try
        {
            var json = JsonNode.Parse(text) as JsonObject
                ?? throw new NotebookFormatException(file, "a notebook is a JSON object, but this is none. Was another file given the ending .ipynb?");
            CheckVersion(json, file);
            _ = JsonText.Compact(json); // a duplicate member or half a character shows itself only when it is visited
            return new Notebook(json, file);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new NotebookFormatException(file, $"the file is damaged and cannot be read as a notebook: {e.Message} Restore it, for instance from version control.", e);
        }
    }

    /// <summary>Writes the notebook whole or not at all, as Jupyter does: UTF-8, LF, one space of indentation, a final newline.</summary>
    public void Write(string path) => AtomicFile.Write(path, ToJson());

    /// <summary>The text that <see cref="Write"/> writes.</summary>
    public string ToJson()
    {
        var json = (JsonObject)_json.DeepClone();
        foreach (var cell in CellsOf(json))
            cell["source"] = JsonText.Lines(JsonText.Joined(cell["source"]));
        return JsonText.Indented(json);
    }

    /// <summary>The notebook with one cell's outputs and execution count replaced.</summary>
    /// <param name="cell">The place of a code cell in <see cref="Cells"/>.</param>
    /// <param name="outputs">What the cell shows; an <see cref="CellOutput.Update"/> is no output of its own.</param>
    /// <param name="executionCount">The number beside the cell, or null.</param>
    /// <exception cref="ArgumentException">The cell is not a code cell.</exception>
    public Notebook WithOutputs(int cell, IEnumerable<CellOutput> outputs, int? executionCount) =>
        With(new Dictionary<int, (IEnumerable<CellOutput>, int?)> { [cell] = (outputs, executionCount) });

    /// <summary>The notebook with several cells' outputs and execution counts replaced.</summary>
    /// <param name="cells">By place in <see cref="Cells"/>.</param>
    /// <exception cref="ArgumentException">One of the cells is not a code cell.</exception>
    public Notebook With(IReadOnlyDictionary<int, (IEnumerable<CellOutput> Outputs, int? ExecutionCount)> cells)
    {
        var json = (JsonObject)_json.DeepClone();
        var all = CellsOf(json).ToList();
        foreach (var (index, (outputs, count)) in cells)
        {
            if (Cells[index].Kind != CellKind.Code)
                throw new ArgumentException($"Only a code cell has outputs, but cell '{Cells[index].Id}' of {_file} is {Cells[index].Kind}.", nameof(cells));
            all[index]["execution_count"] = count;
            all[index]["outputs"] = new JsonArray([.. outputs.Select(o => OutputJson.Write(o, count))]);
        }

        return new Notebook(json, _file);
    }

    /// <summary>The notebook without outputs and execution counts, as it belongs in version control. Doing it twice changes nothing.</summary>
    public Notebook WithoutOutputs() => With(
        Enumerable.Range(0, Cells.Length)
            .Where(i => Cells[i].Kind == CellKind.Code)
            .ToDictionary(i => i, _ => (Enumerable.Empty<CellOutput>(), (int?)null)));

    private static void CheckVersion(JsonObject json, string file)
    {
        if (json["nbformat"] is not JsonValue version || !version.TryGetValue(out int major))
            throw new NotebookFormatException(file, "the file is JSON, but has no 'nbformat' number, so it is no notebook.");
        if (major != 4)
            throw new NotebookFormatException(file, $"the notebook is in nbformat {major}, but only nbformat 4 is read. Open it in Jupyter and save it again to convert it.");
        if (json["cells"] is not JsonArray)
            throw new NotebookFormatException(file, "the notebook has no 'cells' array. Restore it, for instance from version control.");
    }

    private static IEnumerable<JsonObject> CellsOf(JsonObject json) => json["cells"]!.AsArray().Select(cell => cell!.AsObject());

    private static Cell ReadCell(JsonObject json, int index)
    {
        var kind = json["cell_type"]?.GetValue<string>() switch
        {
            "markdown" => CellKind.Markdown,
            "code" => CellKind.Code,
            "raw" => CellKind.Raw,
            var other => throw new FormatException($"Cell {index + 1} has cell_type '{other}'; markdown, code or raw is expected."),
        };
        return new Cell(
            json["id"]?.GetValue<string>() ?? $"cell-{index + 1}",
            kind,
            JsonText.Joined(json["source"]).ReplaceLineEndings("\n"),
            json["outputs"] is JsonArray outputs ? [.. outputs.Select(o => OutputJson.Read(o!.AsObject())).OfType<CellOutput>()] : [],
            json["execution_count"]?.GetValue<int>(),
            json["metadata"]?["tags"] is JsonArray tags ? [.. tags.Select(t => t!.GetValue<string>())] : []);
    }
}
