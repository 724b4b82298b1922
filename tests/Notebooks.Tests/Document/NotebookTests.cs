using System.Text.Json.Nodes;
using CsCheck;

namespace Notebooks.Tests;

public class NotebookTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab \n\"\\/\t\bé∂ŷ\u2028\u007f"], 0, 20],
        Gen.OneOf("", "\n", "x = 1\ny\n", "🙂 σ(Wx + b)\n\nend"));

    /// <summary>Any JSON: what a notebook may hold beside what we know.</summary>
    private static readonly Gen<JsonNode?> Json = Gen.Recursive<JsonNode?>((depth, json) => depth > 2
        ? Text.Select(t => (JsonNode?)JsonValue.Create(t))
        : Gen.OneOf(
            Gen.Const((JsonNode?)null),
            Gen.OneOf("1", "1.0", "1e5", "-0.25", "true", "12345678901234567890").Select(number => JsonNode.Parse(number)),
            Text.Select(t => (JsonNode?)JsonValue.Create(t)),
            json.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
            Gen.Select(Text, json).Array[0, 3].Select(members => (JsonNode?)new JsonObject(
                members.DistinctBy(m => m.Item1).Select(m => KeyValuePair.Create(m.Item1, m.Item2?.DeepClone()))))));

    private static readonly Gen<JsonObject> Cell = Gen.Select(Gen.OneOf("markdown", "code", "raw"), Text, Json, Json, Gen.Bool, (kind, source, metadata, extra, asLines) =>
    {
        var cell = new JsonObject
        {
            ["cell_type"] = kind,
            ["id"] = "an-id",
            ["metadata"] = new JsonObject { ["unknown"] = metadata?.DeepClone() },
            ["attachments"] = extra?.DeepClone(),
            ["source"] = asLines ? JsonText.Lines(source) : source,
            ["later"] = extra?.DeepClone(),
        };
        if (kind == "code")
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray();
        }

        return cell;
    });

    private static readonly Gen<JsonObject> Document = Gen.Select(Cell.Array[0, 4], Json, (cells, extra) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select(c => c.DeepClone())]),
        ["metadata"] = new JsonObject { ["later"] = extra?.DeepClone() },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["later"] = extra?.DeepClone(),
    });

    [Fact]
    public void Reading_and_writing_loses_nothing() => Document.Sample(document =>
    {
        var written = JsonNode.Parse(Notebook.Parse(document.ToJsonString(), "x").ToJson())!.AsObject();
        foreach (var cell in document["cells"]!.AsArray())
            cell!["source"] = JsonText.Lines(JsonText.Joined(cell["source"])); // the one thing that writing changes
        return JsonText.Compact(document) == JsonText.Compact(written);
    });

    [Fact]
    public void What_was_written_is_written_the_same_again() => Document.Sample(document =>
    {
        var once = Notebook.Parse(document.ToJsonString(), "x").ToJson();
        return Notebook.Parse(once, "x").ToJson() == once;
    });

    [Fact]
    public void Stripping_outputs_twice_is_stripping_them_once() => Document.Sample(document =>
    {
        var notebook = Notebook.Parse(document.ToJsonString(), "x");
        foreach (var place in Enumerable.Range(0, notebook.Cells.Length).Where(i => notebook.Cells[i].Kind == CellKind.Code))
            notebook = notebook.WithOutputs(place, [new CellOutput.Stream("stdout", "x")], 1);
        var once = notebook.WithoutOutputs();
        return once.WithoutOutputs().ToJson() == once.ToJson()
            && once.Cells.All(c => c.Outputs.IsEmpty && c.ExecutionCount is null)
            && Notebook.Parse(document.ToJsonString(), "x").ToJson() == once.ToJson();
    });

    [Fact]
    public void It_is_written_as_Jupyter_writes_it()
    {
        var notebook = Notebook.Parse("""{"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":"é 🙂\nb"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""", "x");
        Assert.Equal(
            "{\n \"cells\": [\n  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"a\",\n   \"metadata\": {},\n   \"source\": [\n    \"é 🙂\\n\",\n    \"b\"\n   ]\n  }\n ],\n"
            + " \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n",
            notebook.ToJson());
    }

    [Fact] // Jupyter gives each number a line of its own, which makes a chart of many points twice as large.
    public void Numbers_in_a_row_stay_in_a_row()
    {
        var text = Notebook.Parse("""{"cells":[],"metadata":{"a":[1,2.50,null,[3]],"b":[]},"nbformat":4,"nbformat_minor":5}""", "a.ipynb").ToJson();
        Assert.Contains("\"a\": [\n   1,\n   2.50,\n   null,\n   [3]\n  ],\n  \"b\": []", text, StringComparison.Ordinal);
        Assert.Contains("[1,2.50,null]", Notebook.Parse("""{"cells":[],"metadata":{"a":[1,2.50,null]},"nbformat":4,"nbformat_minor":5}""", "a.ipynb").ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_come_back_as_they_were_put()
    {
        CellOutput[] outputs =
        [
            new CellOutput.Stream("stdout", "a\nb"),
            new CellOutput.Display(new MimeBundle([new("application/vnd.plotly.v1+json", """{"data":[1,2.50]}"""), new("text/plain", "a\nfigure")])),
            new CellOutput.Result(MimeBundle.Plain("3")),
            new CellOutput.Error("E", "m", ["E: m", "  at x"]),
        ];
        var notebook = Samples.Notebook("1").WithOutputs(0, outputs, 7);
        var cell = Notebook.Parse(notebook.ToJson(), "x").Cells[0];
        Assert.Equal(outputs, cell.Outputs);
        Assert.Equal(7, cell.ExecutionCount);
        var json = JsonNode.Parse(notebook.ToJson())!["cells"]![0]!["outputs"]!;
        Assert.Equal("""{"data":[1,2.50]}""", json[1]!["data"]!["application/vnd.plotly.v1+json"]!.ToJsonString());
        Assert.Equal(7, json[2]!["execution_count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("", "damaged")]
    [InlineData("[1]", "JSON object")]
    [InlineData("{\"nbformat\":4,", "damaged")]
    [InlineData("{\"cells\":[]}", "no 'nbformat'")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3")]
    [InlineData("{\"nbformat\":4}", "no 'cells'")]
    [InlineData("{\"nbformat\":4,\"cells\":[3]}", "damaged")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"sql\"}]}", "cell_type 'sql'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[3]}]}", "damaged")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"a\":\"\\ud800\"}", "damaged")]
    public void A_damaged_file_is_named_with_what_is_wrong(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("broken.ipynb", text);
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Read(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_code_cells_take_outputs()
    {
        var notebook = Notebook.Parse("""{"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":""}],"metadata":{},"nbformat":4}""", "x");
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => notebook.WithOutputs(0, [], 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_an_old_notebook_is_named_by_its_place()
    {
        var notebook = Notebook.Parse("""{"cells":[{"cell_type":"code","source":["a\r\n","b"]}],"nbformat":4}""", "x");
        Assert.Equal("cell-1", notebook.Cells[0].Id);
        Assert.Equal("a\nb", notebook.Cells[0].Source);
        Assert.DoesNotContain("\"id\"", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Fact] // A chart of the lesson has tens of thousands of them.
    public void Numbers_of_an_output_stand_side_by_side() => Assert.Contains(
        """
             "x": [0.5,1,-2],
             "z": [
              [1,0],
              [0,1]
             ],
             "names": [
              "a"
             ],
             "none": []
        """.ReplaceLineEndings("\n").TrimEnd(),
        JsonText.Indented(JsonNode.Parse("""{"a":{"b":{"c":{"d":{"x":[0.5,1,-2],"z":[[1,0],[0,1]],"names":["a"],"none":[]}}}}}""")!), StringComparison.Ordinal);
}
