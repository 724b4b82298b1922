namespace Tutorial.Tests.Export;

/// <summary>The command, as a reader types it.</summary>
public class ExportCommandTests
{
    [Fact]
    public async Task A_notebook_that_cannot_be_exported_is_named_and_the_others_are_written()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["bad.ipynb"], Samples.Notebook(Samples.Code("first", "var x = 1;"), Samples.Code("again", "var x = 2;")));
        File.WriteAllText(place["good.ipynb"], Samples.Notebook(Samples.Code("only", "1 + 1")));
        File.WriteAllText(place["torn.ipynb"], "{ \"cells\": [");

        var (code, output, error) = await TutorialProgram.RunAsync(place.Path, "export", "--cs", ".", "--out", "cs");

        Assert.Equal(1, code);
        Assert.Contains("not exported: bad.ipynb, cell 'again': 'x' was declared before, in cell 'first'.", error, StringComparison.Ordinal);
        Assert.Contains("torn.ipynb", error, StringComparison.Ordinal);
        Assert.Contains($"written: {Path.Combine("cs", "good.cs")}", output, StringComparison.Ordinal);
        Assert.Equal(["good.cs"], Directory.EnumerateFiles(place["cs"], "*.cs").Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task It_writes_over_its_own_files_and_over_no_others()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["mine.ipynb"], Samples.Notebook(Samples.Code("only", "1 + 1")));
        File.WriteAllText(place["theirs.ipynb"], Samples.Notebook(Samples.Code("only", "1 + 1")));
        File.WriteAllText(place["mine.cs"], "// Exported from mine.ipynb.");
        File.WriteAllText(place["theirs.cs"], "class C;");
        File.WriteAllText(place["Directory.Build.props"], "<Project/>");

        var (code, _, error) = await TutorialProgram.RunAsync(place.Path, "export", "--cs", "mine.ipynb", "theirs.ipynb", "--out", ".");

        Assert.Equal(1, code);
        Assert.Contains("theirs.cs is there already and was not exported", error, StringComparison.Ordinal);
        Assert.Contains("page.Show(1 + 1);", File.ReadAllText(place["mine.cs"]), StringComparison.Ordinal);
        Assert.Equal("class C;", File.ReadAllText(place["theirs.cs"]));
        Assert.Equal("<Project/>", File.ReadAllText(place["Directory.Build.props"]));
    }

    [Fact]
    public async Task Without_a_form_it_says_what_to_type()
    {
        var (code, _, error) = await TutorialProgram.RunAsync(Repository.Find().Root, "export");
        Assert.Equal(2, code);
        Assert.Contains("export --cs", error, StringComparison.Ordinal);
    }
}
