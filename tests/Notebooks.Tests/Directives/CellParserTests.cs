using CsCheck;

namespace Notebooks.Tests;

public class CellParserTests
{
    private static CellText Parse(string text) => CellParser.Parse(text, "cell 'x'");

    [Fact]
    public void Lines_keep_their_numbers_when_directives_are_taken_out()
    {
        var cell = Parse("#r \"nuget: A.B, 1.0\"\n#!time\nvar x = 1;\n#!who\nx");
        Assert.Equal([new CellPart.Code("\n\nvar x = 1;"), new CellPart.Who(WithValues: false), new CellPart.Code("\n\n\n\nx")], cell.Parts);
        Assert.True(cell.IsTimed);
        Assert.Equal([new CellReference.Package(new("A.B", "1.0"), 1)], cell.References);
    }

    [Theory]
    [InlineData("var s = \"\"\"\n#!bogus\n\"\"\";")]
    [InlineData("var s = @\"\n#r \"\"nuget: A\"\"\n\";")]
    [InlineData("/*\n#!bogus\n*/")]
    [InlineData("// text\n#if false\n#!bogus\n#endif")]
    public void What_only_looks_like_a_directive_is_code(string code)
    {
        var cell = Parse(code);
        Assert.Empty(cell.Errors);
        Assert.Empty(cell.References);
        Assert.Equal([new CellPart.Code(code)], cell.Parts);
    }

    [Fact]
    public void Languages_take_turns()
    {
        var cell = Parse("#!meta\n{\"a\": \"don't\"}\n#!markdown\n# It's \"\"\" a title\n#!csharp\n#r \"nuget: A, 1\"\nvar a = 1;");
        Assert.Empty(cell.Errors);
        Assert.Equal([new CellPart.Markdown("# It's \"\"\" a title"), new CellPart.Code("\n\n\n\n\n\nvar a = 1;")], cell.Parts);
        Assert.Equal([new CellReference.Package(new("A", "1"), 6)], cell.References);
    }

    [Theory]
    [InlineData("#r \"nuget:A\"", "A", "*")]
    [InlineData("#r \"nuget: A , 1.0.0-beta.1\"", "A", "1.0.0-beta.1")]
    [InlineData("#r \"NuGet:A,[1.0,2.0)\" // why", "A", "[1.0,2.0)")]
    public void A_package_is_read_with_its_version(string line, string id, string version) =>
        Assert.Equal([new CellReference.Package(new(id, version), 1)], Parse(line).References);

    [Fact]
    public void A_path_and_a_source_are_told_from_a_package() =>
        Assert.Equal(
            [new CellReference.Assembly("bin/A.dll", 1), new CellReference.Source("../feed", 2)],
            Parse("#r \"bin/A.dll\"\n#i \"nuget: ../feed\"").References);

    [Theory]
    [InlineData("\n#!bogus x", 2, "'#!bogus' is not known here. Known are #!csharp, #!markdown")]
    [InlineData("#!import", 1, "#!import expects a path")]
    [InlineData("1;\n\n#r \"nuget: , 1\"", 3, "names no package")]
    [InlineData("#i \"somewhere\"", 1, "is no package source")]
    public void A_directive_that_cannot_be_read_is_named_with_its_line(string code, int line, string message)
    {
        var error = Assert.Single(Parse(code).Errors);
        Assert.Equal(new CellPosition("cell 'x'", line, 1), error.Start);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact] // every line of code stands where it stood
    public void Parts_put_together_are_the_cell() =>
        Gen.OneOf("var a = 1;", "#!who", "#!time", "", "  b();", "#!import a.cs", "// c").Array[0, 8].Sample(lines =>
        {
            var cell = Parse(string.Join('\n', lines));
            var seen = new string[lines.Length];
            foreach (var code in cell.Parts.OfType<CellPart.Code>().Select(part => part.Text.Split('\n')))
            {
                for (var i = 0; i < code.Length; i++)
                    seen[i] = code[i].Length > 0 ? code[i] : seen[i];
            }

            return cell.Errors.IsEmpty && lines.Index().All(line => line.Item.StartsWith('#') || line.Item.Length == 0 || seen[line.Index] == line.Item);
        });
}
