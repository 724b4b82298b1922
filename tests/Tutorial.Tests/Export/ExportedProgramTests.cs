using Notebooks;
using Tutorial.Export;

namespace Tutorial.Tests.Export;

/// <summary>What a notebook's cells become in a program, cell by cell.</summary>
public class ExportedProgramTests
{
    /// <summary>The program of code cells named a, b, c ….</summary>
    static string Of(params string[] cells) => ExportedProgram.Of(
        Notebook.Parse(Samples.Notebook(cells.Select((source, i) => Samples.Code($"{(char)('a' + i)}", source))), "sample.ipynb"), "sample");

    /// <summary>Of that, what lies between the program's own first and last statement.</summary>
    static string Cells(params string[] cells)
    {
        var program = Of(cells);
        var start = program.IndexOf("var page = new Perceptron.Figures.Page(\"sample\");\n\n", StringComparison.Ordinal);
        return program[start..program.IndexOf("page.Write(", StringComparison.Ordinal)].Split('\n', 3)[2].TrimEnd('\n');
    }

    static string Refusal(params string[] cells) => Assert.Throws<NotExportable>(() => Of(cells)).Message;

    [Fact]
    public void The_last_expression_without_a_semicolon_is_shown() =>
        Assert.Equal("var x = 1;   // one\n\npage.Show(x + 1);   // two", Cells("var x = 1;   // one\n\nx + 1   // two"));

    [Fact]
    public void With_a_semicolon_it_is_not() => Assert.Equal("int x;\nx = 3;", Cells("int x;\nx = 3;"));

    [Theory]
    [InlineData("Console.WriteLine(1)", "Console.WriteLine(1);")]
    [InlineData("void F() { }\nF()", "void F() { }\nF();")]
    [InlineData("display(1)", "page.Show(1);")]
    public void What_has_no_value_is_a_statement(string cell, string program) => Assert.Equal(program, Cells(cell));

    [Theory]
    [InlineData("display(1 + 2);", "page.Show(1 + 2);")]
    [InlineData("(1 + 2).Display();", "page.Show((1 + 2));")]
    [InlineData("foreach (var i in new[] { 1 }) i.Display();", "foreach (var i in new[] { 1 }) page.Show(i);")]
    public void A_display_goes_to_the_page(string cell, string program) => Assert.Equal(program, Cells(cell));

    [Fact]
    public void Usings_of_every_cell_are_at_the_top_once()
    {
        var program = Of("using System.IO;\nvar a = 1;", "using System.IO;\nusing static System.Math;\nAbs(-1.0)");
        var cells = program.IndexOf("var page", StringComparison.Ordinal);
        Assert.Equal(2, program[..cells].Split("using System.IO;").Length);
        Assert.Contains("using static System.Math;\n", program[..cells], StringComparison.Ordinal);
        Assert.DoesNotContain("using", program[cells..], StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_become_directives_before_everything_else()
    {
        var lines = Of("#r \"nuget: LinearToNeural.Lesson, 1.0.0\"\n#r \"nuget: Other.Package, 2.1\"   // for later\nvar a = 1;").Split('\n');
        Assert.Contains("#:package LinearToNeural.Lesson@1.0.0", lines);
        Assert.Contains("#:package Other.Package@2.1", lines);
        Assert.True(Array.FindLastIndex(lines, line => line.StartsWith("#:", StringComparison.Ordinal)) < Array.FindIndex(lines, line => line.StartsWith("using", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("#r", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_are_at_the_end()
    {
        var program = Of("/// <summary>A point.</summary>\nrecord P(int X);\nvar p = new P(1);\np", "p.X");
        Assert.EndsWith("page.Write(open: args.Contains(\"--open\"));\n\n/// <summary>A point.</summary>\nrecord P(int X);\n", program, StringComparison.Ordinal);
        Assert.Contains("var p = new P(1);\npage.Show(p);\n\npage.Show(p.X);\n", program, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_that_share_a_name_are_at_the_end_together()
    {
        var program = Of("int F(int n) => n;", "public string F(string s) =>\n    s;\nF(\"x\")");
        Assert.EndsWith("partial class Program\n{\n    static int F(int n) => n;\n\n    static string F(string s) =>\n        s;\n}\n", program, StringComparison.Ordinal);
        Assert.Contains("// F(string s) is at the end", program, StringComparison.Ordinal);
        Assert.Contains("\npage.Show(F(\"x\"));", program, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_only_members_have_are_dropped() =>
        Assert.Equal("int x = 1;\nconst int y = 2;\nint F() => x;", Cells("public static int x = 1;\nconst int y = 2;\nprivate int F() => x;"));

    [Fact]
    public void Raw_strings_and_awaits_stay_as_they_are() => Assert.Equal(
        "var s = \"\"\"\n    #r \"nuget: no\"\n    using X;\n    \"\"\";\nawait Task.Delay(1);\npage.Show(await Task.FromResult(s));",
        Cells("var s = \"\"\"\n    #r \"nuget: no\"\n    using X;\n    \"\"\";\nawait Task.Delay(1);\nawait Task.FromResult(s)"));

    [Fact]
    public void Markdown_becomes_comments_and_the_first_heading_the_title()
    {
        var program = ExportedProgram.Of(Notebook.Parse(Samples.Notebook(Samples.Markdown("m", "# A \"b\" c\n\n| t |\n\n- " + string.Join(' ', Enumerable.Repeat("word", 25)))), "x"), "x");
        Assert.Contains("new Perceptron.Figures.Page(\"A \\\"b\\\" c\");", program, StringComparison.Ordinal);
        Assert.Contains("\n// # A \"b\" c\n//\n// | t |\n//\n// - word", program, StringComparison.Ordinal);
        Assert.Contains("\n//   word word", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_declared_twice_is_named_with_both_cells() => Assert.Equal(
        "cell 'b': 'x' was declared before, in cell 'a'. A program knows each name once: give this one another name.",
        Refusal("var (x, y) = (1, 2);", "var x = 2;"));

    [Theory]
    [InlineData("args", "var args = 1;")]
    [InlineData("page", "var page = 1;")]
    [InlineData("page", "foreach (var page in new[] { 1 }) { }")]
    public void A_name_of_the_programs_own_is_refused(string name, string cell) => Assert.StartsWith($"cell 'a': the name '{name}' is the exported program's own.", Refusal(cell), StringComparison.Ordinal);

    [Fact]
    public void The_same_function_twice_is_refused() => Assert.Contains("'F' was declared before, in cell 'a'", Refusal("int F(int n) => n;", "int F(int m) => m + 1;"), StringComparison.Ordinal);

    [Fact]
    public void A_function_that_shares_its_name_and_uses_a_variable_is_refused() =>
        Assert.Contains("uses 'x' of the notebook", Refusal("var x = 1;\nint F(int n) => n;\nint F(string s) => x;"), StringComparison.Ordinal);

    [Fact]
    public void A_loop_variable_with_the_name_of_a_variable_is_refused() =>
        Assert.Contains("cell 'b': 't' inside a statement has the name of what cell 'a' declares", Refusal("var t = 1;", "for (var t = 0; t < 3; t++) { }"), StringComparison.Ordinal);

    [Fact]
    public void A_parameter_or_a_functions_variable_with_that_name_is_not() =>
        Assert.Contains("Select(t => t)", Cells("var t = 1;", "int F() { var t = 2; return t; }\nnew[] { 1 }.Select(t => t)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("#load \"a.csx\"", "'#load \"a.csx\"' works in a notebook only")]
    [InlineData("#r \"a.dll\"", "'#r \"a.dll\"' works in a notebook only")]
    [InlineData("#!who", "'#!who' works in a notebook only")]
    [InlineData("display(HTML(\"<b>\"));", "'HTML' is known in a notebook only")]
    [InlineData("var d = display(1);", "what display gives back")]
    [InlineData("static int F(this int n) => n;", "'F' extends a type")]
    [InlineData("int P => 3;", "'int P => 3;' can stand by itself in a notebook only")]
    [InlineData("var x = 1;\nvar y = ;", "line 2: ")]
    public void What_only_a_notebook_can_do_is_refused(string cell, string reason) => Assert.StartsWith($"cell 'a': {reason}", Refusal(cell), StringComparison.Ordinal);
}
