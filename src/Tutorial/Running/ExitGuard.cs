using Notebooks;

namespace Tutorial.Running;

/// <summary>A cell that calls Environment.Exit ends this program with a code of its own choice, 0 if it likes. This makes it a failure, and names the cell.</summary>
sealed class ExitGuard : IRunDisplay, IDisposable
{
    readonly IRunDisplay _display;
    readonly TextWriter _error;
    readonly CancellationToken _cancel;
    string _running = "before the first cell";

    /// <summary>Watches until it is disposed of.</summary>
    /// <param name="display">Is told what this is told.</param>
    /// <param name="error">Where to say it; not the console, which belongs to the cell at that moment.</param>
    /// <param name="cancel">When the reader stops the run, the program ends rightly.</param>
    public ExitGuard(IRunDisplay display, TextWriter error, CancellationToken cancel)
    {
        (_display, _error, _cancel) = (display, error, cancel);
        AppDomain.CurrentDomain.ProcessExit += Complain;
    }

    public Task WhileAsync(IReadOnlyList<string> paths, Func<Task> work) => _display.WhileAsync(paths, work);

    public void Cell(string path, RunProgress progress)
    {
        _running = $"in {NotebookPaths.Shown(path)}, cell '{progress.Cell.Id}'";
        _display.Cell(path, progress);
    }

    public void Notebook(ExecutedNotebook executed) => _display.Notebook(executed);

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Complain;

    void Complain(object? sender, EventArgs e)
    {
        if (_cancel.IsCancellationRequested)
            return;
        _error.WriteLine($"The run ended {_running}: a cell must not end the program (Environment.Exit). Nothing was written.");
        _error.Flush();
        Environment.ExitCode = ExitCode.Failed;
    }
}
