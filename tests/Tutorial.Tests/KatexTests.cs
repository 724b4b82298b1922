using Tutorial.Book;

namespace Tutorial.Tests;

public class KatexTests
{
    [Fact]
    public void Files_that_are_not_the_pinned_ones_are_never_taken()
    {
        using var place = new TemporaryFolder();
        Assert.False(Katex.IsComplete(place.Path));
        foreach (var name in (string[])["katex.min.css", "katex.min.js"])
            File.WriteAllText(place[name], "something else");
        Assert.False(Katex.IsComplete(place.Path));
    }

    [Fact] // npm's lock and the linked version must be one and the same.
    public void The_lock_file_pins_the_version_that_is_linked_and_names_no_address()
    {
        var lockFile = Resource.Text("katex.package-lock.json");
        var version = System.Text.RegularExpressions.Regex.Match(Samples.Linked.Elements, @"katex@([\d.]+)/").Groups[1].Value;
        Assert.Contains($"\"version\": \"{version}\"", lockFile, StringComparison.Ordinal);
        Assert.Contains($"\"katex\": \"{version}\"", Resource.Text("katex.package.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("resolved", lockFile, StringComparison.Ordinal);
    }
}
