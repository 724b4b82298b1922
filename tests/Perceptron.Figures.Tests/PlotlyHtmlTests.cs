using System.Text.RegularExpressions;

namespace Perceptron.Figures.Tests;

public partial class PlotlyHtmlTests
{
    [Fact]
    public void The_description_is_alternative_text_and_stands_there_until_a_script_runs()
    {
        var html = PlotlyHtml.Chart("{}", "Two \"rings\" & <three> lines, x₁");
        Assert.Contains("role=\"figure\" aria-label=\"Two &quot;rings&quot; &amp; &lt;three&gt; lines, x₁\"", html, StringComparison.Ordinal);
        Assert.Contains(">Two &quot;rings&quot; &amp; &lt;three&gt; lines, x₁</p></div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_the_data_ends_the_script()
    {
        var html = PlotlyHtml.Chart("""{"data":[{"name":"</script><script>alert(1)</SCRIPT><!-- x"}]}""", "d");
        Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase));
        Assert.Single(Regex.Matches(html, "</script", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
    }

    [Fact] // Ids would have to be unique over all cells and old outputs; there are none.
    public void There_is_no_id_to_collide() =>
        Assert.DoesNotMatch(new Regex(@"\sid\s*="), PlotlyHtml.Chart("{}", "d"));

    [Fact]
    public void Different_charts_have_different_keys_and_equal_ones_the_same()
    {
        static string Key(string html) => KeyOf().Match(html).Groups[1].Value;
        Assert.Equal(Key(PlotlyHtml.Chart("{}", "d")), Key(PlotlyHtml.Chart("{}", "d")));
        Assert.NotEqual(Key(PlotlyHtml.Chart("{}", "d")), Key(PlotlyHtml.Chart("{ }", "d")));
        Assert.NotEqual(Key(PlotlyHtml.Chart("{}", "d")), Key(PlotlyHtml.Chart("{}", "e")));
    }

    [Fact]
    public void Lines_end_the_same_on_every_system() => Assert.DoesNotContain('\r', PlotlyHtml.Chart("{}", "d"));

    [GeneratedRegex("data-plotly-chart=\"([0-9a-f]+)\"")]
    private static partial Regex KeyOf();
}
