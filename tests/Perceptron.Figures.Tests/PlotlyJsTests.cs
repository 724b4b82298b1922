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
    public void It_holds_plotly_js_of_the_Plotly_NET_package() =>
        Assert.Contains("plotly.js v2.28.0", PlotlyJs.Embed().ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void It_does_nothing_where_plotly_js_is_and_registers_with_no_module_loader() =>
        Assert.Contains("if (!window.Plotly) (function (define, module, exports) {", PlotlyJs.Embed().ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void It_tells_figures_that_wait() => Assert.Contains("plotly-ready", PlotlyJs.Embed().ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Its_text_is_one_sentence() => Assert.Matches(@"^[^.]+\.js [^.]+\.$", PlotlyJs.Embed().ToString());
}
