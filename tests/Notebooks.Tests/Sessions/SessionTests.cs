using System.Globalization;

namespace Notebooks.Tests;

/// <summary>What cells mean: the semantics that C# notebooks were written for.</summary>
public class SessionTests
{
    [Fact]
    public async Task The_usual_namespaces_are_imported_and_no_others()
    {
        using var session = new TestSession();
        Assert.Equal(6, (await session.RunAsync("await Task.FromResult(new List<int> { 1, 2, 3 }.Sum() + new StringBuilder().Length + new ArrayList().Count + Math.Min(0, 1))")).Value);
        Assert.Equal("CS0103", (await session.RunAsync("File.Exists(\"\")")).CompileError.Id);
        Assert.Equal("CS0246", (await session.RunAsync("new Regex(\"\")")).CompileError.Id);
        Assert.Equal("CS0103", (await session.RunAsync("Thread.Sleep(0)")).CompileError.Id);
    }

    [Fact]
    public async Task The_latest_language_is_spoken()
    {
        using var session = new TestSession();
        Assert.Equal(3, (await session.RunAsync("int[] a = [1, 2]; var f = (int x = 3) => x; record P(int X); new P(f()) is { X: var x } ? x : a[^1]")).Value);
    }

    [Fact]
    public async Task A_cell_sees_the_names_of_earlier_cells()
    {
        using var session = new TestSession();
        await session.RunAsync("using System.IO; var a = 2; int Twice(int x) => 2 * x; class C { public int N = 5; }");
        Assert.Equal(9, (await session.RunAsync("a = Twice(a); a + new C().N")).Value);
        Assert.Equal("a", (await session.RunAsync("Path.GetFileNameWithoutExtension(\"a.b\")")).Value);
        Assert.Equal("redefined", (await session.RunAsync("var a = \"redefined\"; a")).Value);
    }

    [Theory]
    [InlineData("using System.IO;")]
    [InlineData("// a remark")]
    [InlineData("")]
    public async Task A_cell_with_nothing_to_run_succeeds_and_changes_nothing(string code)
    {
        using var session = new TestSession();
        await session.RunAsync("var a = 1;");
        Assert.Empty((await session.RunAsync(code)).Outputs);
        await session.RunAsync("var b = a + 1;");
        Assert.Equal(2, (await session.RunAsync("b")).Value);
    }

    [Fact]
    public async Task Nullable_is_off()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("string s = null; s");
        Assert.Null(shown.Value);
        Assert.Empty(shown.Err);
    }

    [Fact]
    public async Task The_last_expression_without_a_semicolon_is_the_result()
    {
        using var session = new TestSession();
        Assert.Equal("3", (await session.RunAsync("1 + 2")).ResultData["text/plain"]);
        Assert.Empty((await session.RunAsync("var a = 1; a.ToString();")).Outputs);
        Assert.Empty((await session.RunAsync("Console.Write(\"\")")).Outputs);
        Assert.Empty((await session.RunAsync("await Task.Delay(1)")).Outputs);
        Assert.Equal("4", (await session.RunAsync("return 4;")).ResultData["text/plain"]);
        Assert.Contains("null", (await session.RunAsync("(object)null")).ResultData["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_throws_keeps_what_it_had_reached()
    {
        using var session = new TestSession();
        await session.RunAsync("var before = 1;");
        var shown = await session.RunAsync("var reached = 2;\nvar zero = 0;\nvar never = 1 / zero;");
        Assert.IsType<DivideByZeroException>(Assert.IsType<CellResult.Threw>(shown.Result).Exception);
        Assert.Equal(3, (await session.RunAsync("before + reached + never")).Value);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_does_nothing_at_all()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("Console.WriteLine(1);\nvar a = 1;\n  a = b;");
        Assert.Empty(shown.Out);
        Assert.Equal(new CellPosition("cell '1'", 3, 7), shown.CompileError.Start);
        Assert.Equal(new CellPosition("cell '1'", 3, 8), shown.CompileError.End);
        Assert.Contains("cell '1', line 3, column 7: error CS0103", shown.Error.Message, StringComparison.Ordinal);
        Assert.Contains("\n      a = b;\n          ^", shown.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Equal("CS0103", (await session.RunAsync("a")).CompileError.Id);
    }

    [Fact]
    public async Task Warnings_are_printed_on_stderr_and_the_cell_runs()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("#!time\nint F() { return 1; int unreachable = 2; }\nF()");
        Assert.Equal(1, shown.Value);
        Assert.Contains("cell '1', line 2, column 21: warning CS0162", shown.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_look_the_same_whatever_the_readers_culture_is()
    {
        // Made by hand: where .NET has no culture but the invariant one, as here, no other way leads to a decimal comma.
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = commas;
        Assert.Equal("2,5", 2.5.ToString(CultureInfo.CurrentCulture));

        using var session = new TestSession();
        var shown = await session.RunAsync("await Task.Delay(1); var t = new System.Threading.Thread(() => Console.Write(2.5.ToString())); t.Start(); t.Join(); 2.5.ToString()");
        Assert.Equal("2.5", shown.Value);
        Assert.Equal("2.5", shown.Out);
    }

    [Fact]
    public async Task Cells_run_in_the_working_directory_and_the_process_gets_its_own_back()
    {
        var before = Environment.CurrentDirectory;
        using var session = new TestSession();
        session.Write("data.txt", "found");
        Assert.Equal("found", (await session.RunAsync("System.IO.File.ReadAllText(\"data.txt\")")).Value);
        Assert.Equal(before, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task Blocking_on_a_task_is_no_deadlock()
    {
        using var session = new TestSession();
        Assert.Equal(7, (await session.RunAsync("async Task<int> F() { await Task.Delay(5); await Task.Yield(); return 7; }\nF().Result")).Value);
    }

    [Fact]
    public async Task An_exception_in_an_async_void_does_not_end_the_process()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("async void F() { await Task.Yield(); throw new Exception(\"lost\"); }\nF(); await Task.Delay(200);");
        Assert.IsType<CellResult.Value>(shown.Result);
        Assert.Contains("lost", shown.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_start_afresh_one_after_the_other()
    {
        using (var first = new TestSession())
        {
            await first.RunAsync("using Microsoft.DotNet.Interactive.Formatting; Formatter.Register<int>(n => \"mine\", \"text/plain\"); var a = 1;");
            Assert.Equal("mine", (await first.RunAsync("5")).ResultData["text/plain"]);
            Assert.Throws<InvalidOperationException>(() => new TestSession());
        }

        using var second = new TestSession();
        Assert.Equal("5", (await second.RunAsync("5")).ResultData["text/plain"]);
        Assert.Equal("CS0103", (await second.RunAsync("a")).CompileError.Id);
    }

    [Fact]
    public void A_working_directory_that_is_not_there_is_refused() =>
        Assert.Throws<DirectoryNotFoundException>(() => Session.Create(new() { WorkingDirectory = "/no/such/folder" }));
}
