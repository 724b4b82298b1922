namespace Perceptron.Figures.Tests;

public class CurvesFigureTests
{
    static readonly (double X, double Y)[] Three = [(1, 0.5), (2, 0.25), (4, 1)];

    static string Refused(params (string Name, IEnumerable<(double X, double Y)> Points)[] curves) =>
        Assert.Throws<ArgumentException>(() => Figure.Curves(curves, "units", "share")).Message;

    [Fact]
    public void Every_point_of_a_short_curve_is_drawn_and_marked()
    {
        var curve = Assert.Single(Chart.Of(Figure.Curves([("network", Three)], "units", "share")).Traces);
        Assert.Equal([1.0, 2, 4], curve.X);
        Assert.Equal([0.5, 0.25, 1], curve.Y);
        Assert.Equal("lines+markers", curve.Mode);
    }

    [Fact]
    public void A_long_curve_is_smooth_and_thinned_but_keeps_its_ends_and_its_spikes()
    {
        var points = Enumerable.Range(0, 10_000).Select(i => ((double)i, i == 4567 ? 7.0 : Math.Sin(i / 1000.0))).ToArray();
        var curve = Assert.Single(Chart.Of(Figure.Curves([("wave", points)], "x", "y")).Traces);
        Assert.Equal("lines", curve.Mode);
        Assert.InRange(curve.X.Length, 300, 610);
        Assert.Equal((0, 9999), (curve.X[0], curve.X[^1]));
        Assert.Equal(7, curve.Y[Array.IndexOf(curve.X, 4567)]);
    }

    [Fact]
    public void Curves_are_told_apart_by_name_and_dash_and_the_axes_hold_them_all()
    {
        var chart = Chart.Of(Figure.Curves([("one", Three), ("other", [(0, -1), (3, 2)])], "units", "share"));
        Assert.Equal(["one", "other"], chart.Traces.Select(t => t.Name));
        Assert.Equal(2, chart.Traces.Select(t => t.Dash).Distinct().Count());
        var ((left, right), (bottom, top)) = (chart.Range("xaxis"), chart.Range("yaxis"));
        Assert.All(chart.Traces, t => Assert.All(t.X, x => Assert.InRange(x, left, right)));
        // With some room: a curve on the frame is hard to see.
        Assert.All(chart.Traces, t => Assert.All(t.Y, y => Assert.InRange(y, bottom + 0.1, top - 0.1)));
        Assert.All(chart.Traces, t => Assert.NotEqual(Chart.Of(Figure.Regions(Post.Data, Post.Line(1, 0, 0))).Named("ŷ = ½")[0].LineColor, t.LineColor));
    }

    [Fact]
    public void Each_axis_carries_its_own_name()
    {
        var chart = Chart.Of(Figure.Curves([("network", Three)], "units", "share"));
        Assert.Equal(["units", "share"], ((string[])["xaxis", "yaxis"]).Select(axis => chart.Layout.GetProperty(axis).GetProperty("title").GetProperty("text").GetString()));
    }

    [Fact]
    public void Six_curves_and_an_upright_one_can_be_drawn()
    {
        var chart = Chart.Of(Figure.Curves([.. Enumerable.Range(1, 6).Select(k => ($"{k}", (IEnumerable<(double, double)>)[(2, 0), (2, k)]))], "x", "y"));
        Assert.Equal(6, chart.Traces.Select(t => t.Dash).Distinct().Count());
        var (left, right) = chart.Range("xaxis");
        Assert.True(left < right);
    }

    [Fact]
    public void Title_and_description_say_the_axes_and_each_curves_ends_and_extremes()
    {
        var figure = Figure.Curves([("network", Three), ("circle", [(1, 2), (4, 2)])], "units", "share of successes");
        Assert.Equal("Share of successes over units", figure.Title);
        Assert.Equal("Share of successes over units. Network: from 0.5 at 1 to 1 at 4; least 0.25 at 2, greatest 1 at 4. Circle: 2 everywhere.", figure.Description);
    }

    [Fact]
    public void A_flat_curve_has_room_above_and_below()
    {
        var (bottom, top) = Chart.Of(Figure.Curves([("circle", [(0, 2), (360, 2)])], "x", "y")).Range("yaxis");
        Assert.InRange(bottom, 1, 1.95);
        Assert.InRange(top, 2.05, 3);
    }

    [Fact]
    public void A_symbol_at_the_start_of_a_sentence_keeps_its_form() =>
        Assert.Equal("α = 0.01: from 0.5 at 1 to 1 at 4; least 0.25 at 2, greatest 1 at 4.", Figure.Curves([("α = 0.01", Three)], "x", "ŷ", "T").Description["T. ŷ over x. ".Length..]);

    [Fact]
    public void What_cannot_be_drawn_is_refused_by_name()
    {
        Assert.Contains("expects one to six curves, but got none", Refused(), StringComparison.Ordinal);
        Assert.Contains("but got 7", Refused([.. Enumerable.Repeat<(string, IEnumerable<(double, double)>)>(("one", Three), 7)]), StringComparison.Ordinal);
        Assert.Contains("\"dot\" has 1", Refused(("dot", [(1, 1)])), StringComparison.Ordinal);
        Assert.Contains("\"endless\" has more", Refused(("endless", Endless())), StringComparison.Ordinal);
        Assert.Contains("the 2. point of \"gap\" is (2, not a number)", Refused(("gap", [(1, 1), (2, double.NaN)])), StringComparison.Ordinal);
    }

    static IEnumerable<(double, double)> Endless()
    {
        for (var i = 0; ; i++)
            yield return (i, 1);
    }
}
