using Tutorial.Running;

namespace Tutorial.Tests;

public class NotebookPathsTests
{
    [Fact]
    public void Notebooks_of_a_folder_are_found_and_sorted_and_checkpoints_are_not()
    {
        using var place = new TemporaryFolder();
        foreach (var name in (string[])["b.ipynb", "a.ipynb", "notes.md", ".ipynb_checkpoints/a.ipynb", "more/c.ipynb"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place[name])!);
            File.WriteAllText(place[name], "{}");
        }

        Assert.Equal(["a.ipynb", "b.ipynb", "more/c.ipynb"], NotebookPaths.In(place.Path).Select(p => Path.GetRelativePath(place.Path, p).Replace('\\', '/')));
    }

    [Fact]
    public void Every_path_that_leads_nowhere_is_named_with_the_nearest_notebook()
    {
        using var place = new TemporaryFolder();
        foreach (var name in (string[])["2-feature-map.ipynb", "1-linear.ipynb", "notes.txt"])
            File.WriteAllText(place[name], "");
        Directory.CreateDirectory(place["empty"]);

        var problem = Assert.Throws<UsageException>(() => NotebookPaths.Resolve([place["2-faeture-map.ipynb"], place["notes.txt"], place["empty"], place["1-linear.ipynb"]])).Message;
        Assert.Contains($"Did you mean {place["2-feature-map.ipynb"]}?", problem, StringComparison.Ordinal);
        Assert.Contains(place["notes.txt"], problem, StringComparison.Ordinal);
        Assert.Contains(place["empty"], problem, StringComparison.Ordinal);
        Assert.DoesNotContain("1-linear", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_word_altogether_brings_no_suggestion()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["1-linear.ipynb"], "");
        Assert.DoesNotContain("Did you mean", Assert.Throws<UsageException>(() => NotebookPaths.Resolve([place["nope.ipynb"]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_is_given_twice_is_meant_once()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["a.ipynb"], "{}");
        Assert.Single(NotebookPaths.Resolve([place["a.ipynb"], place.Path]));
    }
}
