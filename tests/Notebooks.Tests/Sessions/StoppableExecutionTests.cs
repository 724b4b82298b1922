namespace Notebooks.Tests;

/// <summary>Stopping. No test measures a time, but each would hang if the cell were not stopped.</summary>
public class StoppableExecutionTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("if (kept > 0) { do kept += 0; while (true); }")]
    [InlineData("for (;;) ; // for ever")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("try { throw new Exception(); } catch { } finally { while (true) { } }")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(1); System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("while (true) Console.Write('x');")]
    [InlineData("async Task Loop() { await Task.Yield(); while (true) { } }\nLoop().Wait();")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("System.Linq.Enumerable.Repeat(1, int.MaxValue).Select(n => { System.Threading.Thread.Yield(); return n; }).Sum(n => n % 2)")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Where(n => n > 1)")]
    [InlineData("class Slow { public override string ToString() { while (true) { } } }\nnew Slow()")]
    public async Task A_cell_without_end_is_stopped_and_its_names_are_kept(string forEver)
    {
        using var session = new TestSession();
        var result = await session.StopAsync($"var kept = 41;\nConsole.WriteLine(\"go\");\n{forEver}");
        Assert.Equal(new CellResult.Cancelled(StillRunning: false), result);
        Assert.Equal(42, (await session.RunAsync("kept + 1")).Value);
    }

    [Fact]
    public async Task A_function_of_an_earlier_cell_is_stopped_too()
    {
        using var session = new TestSession();
        await session.RunAsync("void Loop() { while (true) { } }");
        Assert.Equal(new CellResult.Cancelled(StillRunning: false), await session.StopAsync("Console.WriteLine(\"go\");\nLoop();"));
    }

    [Fact]
    public async Task A_loop_in_a_library_cannot_be_stopped_so_it_is_reported_and_the_session_is_lost()
    {
        using var session = new TestSession();
        TestPackage.Compile(
            Path.Combine(session.Folder, "Library.dll"),
            "public static class Library { public static void Loop() { while (System.AppContext.GetData(\"let go\") is null) { } } }");
        var before = Environment.CurrentDirectory;
        try
        {
            var result = await session.StopAsync("#r \"Library.dll\"\nConsole.WriteLine(\"go\");\nLibrary.Loop();");
            Assert.Equal(new CellResult.Cancelled(StillRunning: true), result);
            Assert.Equal(before, Environment.CurrentDirectory);
            await Assert.ThrowsAsync<InvalidOperationException>(() => session.RunAsync("1"));
        }
        finally
        {
            AppContext.SetData("let go", true);
        }
    }

    [Fact]
    public async Task A_cells_own_cancellation_is_an_exception_like_others()
    {
        using var session = new TestSession();
        await session.RunAsync("using System.Threading; var own = new CancellationTokenSource(50);");
        var shown = await session.RunAsync("async Task Wait() => await Task.Delay(-1, own.Token);\nawait Wait();");
        Assert.IsType<TaskCanceledException>(Assert.IsType<CellResult.Threw>(shown.Result).Exception);
    }

    [Fact]
    public async Task A_cell_that_is_stopped_before_its_turn_does_not_run()
    {
        using var session = new TestSession();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.RunUntilAsync("1", new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Recursion_without_end_is_an_exception_and_not_the_end_of_the_process()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("int Deeper(int n) => Deeper(n + 1) + 1;\nDeeper(0)");
        Assert.IsType<InsufficientExecutionStackException>(Assert.IsType<CellResult.Threw>(shown.Result).Exception);
        Assert.InRange(shown.Error.Traceback.Length, 2, 40);
    }
}
