using System.Text.RegularExpressions;

namespace Perceptron.Figures.Tests;

public class PlotlyJsTests
{
    [Fact]
    public void The_html_is_one_script_that_pages_can_recognize_and_share()
    {
        var html = PlotlyJs.Embed().ToHtml();
        Assert.StartsWith("<script data-plotly-js", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase));
        Assert.Single(Regex.Matches(html, "</script", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_plotly_js_of_the_Plotly_NET_package_in_less_than_half_its_size()
    {
        var html = PlotlyJs.Embed().ToHtml();
        var text = PlotlyHtml.Embedded(html);
        Assert.Contains("plotly.js v2.28.0", text[..200], StringComparison.Ordinal);
        Assert.InRange(html.Length, 1_000_000, text.Length / 2);
    }

    [Fact]
    public void Its_text_is_one_sentence() => Assert.Matches(@"^[^.]+\.js [^.]+\.$", PlotlyJs.Embed().ToString());
}
