using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Notebooks;
using Perceptron.Figures;
using Tutorial.Book;

namespace Tutorial.Tests;

public class CodeCellTests
{
    static IElement Render(string source, params IEnumerable<JsonObject> outputs)
    {
        var cell = Notebook.Parse(Samples.Notebook(Samples.Code("it", source, outputs)), "test").Cells[0];
        return new HtmlParser().ParseDocument(CodeCell.Render(cell, "it")).QuerySelector("section#it")!;
    }

    [Fact]
    public void Code_and_text_are_escaped()
    {
        var cell = Render("var s = \"<script>alert(1)</script>\";", Samples.Stream("stdout", "<b>&amp;</b>"), Samples.Display(("text/plain", "a < b")));
        Assert.Empty(cell.QuerySelectorAll("script, b"));
        Assert.Equal(["<b>&amp;</b>", "a < b"], cell.QuerySelectorAll(".output").Select(o => o.TextContent));
    }

    [Fact]
    public void Pieces_of_one_stream_are_one_output_and_two_streams_are_two() =>
        Assert.Equal(["ab", "e", "c"], Render("", Samples.Stream("stdout", "a"), Samples.Stream("stdout", "b"), Samples.Stream("stderr", "e"), Samples.Stream("stdout", "c"))
            .QuerySelectorAll(".output").Select(o => o.TextContent));

    [Fact]
    public void The_richest_form_is_shown()
    {
        Assert.NotNull(Render("", Samples.Display(("text/plain", "p"), ("image/png", "AAAA"), ("text/html", "<i>h</i>"))).QuerySelector(".output i"));
        var image = Render("", Samples.Display(("image/png", "AA\nAA"), ("text/plain", "two rings"))).QuerySelector("img")!;
        Assert.Equal(("data:image/png;base64,AAAA", "two rings"), (image.GetAttribute("src"), image.GetAttribute("alt")));
    }

    [Fact]
    public void A_chart_is_data_with_its_description_and_no_text_of_it_ends_the_script()
    {
        var chart = JsonNode.Parse("""{"data":[{"type":"scatter","name":"</script><b>"}],"layout":{}}""")!;
        var cell = Render("", Samples.Display(("application/vnd.plotly.v1+json", chart), ("text/html", "<div>no</div>"), ("text/plain", "Two rings.")));
        Assert.Equal("Two rings.", cell.QuerySelector(".drawing p")?.TextContent);
        Assert.Empty(cell.QuerySelectorAll("b"));
        Assert.Equal("</script><b>", (string?)JsonNode.Parse(cell.QuerySelector("script[type='application/json']")!.TextContent)?["data"]?[0]?["name"]);
    }

    [Fact]
    public void The_output_that_carries_plotly_js_is_dropped_and_its_script_found()
    {
        const string script = "var σ = 1 < 2; /* </script> */";
        var carrier = Samples.Display(("text/html", PlotlyHtml.Embed(script)), ("text/plain", "plotly.js"));
        var cell = Notebook.Parse(Samples.Notebook(Samples.Code("it", "", carrier)), "test").Cells[0];
        Assert.DoesNotContain("class=\"output", CodeCell.Render(cell, "it"), StringComparison.Ordinal);
        Assert.Equal(script, CodeCell.PlotlyJs(cell));
    }

    [Fact]
    public void The_style_that_the_host_sends_with_each_table_is_left_out() =>
        Assert.Empty(Render("", Samples.Display(("text/html", "<table></table><style>\n.dni { color: red }\n</style>"))).QuerySelectorAll("style"));

    [Fact]
    public void An_error_shows_its_lines_without_terminal_colours()
    {
        var error = JsonNode.Parse("""{"output_type":"error","ename":"E","evalue":"m","traceback":["\u001b[31mline 1\u001b[0m","line <2>"]}""")!.AsObject();
        Assert.Equal("line 1\nline <2>", Render("", error).QuerySelector(".error")?.TextContent);
    }
}
