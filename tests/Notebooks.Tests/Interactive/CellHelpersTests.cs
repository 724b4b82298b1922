namespace Notebooks.Tests;

public class CellHelpersTests
{
    private static MimeBundle OnlyDisplay(Shown shown) => Assert.Single(shown.Outputs.OfType<CellOutput.Display>()).Data;

    [Fact]
    public async Task Display_is_a_function_and_a_method()
    {
        using var session = new TestSession();
        Assert.Equal("1", OnlyDisplay(await session.RunAsync("display(1);"))["text/plain"]);
        Assert.Equal("2", OnlyDisplay(await session.RunAsync("2.Display();"))["text/plain"]);
        Assert.Equal(["text/plain"], OnlyDisplay(await session.RunAsync("display(1, \"text/plain\");")).MimeTypes);
    }

    [Fact]
    public async Task Html_in_a_string_is_escaped_and_html_is_not()
    {
        using var session = new TestSession();
        Assert.Contains("&lt;b&gt;", OnlyDisplay(await session.RunAsync("display(\"<b>\", \"text/html\");"))["text/html"], StringComparison.Ordinal);
        Assert.Equal("<b>", OnlyDisplay(await session.RunAsync("display(HTML(\"<b>\"));"))["text/html"]);
        Assert.Equal("<svg/>", OnlyDisplay(await session.RunAsync("\"<svg/>\".DisplayAs(\"image/svg+xml\");"))["image/svg+xml"]);
    }

    [Theory]
    [InlineData("Javascript(\"f()\")", "text/html", "<script type=\"text/javascript\">f()</script>")]
    [InlineData("CSS(\"p { }\")", "text/html", "<style>p { }</style>")]
    [InlineData("display(Markdown(\"# t\"))", "text/markdown", "# t")]
    [InlineData("display(LaTeX(\"$x$\"))", "text/latex", "$x$")]
    public async Task Each_markup_has_its_mime_type(string code, string mime, string content)
    {
        using var session = new TestSession();
        Assert.Equal(content, OnlyDisplay(await session.RunAsync(code))[mime]);
    }

    [Fact]
    public async Task A_display_is_updated_where_it_stands()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("var d = display(\"old\"); Console.Write(\"after\"); d.Update(\"new\");");
        Assert.Collection(
            shown.Outputs,
            o => Assert.Equal("new", Assert.IsType<CellOutput.Display>(o).Data["text/plain"]),
            o => Assert.Equal("after", Assert.IsType<CellOutput.Stream>(o).Text));
    }

    [Fact]
    public async Task A_display_as_the_last_expression_is_shown_once()
    {
        using var session = new TestSession();
        Assert.Single((await session.RunAsync("display(1)")).Outputs);
    }
}
