using Notebooks;

namespace Tutorial.Tests.VSCode;

/// <summary>Each notebook of the lesson in a real VS Code: run by its reader, and opened again as it was saved.</summary>
[Collection(CodeServer.OneAtATime)]
public sealed class EveryNotebookTests(CodeServer server, LessonBook book, SharedWindow shared) : IClassFixture<SharedWindow>, IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await shared.DisposeAsync(); // what a failed test has left open is not the next one's
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public async Task It_runs_cell_by_cell_draws_its_charts_and_is_saved_as_the_headless_run_says(string name)
    {
        CodeServer.RequiredNode();
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var (window, folder) = await shared.OpenAsync(Installed.Lesson, server.Copy, name);
        await window.ChosenAsync();
        var saved = await window.RunToEndAsync(CodeServer.FileIn(folder, name));

        var headless = Notebook.Read(Path.Combine(book.Folder, name));
        Assert.Equal(headless.Cells.Select(cell => cell.Id), saved.Cells.Select(cell => cell.Id));
        foreach (var (wanted, got) in headless.Cells.Zip(saved.Cells))
            Assert.Equal(wanted.Outputs.Select(output => output.Told()), got.Outputs.Select(output => output.Told()));
        await window.ChartsAsync(headless.Charts());
        await window.PictureAsync(Path.ChangeExtension(name, null));
        Assert.Empty(window.Requests);
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public async Task Saved_it_draws_its_charts_again_without_the_extension(string name)
    {
        var (window, folder) = await shared.OpenAsync(Installed.Nothing, () => server.Executed(book), name);
        await window.ChartsAsync(Notebook.Read(CodeServer.FileIn(folder, name)).Charts());
        await window.PictureAsync($"without-extension-{Path.ChangeExtension(name, null)}");
        Assert.Empty(window.Requests);
    }
}
