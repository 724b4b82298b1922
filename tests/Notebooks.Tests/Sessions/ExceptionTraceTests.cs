namespace Notebooks.Tests;

public class ExceptionTraceTests
{
    [Fact]
    public async Task A_trace_points_into_the_cells_and_shows_no_host()
    {
        using var session = new TestSession();
        await session.RunAsync("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var shown = await session.RunAsync("#!time\nvar zero = 0;\n\nDivide(1, zero)");
        Assert.Equal(
            [
                "System.DivideByZeroException: Attempted to divide by zero.",
                "   at Divide(Int32 a, Int32 b) in cell '1', line 3",
                "   at cell '2', line 4",
            ],
            shown.Error.Traceback);
        Assert.Equal("System.DivideByZeroException", shown.Error.Name);
        Assert.Equal(new CellPosition("cell '2'", 4), Assert.IsType<CellResult.Threw>(shown.Result).Position);
    }

    [Fact]
    public async Task A_cause_is_told_with_its_own_lines()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("try\n{\n    throw new ArgumentException(\"inner\");\n}\ncatch (Exception e)\n{\n    throw new InvalidOperationException(\"outer\", e);\n}");
        Assert.Equal(
            [
                "System.InvalidOperationException: outer",
                "   at cell '1', line 7",
                "Caused by System.ArgumentException: inner",
                "   at cell '1', line 3",
            ],
            shown.Error.Traceback);
    }

    [Fact]
    public async Task Lines_are_known_after_an_await_too()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("await Task.Delay(1);\n\nthrow new Exception(\"x\");");
        Assert.Equal(new CellPosition("cell '1'", 3), Assert.IsType<CellResult.Threw>(shown.Result).Position);
        Assert.All(shown.Error.Traceback, line => Assert.DoesNotContain("Notebooks.", line, StringComparison.Ordinal));
    }
}
