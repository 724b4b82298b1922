using Notebooks;

namespace Tutorial.Running;

/// <summary>A notebook that was run: where it came from, what it gave, and how long it took.</summary>
sealed record ExecutedNotebook(string Path, NotebookRun Run, TimeSpan Elapsed)
{
    /// <summary>Every cell succeeded.</summary>
    public bool Succeeded => Run.Failure is null;
}

/// <summary>Is told how a run of several notebooks gets on.</summary>
interface IRunDisplay
{
    /// <summary>Shows what <paramref name="work"/> tells it, for as long as that takes.</summary>
    Task WhileAsync(IReadOnlyList<string> paths, Func<Task> work);

    /// <summary>A cell of the notebook at <paramref name="path"/> has started or ended.</summary>
    void Cell(string path, RunProgress progress);

    /// <summary>A notebook has ended.</summary>
    void Notebook(ExecutedNotebook executed);
}

/// <summary>Runs notebooks one after the other, each in a fresh session and in its own folder. The files are only read.</summary>
static class NotebookBatch
{
    /// <summary>A notebook that fails does not keep the others from running, so that one run names every failure.</summary>
    public static async Task<IReadOnlyList<ExecutedNotebook>> RunAsync(
        IReadOnlyList<string> paths, TimeSpan cellTimeout, PlotlyNetCharts charts, IRunDisplay display, CancellationToken cancel)
    {
        // All of them are read before the first is run: a damaged file is known at once.
        var notebooks = paths.Select(path => (Path: path, Notebook: Read(path))).ToList();
        var all = new List<ExecutedNotebook>();
        await display.WhileAsync(paths, async () =>
        {
            foreach (var (path, notebook) in notebooks)
            {
                var started = System.Diagnostics.Stopwatch.GetTimestamp();
                var options = new RunOptions
                {
                    Session = new() { WorkingDirectory = Path.GetDirectoryName(path)!, Formatters = [charts.Formatter] },
                    CellTimeout = cellTimeout,
                };
                var run = await NotebookRunner.RunAsync(notebook, options, new Listener(progress => display.Cell(path, progress)), cancel);
                cancel.ThrowIfCancellationRequested();
                var executed = new ExecutedNotebook(path, run, System.Diagnostics.Stopwatch.GetElapsedTime(started));
                display.Notebook(executed);
                all.Add(executed);
            }
        });
        return all;
    }

    static Notebook Read(string path)
    {
        try
        {
            return Notebook.Read(path);
        }
        catch (NotebookFormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Told on the spot: <see cref="Progress{T}"/> would tell later, from other threads and out of order.</summary>
    sealed class Listener(Action<RunProgress> listen) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => listen(value);
    }
}
