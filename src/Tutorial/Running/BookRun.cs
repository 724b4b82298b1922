using Notebooks;
using Spectre.Console;
using Tutorial.Book;

namespace Tutorial.Running;

/// <summary>Runs notebooks, says how it goes, and writes their book if one is wanted.</summary>
static class BookRun
{
    /// <summary>How long one cell may take, unless the reader says otherwise.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(120);

    /// <summary>Brings the lesson's book up to date: runs the notebooks that have changed, and writes all pages.</summary>
    public static Task<int> UpdateAsync(Repository repository, CancellationToken cancel)
    {
        var notebooks = NotebookPaths.Resolve([]);
        return RunAsync(notebooks, Unchanged(repository, notebooks), repository.Book, UsualTimeout, cancel);
    }

    /// <summary>Runs each notebook that is not among the known ones, and writes the book of them all.</summary>
    /// <param name="notebooks">The notebooks, in the order of the chapters.</param>
    /// <param name="known">What an earlier run gave for some of them.</param>
    /// <param name="book">The book's folder, or null for none.</param>
    /// <param name="timeout">How long one cell may take.</param>
    /// <param name="cancel">Stops the run; nothing is written then.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The folder holds something else than a book, a notebook is damaged, or the lesson's package is not up to date.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> notebooks, IReadOnlyCollection<ExecutedNotebook> known, string? book, TimeSpan timeout, CancellationToken cancel)
    {
        // Cells write to the console too, through the session that catches it; what this program says goes past that.
        var (output, error) = (Console.Out, Console.Error);
        var repository = Repository.TryFind();
        if (book is not null)
            BookFolder.CheckReplaceable(book);
        if (repository is not null && notebooks.Any(path => path.StartsWith(repository.Notebooks, StringComparison.Ordinal)) && LessonPackage.Problem(repository) is { } problem)
            throw new UsageException($"{problem} Build it with: dotnet build src/Tutorial");

        var cache = Path.Combine(repository?.Artifacts ?? Path.Combine(Path.GetTempPath(), "linear-to-neural"), "katex");
        var preparing = book is null ? null : Katex.PrepareAsync(cache, cancel); // Beside the run, which takes longer.

        var unknown = notebooks.Except(known.Select(e => e.Path)).ToList();
        output.WriteLine(Count(unknown.Count, notebooks.Count));
        var charts = new PlotlyNetCharts();
        using var guard = new ExitGuard(DisplayOn(output), error, cancel);
        var run = await NotebookBatch.RunAsync(unknown, timeout, charts, guard, cancel);

        var katex = preparing is null ? null : await preparing;
        if (!run.All(e => e.Succeeded))
        {
            FailureReport.Write(error, run);
            if (book is not null)
                error.WriteLine($"{Environment.NewLine}No book was written{(Directory.Exists(book) ? $"; the previous one is still in {NotebookPaths.Shown(book)}" : "")}.");
            return ExitCode.Failed;
        }

        if (book is null)
        {
            output.WriteLine("Every cell succeeded.");
            return ExitCode.Done;
        }

        var all = known.Concat(run).ToDictionary(e => e.Path);
        BookFolder.Write(book, [.. notebooks.Select(path => all[path])], NotebookPaths.TextsBeside(notebooks), katex!, charts.PlotlyJs);
        if (katex!.Note is { } note)
            output.WriteLine(note);
        output.WriteLine($"{(run.Count > 0 ? "Every cell succeeded. " : "")}The book is in {NotebookPaths.Shown(Path.GetFullPath(book))}.");
        return ExitCode.Done;
    }

    /// <summary>The executed notebooks of the book whose sources still say the same, if the lesson's package is not younger.</summary>
    static List<ExecutedNotebook> Unchanged(Repository repository, IReadOnlyList<string> notebooks)
    {
        var unchanged = new List<ExecutedNotebook>();
        foreach (var path in notebooks)
        {
            var copy = Path.Combine(repository.Book, Path.GetFileName(path));
            if (!File.Exists(copy) || File.GetLastWriteTimeUtc(copy) < File.GetLastWriteTimeUtc(LessonPackage.PathIn(repository)))
                continue;
            try
            {
                var executed = Notebook.Read(copy);
                if (executed.WithoutOutputs().ToJson() == Notebook.Read(path).WithoutOutputs().ToJson())
                    unchanged.Add(new(path, new(executed, null, []), TimeSpan.Zero));
            }
            catch (NotebookFormatException)
            {
                // A damaged copy is made anew; a damaged source is told by the run.
            }
        }

        return unchanged;
    }

    static string Count(int unknown, int all) => unknown == 0 && all > 0
        ? "No notebook has changed since it was run."
        : $"Running {unknown} notebook{(unknown == 1 ? "" : "s")}{(unknown < all ? $" of {all}; the others have not changed since they were run" : "")}.";

    static IRunDisplay DisplayOn(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        return Console.IsOutputRedirected || !console.Profile.Capabilities.Interactive ? new ProgressLines(output) : new ProgressBars(console);
    }
}
