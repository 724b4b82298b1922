namespace Notebooks.Tests;

/// <summary>The directives, followed in a session. Packages are in <see cref="PackageTests"/>.</summary>
public class DirectiveTests
{
    [Fact]
    public async Task Time_is_reported()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("#!time\n1 + 1");
        Assert.Equal(2, shown.Value);
        Assert.Matches(@"^Wall time: \d+(\.\d)? ms$", Assert.Single(shown.Outputs.OfType<CellOutput.Display>()).Data["text/plain"]);
    }

    [Fact]
    public async Task Who_lists_the_names_so_far_and_whos_their_values()
    {
        using var session = new TestSession();
        await session.RunAsync("var b = 2; var a = 1;");
        await session.RunAsync("var b = 3;");
        var shown = await session.RunAsync("#!who\nvar later = 1;");
        Assert.Equal("a\nb", Assert.Single(shown.Outputs.OfType<CellOutput.Display>()).Data["text/plain"]);
        Assert.Contains("b: 3", Assert.Single((await session.RunAsync("#!whos")).Outputs.OfType<CellOutput.Display>()).Data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_is_shown_and_csharp_goes_on()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("#!markdown\n# Title\n#!csharp\n1 + 1");
        Assert.Equal("# Title", Assert.Single(shown.Outputs.OfType<CellOutput.Display>()).Data["text/markdown"]);
        Assert.Equal(2, shown.Value);
    }

    [Fact]
    public async Task An_unknown_directive_runs_nothing_of_the_cell()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("Console.Write(1);\n#!share x");
        Assert.Empty(shown.Out);
        Assert.Equal(2, shown.CompileError.Start.Line);
        Assert.Contains("'#!share' is not known here", shown.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_loaded_with_what_it_loads_itself()
    {
        using var session = new TestSession();
        session.Write("lib/inner.csx", "int Inner() => 20;");
        session.Write("lib/outer.csx", "#load \"inner.csx\"\nint Outer() => 2 * Inner() + 2;");
        Assert.Equal(42, (await session.RunAsync("#load \"lib/outer.csx\"\nOuter()")).Value);
        Assert.Equal("CS1504", (await session.RunAsync("#load \"missing.csx\"")).CompileError.Id);
    }

    [Fact]
    public async Task Files_are_imported_by_their_kind()
    {
        using var session = new TestSession();
        session.Write("a.cs", "int FromFile() => 1;");
        session.Write("b.dib", "#!meta\n{}\n#!markdown\n# It's text\n#!csharp\nint FromScript() => 2;");
        session.Write("c.ipynb", Samples.Json("var three = 3;", "int FromNotebook() => three;"));
        var shown = await session.RunAsync("#!import a.cs\n#!import b.dib\n#!import \"c.ipynb\"\nFromFile() + FromScript() + FromNotebook()");
        Assert.Equal(6, shown.Value);
    }

    [Theory]
    [InlineData("#!import missing.cs", "there is no file")]
    [InlineData("#!import text.txt", ".ipynb, .dib, .cs or .csx is expected")]
    [InlineData("#!import self.dib", "imports itself")]
    [InlineData("#!import broken.ipynb", "damaged")]
    public async Task An_import_that_fails_says_why(string line, string message)
    {
        using var session = new TestSession();
        session.Write("text.txt", "");
        session.Write("self.dib", "#!csharp\n#!import self.dib");
        session.Write("broken.ipynb", "{");
        var shown = await session.RunAsync($"\n{line}");
        Assert.Contains(message, shown.CompileError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_imported_file_names_the_file_and_its_line()
    {
        using var session = new TestSession();
        session.Write("bad.cs", "int a = 1;\nint b = c;");
        Assert.Equal(new CellPosition("bad.cs", 2, 9), (await session.RunAsync("#!import bad.cs")).CompileError.Start);
    }

    [Fact]
    public async Task An_assembly_is_referred_to_by_its_path_and_finds_what_lies_beside_it()
    {
        using var session = new TestSession();
        var beside = TestPackage.Compile(Path.Combine(session.Folder, "bin", "Beside.dll"), "public static class Beside { public static int N => 21; }");
        TestPackage.Compile(Path.Combine(session.Folder, "bin", "Named.dll"), "public static class Named { public static int N => 2 * Beside.N; }", beside);
        Assert.Equal(42, (await session.RunAsync("#r \"bin/Named.dll\"\nNamed.N")).Value);
        var error = (await session.RunAsync("\n#r \"bin/Missing.dll\"")).CompileError;
        Assert.Equal(2, error.Start.Line);
        Assert.Contains("There is no assembly", error.Message, StringComparison.Ordinal);
    }
}
