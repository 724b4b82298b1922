using AngleSharp.Html.Parser;
using CsCheck;
using Tutorial.Book;

namespace Tutorial.Tests;

public class CSharpTextTests
{
    static AngleSharp.Dom.IElement Coloured(string code) => new HtmlParser().ParseDocument($"<pre><code>{CSharpText.ToHtml(code)}</code></pre>").QuerySelector("code")!;

    static readonly string[] Pieces =
        ["var", " ", "\n", "\"", "\"\"\"", "$\"", "{", "}", "<", ">", "&", "'", "//", "/*", "#r", "#!time", "x", "1", "=>", ";", "@", "\t", "é"];

    [Fact]
    public void The_code_itself_never_changes() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Select(string.Concat)
            .Sample(code => Assert.Equal(code, Coloured(code).TextContent));

    [Theory]
    [InlineData("public record Point(double X);", "k", "public record double")]
    [InlineData("var s = \"\"\"raw \"quoted\" text\"\"\";", "s", "\"\"\"raw \"quoted\" text\"\"\"")]
    [InlineData("if (p is { X: > 0 } and not null) { }", "k", "if is and not null")]
    [InlineData("var x = 0x1F + 1e-3;", "n", "0x1F 1e-3")]
    [InlineData("var w = 1; // the weight", "c", "// the weight")]
    [InlineData("#r \"nuget: MathNet.Numerics, 5.0.0\"", "d", "#r \"nuget: MathNet.Numerics, 5.0.0\"")]
    [InlineData("Figure.Data(new Dataset(x))", "t", "Figure Dataset")]
    [InlineData("Figure.Data(data).Show();", "m", "Data Show")]
    [InlineData("Func<Layer, int> f = W.RowCount;", "t", "Func Layer")]
    public void Tokens_have_the_colour_of_what_they_are(string code, string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', Coloured(code).QuerySelectorAll($".{name}").Select(e => e.TextContent)));

    [Fact]
    public void A_name_that_only_looks_like_a_type_has_no_colour() =>
        Assert.Empty(Coloured("X.RowCount").QuerySelectorAll(".t"));
}
