using System.Globalization;
using Notebooks;
using Spectre.Console;

namespace Tutorial.Running;

/// <summary>One line per notebook when it has ended: for logs and pipes.</summary>
sealed class ProgressLines(TextWriter output) : IRunDisplay
{
    public Task WhileAsync(IReadOnlyList<string> paths, Func<Task> work) => work();

    public void Cell(string path, RunProgress progress)
    {
    }

    public void Notebook(ExecutedNotebook executed)
    {
        var cells = executed.Run.Notebook.Cells.Count(cell => cell.Kind == CellKind.Code);
        var seconds = executed.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.WriteLine(executed.Succeeded
            ? $"  ran     {Path.GetFileName(executed.Path)}: {cells} code cell{(cells == 1 ? "" : "s")} in {seconds} s"
            : $"  FAILED  {Path.GetFileName(executed.Path)} after {seconds} s");
        output.Flush();
    }
}

/// <summary>A bar per notebook, with the cell that is running: for people.</summary>
sealed class ProgressBars(IAnsiConsole console) : IRunDisplay
{
    readonly Dictionary<string, ProgressTask> _bars = [];

    public Task WhileAsync(IReadOnlyList<string> paths, Func<Task> work) => console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            foreach (var path in paths)
                _bars[path] = context.AddTask(Name(path), autoStart: false);
            await work();
        });

    public void Cell(string path, RunProgress progress)
    {
        var bar = _bars[path];
        bar.MaxValue = progress.Count;
        if (!bar.IsStarted)
            bar.StartTask();
        if (progress is RunProgress.Started)
            bar.Description = $"{Name(path)} [grey]{Markup.Escape(progress.Cell.Id)}[/]";
        else
            bar.Value = progress.Number;
    }

    public void Notebook(ExecutedNotebook executed)
    {
        var bar = _bars[executed.Path];
        bar.Description = executed.Succeeded ? $"[green]✓[/] {Name(executed.Path)}" : $"[red]✗[/] {Name(executed.Path)}";
        if (executed.Succeeded)
            bar.Value = bar.MaxValue;
        bar.StopTask();
    }

    static string Name(string path) => Markup.Escape(Path.GetFileNameWithoutExtension(path));
}
