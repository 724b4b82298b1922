namespace Notebooks.Tests;

public class NotebookRunnerTests
{
    private static Task<NotebookRun> RunAsync(Notebook notebook, TimeSpan? timeout = null, IProgress<RunProgress>? progress = null, CancellationTokenSource? stop = null) =>
        NotebookRunner.RunAsync(
            notebook,
            new RunOptions { Session = new SessionOptions { WorkingDirectory = Path.GetTempPath() }, CellTimeout = timeout },
            progress,
            stop?.Token ?? TestContext.Current.CancellationToken);

    [Fact]
    public async Task Cells_are_counted_and_keep_their_outputs()
    {
        var run = await RunAsync(Samples.Notebook("var a = 1;", "Console.Write(a); a + 1"));
        Assert.Null(run.Failure);
        Assert.Equal([1, 2], run.Notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Empty(run.Notebook.Cells[0].Outputs);
        Assert.Equal(["Stream", "Result"], run.Notebook.Cells[1].Outputs.Select(o => o.GetType().Name));
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_and_says_where()
    {
        var run = await RunAsync(Samples.Notebook("1", "var a = 0;\nvar b = 1 / a;", "2", "3").WithOutputs(3, [new CellOutput.Stream("stdout", "old")], 9));
        Assert.Equal(("cell-b", CellFailureKind.Threw), (run.Failure!.CellId, run.Failure.Kind));
        Assert.Equal(new CellPosition("cell 'cell-b'", 2), run.Failure.Position);
        Assert.Contains("DivideByZero", run.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(["cell-c", "cell-d"], run.NotRun);
        Assert.Equal([1, 2, null, null], run.Notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Empty(run.Notebook.Cells[3].Outputs);
        Assert.IsType<CellOutput.Error>(Assert.Single(run.Notebook.Cells[1].Outputs));
    }

    [Fact]
    public async Task A_compile_error_has_line_and_column()
    {
        var run = await RunAsync(Samples.Notebook("var a =\n  b;"));
        Assert.Equal((CellFailureKind.Compile, new CellPosition("cell 'cell-a'", 2, 3)), (run.Failure!.Kind, run.Failure.Position!));
    }

    [Fact] // Roslyn tells of them in an order of its own.
    public async Task Compile_errors_come_in_the_order_of_their_lines()
    {
        var run = await RunAsync(Samples.Notebook("var a = 1;\nint b = \"two\";\nvar c = three;\nint d = four;"));
        Assert.Equal(2, run.Failure!.Position!.Line);
        var lines = run.Failure.Message.Split('\n');
        Assert.StartsWith("CS0029: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("cell 'cell-a', line 3, column 9: CS0103: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("cell 'cell-a', line 4, column 9: CS0103: ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_without_end_is_out_of_time()
    {
        var run = await RunAsync(Samples.Notebook("Console.Write(\"x\"); while (true) { }", "1"), TimeSpan.FromSeconds(0.5));
        Assert.Equal(CellFailureKind.TimedOut, run.Failure!.Kind);
        Assert.Contains("0.5 s", run.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(["cell-b"], run.NotRun);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_says_so()
    {
        using var stop = new CancellationTokenSource();
        var run = await RunAsync(Samples.Notebook("while (true) { }"), progress: new Listener(p => stop.CancelAfter(200)), stop: stop);
        Assert.Equal(CellFailureKind.Cancelled, run.Failure!.Kind);
    }

    [Fact]
    public async Task A_cell_tagged_so_may_throw()
    {
        var notebook = Notebook.Parse(Samples.Json("throw new Exception(\"wanted\");", "1").Replace("\"metadata\":{},\"outputs\"", "\"metadata\":{\"tags\":[\"raises-exception\"]},\"outputs\"", StringComparison.Ordinal), "x");
        var run = await RunAsync(notebook);
        Assert.Null(run.Failure);
        Assert.Equal("wanted", Assert.IsType<CellOutput.Error>(Assert.Single(run.Notebook.Cells[0].Outputs)).Message);
    }

    [Fact]
    public async Task Progress_is_told_cell_by_cell()
    {
        var told = new List<string>();
        await RunAsync(Samples.Notebook("1", "x"), progress: new Listener(p => told.Add($"{p.GetType().Name} {p.Number}/{p.Count} {p.Cell.Id} {(p as RunProgress.Finished)?.Failure?.Kind}".TrimEnd())));
        Assert.Equal(["Started 1/2 cell-a", "Finished 1/2 cell-a", "Started 2/2 cell-b", "Finished 2/2 cell-b Compile"], told);
    }

    [Fact]
    public async Task A_later_cell_updates_an_earlier_cells_display()
    {
        var run = await RunAsync(Samples.Notebook("var d = display(\"old\");", "d.Update(\"new\");"));
        Assert.Equal("new", Assert.IsType<CellOutput.Display>(Assert.Single(run.Notebook.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Empty(run.Notebook.Cells[1].Outputs);
    }

    private sealed class Listener(Action<RunProgress> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => told(value);
    }
}
