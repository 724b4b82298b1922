using System.Text.Json.Nodes;

namespace Tutorial.Tests;

public class CleanCommandTests
{
    static TemporaryFolder Unclean()
    {
        var place = new TemporaryFolder();
        var ran = Samples.Code("ran", "1 + 1", Samples.Stream("stdout", "2"));
        ran["execution_count"] = 7;
        File.WriteAllText(place["ran.ipynb"], Samples.Notebook(ran, Samples.Markdown("words", "kept")));
        return place;
    }

    [Fact]
    public async Task Cleaning_takes_outputs_and_counts_and_nothing_else_and_twice_is_once()
    {
        using var place = Unclean();
        Assert.Equal(0, (await TutorialProgram.RunAsync(place.Path, "clean", "ran.ipynb")).Code);
        var once = File.ReadAllText(place["ran.ipynb"]);
        var cells = JsonNode.Parse(once)!["cells"]!;
        Assert.Null(cells[0]!["execution_count"]);
        Assert.Empty(cells[0]!["outputs"]!.AsArray());
        Assert.Equal("kept", cells[1]!["source"] is JsonArray lines ? (string?)lines[0] : (string?)cells[1]!["source"]);

        var (code, output, _) = await TutorialProgram.RunAsync(place.Path, "clean", ".");
        Assert.Equal(0, code);
        Assert.Contains("clean", output, StringComparison.Ordinal);
        Assert.Equal(once, File.ReadAllText(place["ran.ipynb"]));
    }

    [Fact]
    public async Task Check_names_the_unclean_fails_and_changes_nothing()
    {
        using var place = Unclean();
        var before = TemporaryFolder.Contents(place.Path);
        var (code, output, error) = await TutorialProgram.RunAsync(place.Path, "clean", "--check", ".");
        Assert.Equal(1, code);
        Assert.Contains("ran.ipynb", output, StringComparison.Ordinal);
        Assert.Contains("clean", error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(place.Path));
    }

    [Fact]
    public async Task A_damaged_notebook_is_named_and_left_alone()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["torn.ipynb"], "{ \"cells\": [");
        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "clean", "torn.ipynb");
        Assert.Equal(2, code);
        Assert.Contains("torn.ipynb", error, StringComparison.Ordinal);
        Assert.Equal("{ \"cells\": [", File.ReadAllText(place["torn.ipynb"]));
    }
}
