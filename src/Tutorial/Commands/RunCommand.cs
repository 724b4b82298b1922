using System.CommandLine;
using Spectre.Console;
using Tutorial.Book;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>run</c>, and the main job, which is <c>run</c> with everything taken for granted.</summary>
static class RunCommand
{
    static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(120);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Notebooks (.ipynb) or folders that hold some. Without any: all of the lesson's.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Also write a book into this folder: the executed notebooks, and a page for each.",
            HelpName = "folder",
        };
        var timeout = new Option<double>("--timeout")
        {
            Description = "How many seconds one cell may take before it is stopped.",
            HelpName = "seconds",
            DefaultValueFactory = _ => UsualTimeout.TotalSeconds,
        };
        timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Errors.FirstOrDefault() is null
                && !(double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400))
                result.AddError($"--timeout takes a number of seconds above 0 and at most 86400 (a day), but got '{result.Tokens[0].Value}'.");
        });

        var command = new Command("run", "Run notebooks from top to bottom and say which cell fails, if one does. The notebook files themselves are never changed.")
        {
            paths, folder, timeout,
        };
        command.SetAction((result, cancel) => RunAsync(
            NotebookPaths.Resolve(result.GetValue(paths) ?? []),
            result.GetValue(folder),
            TimeSpan.FromSeconds(result.GetValue(timeout)),
            cancel));
        return command;
    }

    /// <summary>Runs every notebook of the lesson and writes the book.</summary>
    public static async Task<int> MainJobAsync(CancellationToken cancel)
    {
        var repository = Repository.Find();
        var notebooks = NotebookPaths.Resolve([]);
        var code = await RunAsync(notebooks, repository.Book, UsualTimeout, cancel);
        if (code == ExitCode.Done)
            Console.Out.WriteLine($"Open {NotebookPaths.Shown(Path.Combine(repository.Book, "index.html"))} in a browser to read it.");
        return code;
    }

    static async Task<int> RunAsync(IReadOnlyList<string> notebooks, string? book, TimeSpan timeout, CancellationToken cancel)
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

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        IRunDisplay display = Console.IsOutputRedirected || !console.Profile.Capabilities.Interactive ? new ProgressLines(output) : new ProgressBars(console);
        output.WriteLine($"Running {notebooks.Count} notebook{(notebooks.Count == 1 ? "" : "s")}.");
        var charts = new PlotlyNetCharts();
        using var guard = new ExitGuard(display, error, cancel);
        var executed = await NotebookBatch.RunAsync(notebooks, timeout, charts, guard, cancel);

        var katex = preparing is null ? null : await preparing;
        if (!executed.All(e => e.Succeeded))
        {
            FailureReport.Write(error, executed);
            if (book is not null)
                error.WriteLine($"{Environment.NewLine}No book was written{(Directory.Exists(book) ? $"; the previous one is still in {NotebookPaths.Shown(book)}" : "")}.");
            return ExitCode.Failed;
        }

        if (book is null)
        {
            output.WriteLine("Every cell succeeded.");
            return ExitCode.Done;
        }

        BookFolder.Write(book, executed, katex!, charts.PlotlyJs);
        if (katex!.Note is { } note)
            output.WriteLine(note);
        output.WriteLine($"Every cell succeeded. The book is in {NotebookPaths.Shown(Path.GetFullPath(book))}.");
        return ExitCode.Done;
    }
}
