using AngleSharp.Html.Parser;
using CsCheck;
using Tutorial.Book;

namespace Tutorial.Tests;

public class MarkdownTextTests
{
    static MarkdownText Render(string markdown) => MarkdownText.Render(markdown, "cell", new Anchors("cell"), url => url);

    static AngleSharp.Html.Dom.IHtmlDocument Document(string markdown) => new HtmlParser().ParseDocument(Render(markdown).Html);

    [Theory]
    [InlineData(@"w_m^\top h_i + b_m")]
    [InlineData(@"a * b * c")]
    [InlineData(@"x_1 < x_2 \& y > 0")]
    [InlineData(@"\{0, 1\}")]
    [InlineData(@"|w|")]
    [InlineData(@"\hat{y} = \sigma(z)\,[x_1^2, x_2^2](a)")]
    [InlineData(@"f'(x)~\text{where `x`}")]
    public void Mathematics_in_a_line_goes_through_untouched(string tex)
    {
        var math = Document($"before ${tex}$ after").QuerySelector("span.math");
        Assert.Equal(tex, math?.TextContent);
        Assert.Empty(math!.Children);
    }

    [Theory]
    [InlineData("$$\n{0}\n$$")]
    [InlineData("text\n\n$$\n{0}\n$$\n\ntext")]
    [InlineData("$$ {0} $$")]
    [InlineData("text\n$$\n{0}\n$$\ntext")]
    [InlineData("- a\n\n  $${0}$$\n- b")]
    [InlineData("a\n$$\n{0}\n$$\nand $y$, **$$z$$**", 1)]
    public void Mathematics_on_its_own_goes_through_untouched(string frame, int others = 0)
    {
        const string tex = "\\begin{aligned}\ns_1 &= Wx + b \\\\\n- 1\n= 2\n> 0 \\\\\nh &= \\sigma(s_1) * 1 < 2\n\\end{aligned}";
        var all = Document(frame.Replace("{0}", tex, StringComparison.Ordinal)).QuerySelectorAll(".math.display");
        Assert.Equal(1 + others, all.Length);
        var math = all[0];
        Assert.Equal(tex, math.TextContent.Trim());
        Assert.Empty(math.Children);
    }

    [Fact]
    public void Mathematics_of_letters_and_markdown_signs_is_never_mangled() =>
        Gen.Char["ab_*^{}\\|<>&[]()~# "].Array[1, 12].Select(c => new string(c)).Where(tex => tex.Trim() == tex && !tex.EndsWith('\\')).Sample(tex =>
        {
            var math = Document($"x ${tex}$ y").QuerySelector("span.math");
            Assert.Equal(tex, math?.TextContent);
        });

    [Fact]
    public void Mathematics_in_a_table_keeps_its_bars() =>
        Assert.Equal(["|w|", "2"], Document("| a | b |\n|---|---|\n| $|w|$ | $2$ |").QuerySelectorAll("td .math").Select(m => m.TextContent));

    [Fact]
    public void Mathematics_in_a_quotation_loses_the_quotations_signs() =>
        Assert.Equal("a\nb", Document("> note\n> $$\n> a\n> b\n> $$").QuerySelector("blockquote .math.display")?.TextContent);

    [Fact]
    public void Mathematics_may_stand_in_headings_emphasis_and_links() =>
        Assert.Equal(["x_1", "y", "z"], Document("## On $x_1$\n\n**$y$** and [$z$](#a)").QuerySelectorAll("h2 .math, strong .math, a .math").Select(m => m.TextContent));

    [Fact]
    public void Prices_are_no_mathematics() => Assert.Empty(Document("from $5 to $6 a piece").QuerySelectorAll(".math"));

    [Fact]
    public void Dollars_in_code_are_no_mathematics() => Assert.Empty(Document("`$x$` and ``a`$y$`` and\n\n```\n$$\ny\n$$\n```\n\n~~~\n$z$").QuerySelectorAll(".math"));

    [Fact]
    public void A_heading_that_opens_a_cell_is_reached_by_the_cells_id_and_later_ones_by_their_own()
    {
        var text = Render("## First\n\ntext\n\n### First\n\n### Another thing");
        Assert.Equal(["cell", "first", "another-thing"], text.Headings.Select(h => h.Anchor));
        var ids = new HtmlParser().ParseDocument(text.Html).QuerySelectorAll("[id]").Select(e => e.Id);
        Assert.Equal(["first", "another-thing"], ids);
    }

    [Fact]
    public void The_first_paragraph_loses_its_links_but_not_their_words() =>
        Assert.Equal("See <em>the</em> post.", Render("# Title\n\nSee [*the* post](https://example.org).\n\nMore.").FirstParagraph);

    [Fact]
    public void Addresses_are_translated() =>
        Assert.Contains("href=\"B.HTML\"", MarkdownText.Render("[next](b.html)", "c", new Anchors(), url => url.ToUpperInvariant()).Html, StringComparison.Ordinal);

    [Fact]
    public void CSharp_in_a_fence_is_coloured() => Assert.Equal("var", Document("```csharp\nvar x = 1;\n```").QuerySelector("pre .k")?.TextContent);
}
