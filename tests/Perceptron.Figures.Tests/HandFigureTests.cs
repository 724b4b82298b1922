using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace Perceptron.Figures.Tests;

/// <summary>What the figure to set by hand holds before any script runs; what it does then is tested in a browser.</summary>
public class HandFigureTests
{
    static readonly Lazy<HandFigure> Made = new(() => Figure.ByHand(Post.Data, Post.History[100].Model, learned: Post.Model));

    static string Html => Made.Value.ToHtml();

    [Fact]
    public void It_travels_as_html_and_words()
    {
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(HandFigure)));
        Assert.Equal(Html, Made.Value.ToDisplayString("text/html"));
        Assert.Equal(Made.Value.Description, Made.Value.ToDisplayString("text/plain"));
    }

    [Fact]
    public void Its_words_tell_the_first_setting()
    {
        var words = Figure.ByHand(Post.Points([0, 2, 1], [0, -2, 0], [1, -1, 1]), new Mlp(Post.Layer((0, 1, 0)), Layer.Stack(new LogisticRegression(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([4.0]), -2)))).Description;
        Assert.StartsWith("One line to set by hand. Mean loss ", words, StringComparison.Ordinal);
        Assert.Contains("2 of 3 points on the right side. Line 1: x₂ = 0.", words, StringComparison.Ordinal);
    }

    [Fact] // GitHub and terminals run no script, and the page's own style cannot be counted on.
    public void The_still_picture_has_every_point_and_a_region_and_needs_no_script_and_no_style_sheet()
    {
        var still = Html[..Html.IndexOf("<script", StringComparison.Ordinal)];
        Assert.Equal(100, Regex.Count(still, "m-4 0a4 4"));
        Assert.Equal(100, Regex.Count(still, Regex.Escape("m-5.5 0l5.5")));
        Assert.Matches("data-part=\"one\" d=\"M-?[0-9]", still);
        Assert.Contains($">{System.Net.WebUtility.HtmlEncode(Made.Value.Description)}</p>", still, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_colours_of_the_other_figures()
    {
        foreach (var trace in Chart.Of(Figure.Data(Post.Data)).Named("class"))
        {
            var rgb = Regex.Matches(trace.Color, @"\d+").Take(3).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Contains($"fill=\"#{string.Concat(rgb.Select(c => c.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)))}\"", Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_asks_the_network_for_nothing_has_no_id_and_is_light()
    {
        Assert.DoesNotMatch(@"https?:|src=|@import|\sid\s*=", Html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
        Assert.InRange(Html.Length, 10_000, 40_000);
        Assert.DoesNotContain('\r', Html);
    }

    [Fact]
    public void The_same_figure_is_the_same_text_and_another_has_another_key()
    {
        static string Key(string html) => Regex.Match(html, "data-by-hand=\"([0-9a-f]+)\"").Groups[1].Value;
        Assert.Equal(Html, Figure.ByHand(Post.Data, Post.History[100].Model, learned: Post.Model).ToHtml());
        Assert.NotEqual(Key(Html), Key(Figure.ByHand(Post.Data, Post.History[100].Model).ToHtml()));
    }

    [Fact]
    public void Without_learned_values_they_cannot_be_peeked_at() =>
        Assert.DoesNotContain("learned values", Figure.ByHand(Post.Data, Post.Model).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void A_title_with_markup_stays_text() =>
        Assert.DoesNotContain("<img", Figure.ByHand(Post.Data, Post.Model, title: "</script><img src=x>").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Other_networks_are_refused_with_what_was_expected()
    {
        static string Said(Func<HandFigure> draw) => Assert.Throws<ArgumentException>(draw).Message;
        var five = Mlp.Random(new NumPyRandom(1), 2, 5, 1);
        Assert.Contains("1 to 4 hidden units", Said(() => Figure.ByHand(Post.Data, five)), StringComparison.Ordinal);
        Assert.Contains("as many hidden units in learned as in start, 3, but got 2", Said(() => Figure.ByHand(Post.Data, Post.Model, Mlp.Random(new NumPyRandom(1), 2, 2, 1))), StringComparison.Ordinal);
        Assert.Contains("expects 2 columns", Said(() => Figure.ByHand(Post.Points([1, 2, 3, 0]), Post.Model)), StringComparison.Ordinal);
    }
}
