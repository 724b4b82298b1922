using System.Text.Json.Nodes;
using Notebooks;

namespace Tutorial.Tests;

/// <summary>The exit codes and messages of the built program, on tiny notebooks.</summary>
public class RunCommandTests
{
    static TemporaryFolder With(params (string Name, string[] Cells)[] notebooks)
    {
        var place = new TemporaryFolder();
        foreach (var (name, cells) in notebooks)
            File.WriteAllText(place[name], Samples.Notebook(cells.Select((source, i) => Samples.Code($"cell-{i + 1}", source))));
        return place;
    }

    [Fact]
    public async Task Cells_that_succeed_give_0_and_leave_the_sources_as_they_were()
    {
        using var place = With(("a.ipynb", ["using System.IO;", "// only words", "var x = Path.Combine(\"a\", \"b\");", "x + 1"]), ("b.ipynb", ["Console.WriteLine(\"hello\");"]));
        var before = TemporaryFolder.Contents(place.Path);
        var (code, output, error) = await TutorialProgram.RunAsync(place.Path, "run", ".");
        Assert.True(code == 0, error);
        Assert.Contains("a.ipynb", output, StringComparison.Ordinal);
        Assert.Contains("b.ipynb", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(before, TemporaryFolder.Contents(place.Path));
    }

    [Fact]
    public async Task A_cell_that_fails_gives_1_and_names_notebook_cell_line_and_message_and_the_other_notebooks_still_run()
    {
        using var place = With(
            ("a.ipynb", ["var x = 1;", "\nint y = nope;"]),
            ("b.ipynb", ["\n\nthrow new InvalidOperationException(\"the reason\");"]),
            ("c.ipynb", ["1"]));
        var (code, output, error) = await TutorialProgram.RunAsync(place.Path, "run", ".");
        Assert.Equal(1, code);
        Assert.Matches(@"a\.ipynb, .*cell-2.*line 2", error);
        Assert.Contains("nope", error, StringComparison.Ordinal);
        Assert.Matches(@"b\.ipynb, .*cell-1.*line 3", error);
        Assert.Contains("the reason", error, StringComparison.Ordinal);
        Assert.Contains("c.ipynb", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_loops_for_ever_is_stopped_and_named()
    {
        using var place = With(("loop.ipynb", ["while (true) { }", "1"]));
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "loop.ipynb", "--timeout", "2");
        Assert.Equal(1, code);
        Assert.Matches(@"loop\.ipynb, .*cell-1", error);
        Assert.Contains("--timeout", error, StringComparison.Ordinal);
    }

    [Fact] // What is loaded and compiled before the first cell is not the cell's time.
    public async Task A_short_limit_stops_the_cell_that_loops_and_not_the_first()
    {
        using var place = With(("loop.ipynb", ["1", "while (true) { }"]));
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "loop.ipynb", "--timeout", "1.5");
        Assert.Equal(1, code);
        Assert.Matches(@"loop\.ipynb, .*cell-2", error);
    }

    [Fact]
    public async Task A_cell_that_ends_the_program_is_a_failure_and_named()
    {
        using var place = With(("a.ipynb", ["1", "Environment.Exit(0);", "2"]));
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "a.ipynb", "--out", "book");
        Assert.Equal(1, code);
        Assert.Contains("a.ipynb, cell 'cell-2'", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place["book"]));
    }

    [Fact] // A file stands where the folder's parent should be: what a folder that may not be written does, also for root.
    public async Task A_book_that_cannot_be_written_is_a_sentence_and_no_stack_trace()
    {
        using var place = With(("a.ipynb", ["1"]));
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "a.ipynb", "--out", "a.ipynb/book");
        Assert.Equal(1, code);
        Assert.Contains("a.ipynb", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rnu")]
    [InlineData("--bogus")]
    [InlineData("run", "--timeout", "soon")]
    [InlineData("run", "--timeout", "-1")]
    [InlineData("run", "missing.ipynb")]
    [InlineData("clean", "missing.ipynb")]
    [InlineData("run", "--out")]
    public async Task Bad_usage_gives_2_and_repeats_what_was_wrong(params string[] arguments)
    {
        using var place = With();
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, arguments);
        Assert.Equal(2, code);
        Assert.Contains(arguments[^1], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_is_written_where_it_is_asked_for_and_a_failed_run_leaves_it_as_it_is()
    {
        using var place = With(("a.ipynb", ["6 * 7"]));
        var first = await TutorialProgram.RunAsync(place.Path, "run", "a.ipynb", "--out", "book");
        Assert.True(first.Code == 0, first.Error);
        Assert.Contains("42", File.ReadAllText(place["book/a.html"]), StringComparison.Ordinal);
        var book = TemporaryFolder.Contents(place.Path);

        File.WriteAllText(place["b.ipynb"], Samples.Notebook(Samples.Code("bad", "int x = nope;")));
        var second = await TutorialProgram.RunAsync(place.Path, "run", "a.ipynb", "b.ipynb", "--out", "book");
        Assert.Equal(1, second.Code);
        Assert.Contains("previous", second.Error, StringComparison.Ordinal);
        File.Delete(place["b.ipynb"]);
        Assert.Equal(book, TemporaryFolder.Contents(place.Path));
    }

    [Fact] // What Plotly.NET.Interactive did. Restoring Plotly.NET warns of a package that was never published (NU1603): no reason to fail.
    public async Task A_chart_made_with_Plotly_NET_in_a_cell_is_drawn_in_every_form()
    {
        using var place = With(("chart.ipynb", [
            "#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\nusing Plotly.NET.CSharp;",
            "Chart.Point<double, double, string>(new double[] { 1, 2, 3 }, new double[] { 2, 1, 3 }, Name: \"mine\")",
            "display(Chart.Line<double, double, string>(new double[] { 1, 2 }, new double[] { 2, 1 }));"]));
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "chart.ipynb", "--out", "book");
        Assert.True(code == 0, error);
        foreach (var cell in Notebook.Read(place["book/chart.ipynb"]).Cells.Skip(1))
        {
            var chart = cell.Outputs.Single() switch
            {
                CellOutput.Result result => result.Data,
                CellOutput.Display display => display.Data,
                var other => throw new InvalidOperationException($"A chart was expected, but got {other}."),
            };
            Assert.Equal("scatter", (string?)JsonNode.Parse(chart["application/vnd.plotly.v1+json"])?["data"]?[0]?["type"]);
            Assert.Contains("data-plotly-chart", chart["text/html"], StringComparison.Ordinal);
            Assert.Contains("\"paper_bgcolor\":\"rgba(0,0,0,0)\"", chart["text/html"], StringComparison.Ordinal); // the words take the page's colour
            Assert.StartsWith("Chart: scatter", chart["text/plain"], StringComparison.Ordinal);
        }

        Assert.Contains("plotly.js v2", File.ReadAllText(place["book/plotly.min.js"])[..500], StringComparison.Ordinal);
        Assert.Contains("src=\"plotly.min.js\"", File.ReadAllText(place["book/chart.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_may_write_numbers_as_another_country_does()
    {
        using var place = With(("a.ipynb", ["if (1.5.ToString(new System.Globalization.CultureInfo(\"de-DE\")) != \"1,5\" || $\"{1.5}\" != \"1.5\") throw new Exception();"]));
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "a.ipynb");
        Assert.True(code == 0, error);
    }

    [Fact]
    public async Task A_folder_of_something_else_is_refused_before_anything_is_run()
    {
        using var place = With(("a.ipynb", ["System.IO.File.WriteAllText(\"ran\", \"\");"]));
        File.WriteAllText(place["mine.txt"], "mine");
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "run", "a.ipynb", "--out", ".");
        Assert.Equal(2, code);
        Assert.Contains("--out", error, StringComparison.Ordinal);
        Assert.False(File.Exists(place["ran"]));
    }

    [Fact]
    public async Task Help_is_not_an_error() => Assert.Equal(0, (await TutorialProgram.RunAsync(AppContext.BaseDirectory, "--help")).Code);
}
