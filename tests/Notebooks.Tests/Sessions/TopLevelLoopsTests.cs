using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Tests;

public class TopLevelLoopsTests
{
    private static string Rewrite(string code) =>
        TopLevelLoops.Rewrite(CSharpSyntaxTree.ParseText(code, ScriptCompiler.ParseOptions), TestContext.Current.CancellationToken).ToString();

    [Fact]
    public void Code_without_top_level_loops_is_left_alone()
    {
        const string code = "var f = (int n) => n + 1;\nvoid G() { for (;;) ; }\nclass C { void H() { while (true) { } } }\nf(1)";
        Assert.Equal(code, Rewrite(code));
    }

    [Fact]
    public void Each_loop_asks_and_no_line_moves()
    {
        var lines = Rewrite("while (a)\n    b();\nforeach (var (x, y) in z) // why\n{\n    for (;;) c();\n}\nlast").Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.Contains("__StopPoint();    b();", lines[1], StringComparison.Ordinal);
        Assert.Contains("__StopPoint();", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_lambda_with_a_body_asks()
    {
        Assert.Contains("() => { __StopPoint();while (true) {__StopPoint();; }", Rewrite("var f = () => { while (true) ; };"), StringComparison.Ordinal);
        Assert.Contains("x => { __StopPoint();return x; }", Rewrite("y.Select(x => { return x; })"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_with_a_loop_means_what_it_meant()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("var sum = 0;\nforeach (var (a, b) in new[] { (1, 2), (3, 4) })\n    sum += a * b;\nwhile (sum < 20) { if (sum % 2 == 0) { sum++; continue; } sum += 2; }\nsum");
        Assert.Equal(21, shown.Value);
        Assert.Empty(shown.Err);
        var wrong = await session.RunAsync("while (sum > 0) { sum = unknown; }");
        Assert.Equal(new CellPosition("cell '2'", 1, 25), wrong.CompileError.Start);
        var thrown = await session.RunAsync("for (var i = 0; i < 3; i++)\n{\n    var k = 1 / (2 - i);\n}");
        Assert.Equal(new CellPosition("cell '3'", 3), Assert.IsType<CellResult.Threw>(thrown.Result).Position);
    }
}
