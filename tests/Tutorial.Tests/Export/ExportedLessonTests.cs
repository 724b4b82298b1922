using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Notebooks;
using Tutorial.Running;
using Tutorial.Tests.Charts;

namespace Tutorial.Tests.Export;

/// <summary>All notebooks of the lesson, exported into a folder outside the repository and each run there, once for all tests.</summary>
public sealed class ExportedLesson : IAsyncLifetime
{
    readonly TemporaryFolder _place = new();

    public string Folder => _place["cs"];

    public (int Code, string Output, string Error) Export { get; private set; }

    /// <summary>How each program ended and what it printed.</summary>
    public ConcurrentDictionary<string, (int Code, string Output, string Error)> Runs { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_place["builds"]);
        Export = await TutorialProgram.RunAsync(Repository.Find().Root, "export", "--cs", "--out", Folder);
        await Parallel.ForEachAsync(
            NotebookPaths.In(Repository.Find().Notebooks).Select(path => Path.GetFileNameWithoutExtension(path)),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (name, cancel) => Runs[name] = await RunAsync(name, cancel));
    }

    async Task<(int, string, string)> RunAsync(string name, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", Path.Combine(Folder, $"{name}.cs")])
        {
            WorkingDirectory = _place.Path, // not the program's own folder: the page has to lie beside the program all the same
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["XDG_DATA_HOME"] = _place["builds"] }, // where dotnet keeps what it builds of such files
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A program says and draws what its notebook does.</summary>
public partial class ExportedLessonTests(ExportedLesson lesson, LessonBook book, Browser browser) : IClassFixture<ExportedLesson>
{
    IEnumerable<CellOutput> Outputs(string notebook)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        return Notebook.Read(Path.Combine(book.Folder, notebook)).Cells.SelectMany(cell => cell.Outputs);
    }

    /// <summary>The html of the notebook's figures.</summary>
    List<string> Figures(string notebook) =>
        [.. Outputs(notebook).Select(output => output.Bundle()?.Find("text/html")).OfType<string>().Where(html => Figure().IsMatch(html))];

    string Page(string notebook) => Path.Combine(lesson.Folder, Path.ChangeExtension(notebook, ".html"));

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_program_prints_what_the_notebook_shows_and_nothing_else(string name)
    {
        Assert.True(lesson.Export.Code == 0, lesson.Export.Error);
        var (code, output, error) = lesson.Runs[Path.GetFileNameWithoutExtension(name)];
        Assert.True(code == 0, output + error);
        Assert.Equal("", error);
        var shown = Outputs(name).Select(shown => shown is CellOutput.Stream stream ? stream.Text : shown.Bundle()!["text/plain"] + "\n\n");
        var printed = NotTheVersion().Replace(output.ReplaceLineEndings("\n"), "");
        Assert.Equal($"{string.Concat(shown)}{Figures(name).Count} figures are in {Page(name)}\n", printed);
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void Its_page_holds_the_notebooks_figures_in_order(string name)
    {
        var page = File.ReadAllText(Page(name));
        Assert.Equal(Figures(name).Select(html => Figure().Match(html).Value), Figure().Matches(page).Select(match => match.Value));
        Assert.All(Figures(name), html => Assert.Contains(html, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_draws_its_charts_without_a_network()
    {
        var name = LessonBook.Notebooks.First().Data;
        await using var context = await browser.Required().NewContextAsync();
        var page = await context.NewPageAsync();
        var requests = new ConcurrentQueue<string>();
        await context.RouteAsync(url => !url.StartsWith("file:", StringComparison.Ordinal), route =>
        {
            requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        await page.GotoAsync(new Uri(Page(name)).AbsoluteUri);
        await page.WaitForFunctionAsync("[...document.querySelectorAll('[data-plotly-chart]')].every(box => box.querySelector('.main-svg'))");
        var marks = await page.EvaluateAsync<int[]>($"[...document.querySelectorAll('[data-plotly-chart]')].map{ChartMarks.Script}");
        Assert.Equal(Figures(name).Count, marks.Length);
        Assert.All(marks, count => Assert.True(count > 0, string.Join(", ", marks)));
        Assert.Empty(requests);
    }

    /// <summary>Where a feed lacks the very version that a package asks for, dotnet says before the program which one it took.</summary>
    [GeneratedRegex(@"\A(.*: warning NU1603: .*\n)+")]
    private static partial Regex NotTheVersion();

    /// <summary>A figure's key, which is computed from all that it shows.</summary>
    [GeneratedRegex("data-(plotly-chart|by-hand)=\"[0-9a-f]{16}\" role")]
    private static partial Regex Figure();
}
