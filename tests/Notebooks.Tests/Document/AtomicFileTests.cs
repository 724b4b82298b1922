namespace Notebooks.Tests;

public class AtomicFileTests
{
    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.ipynb", "old");
        Assert.ThrowsAny<ArgumentException>(() => AtomicFile.Write(path, "half a character: \ud800"));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_write_replaces_the_file_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.ipynb", "old");
        AtomicFile.Write(path, "neu é");
        Assert.Equal("neu é"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
