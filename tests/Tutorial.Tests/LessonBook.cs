using Tutorial.Running;

[assembly: AssemblyFixture(typeof(Tutorial.Tests.LessonBook))]

namespace Tutorial.Tests;

/// <summary>The book of the lesson's own notebooks, made once for all tests by the built program.</summary>
public sealed class LessonBook : IAsyncLifetime
{
    readonly TemporaryFolder _place = new();

    /// <summary>Where the book is, if the run succeeded.</summary>
    public string Folder => _place["book"];

    /// <summary>What the run printed and how it ended.</summary>
    public (int Code, string Output, string Error) Run { get; private set; }

    /// <summary>The notebooks' names, found and never listed.</summary>
    public static IEnumerable<TheoryDataRow<string>> Notebooks => NotebookPaths.In(Repository.Find().Notebooks).Select(path => new TheoryDataRow<string>(Path.GetFileName(path)));

    /// <summary>The names of the texts that go with them, found too.</summary>
    public static IEnumerable<TheoryDataRow<string>> Texts =>
        NotebookPaths.TextsBeside(NotebookPaths.In(Repository.Find().Notebooks)).Select(path => new TheoryDataRow<string>(Path.GetFileName(path)));

    /// <summary>The pages' names: one for each notebook and each text, and the index.</summary>
    public static IEnumerable<TheoryDataRow<string>> Pages => [.. Notebooks.Concat(Texts).Select(row => new TheoryDataRow<string>(Path.ChangeExtension(row.Data, ".html"))), new("index.html")];

    public async ValueTask InitializeAsync() => Run = await TutorialProgram.RunAsync(Repository.Find().Root, "run", "--out", Folder);

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }
}
