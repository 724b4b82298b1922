using Tutorial.Book;

namespace Tutorial.Tests;

public class FolderSwapTests
{
    [Fact]
    public void Until_it_is_committed_the_old_folder_stays_and_nothing_is_left_behind()
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place["book"]);
        File.WriteAllText(place["book/old"], "old");
        using (var swap = new FolderSwap(place["book"]))
            File.WriteAllText(Path.Combine(swap.Path, "new"), "new");
        Assert.Equal([place["book"]], Directory.GetFileSystemEntries(place.Path));
        Assert.Equal([place["book/old"]], Directory.GetFileSystemEntries(place["book"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Committed_it_is_the_folder_and_the_old_one_is_gone(bool existed)
    {
        using var place = new TemporaryFolder();
        if (existed)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(place["book"]).FullName, "old"), "old");
        using (var swap = new FolderSwap(place["book"] + Path.DirectorySeparatorChar))
        {
            File.WriteAllText(Path.Combine(swap.Path, "new"), "new");
            swap.Commit();
        }

        Assert.Equal([place["book"]], Directory.GetFileSystemEntries(place.Path));
        Assert.Equal([place["book/new"]], Directory.GetFileSystemEntries(place["book"]));
    }
}
