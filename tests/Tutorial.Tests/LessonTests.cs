using AngleSharp.Html.Parser;
using Notebooks;

namespace Tutorial.Tests;

/// <summary>The lesson's own notebooks: as they are kept, and as they run.</summary>
public class LessonTests(LessonBook book)
{
    [Fact]
    public void There_are_notebooks() => Assert.NotEmpty(LessonBook.Notebooks);

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_notebook_is_kept_clean(string name)
    {
        var path = Path.Combine(Repository.Find().Notebooks, name);
        Assert.Equal(Notebook.Read(path).WithoutOutputs().ToJson(), File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_notebook_runs_from_top_to_bottom(string name) =>
        Assert.True(book.Run.Output.Contains($"ran     {name}", StringComparison.Ordinal), book.Run.Output + book.Run.Error);

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_notebook_has_a_page_with_every_cell_and_no_complaint(string name)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(book.Folder, Path.ChangeExtension(name, ".html"))));
        foreach (var cell in Notebook.Read(Path.Combine(book.Folder, name)).Cells.Where(cell => cell.Kind != CellKind.Raw))
            Assert.NotNull(page.GetElementById(cell.Id));
        Assert.Empty(page.QuerySelectorAll(".output.error, .output.stderr"));
        Assert.All(page.QuerySelectorAll(".drawing p"), description => Assert.NotEqual("", description.TextContent));
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_page_stays_under_2_MB_and_an_executed_notebook_under_5(string name)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        Assert.InRange(new FileInfo(Path.Combine(book.Folder, Path.ChangeExtension(name, ".html"))).Length, 1, 2_000_000);
        Assert.InRange(new FileInfo(Path.Combine(book.Folder, name)).Length, 1, 5_000_000);
    }
}
