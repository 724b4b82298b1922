namespace Perceptron.Figures.Tests;

public class DataFigureTests
{
    [Fact]
    public void Every_point_is_drawn_where_it_is_with_its_class()
    {
        var chart = Chart.Of(Figure.Data(Post.Data));
        for (var label = 0; label < 2; label++)
        {
            var drawn = Assert.Single(chart.Named($"class {label}"));
            var rows = Enumerable.Range(0, Post.Data.Count).Where(i => Post.Data.Y[i, 0] == label).ToArray();
            Assert.Equal(rows.Select(i => Post.Data.X[i, 0]), drawn.X);
            Assert.Equal(rows.Select(i => Post.Data.X[i, 1]), drawn.Y);
        }
    }

    [Fact]
    public void Both_axes_share_a_scale_and_hold_all_points()
    {
        var chart = Chart.Of(Figure.Data(Post.Data));
        var (x, y) = (chart.Range("xaxis"), chart.Range("yaxis"));
        Assert.Equal("x", chart.Layout.GetProperty("yaxis").GetProperty("scaleanchor").GetString());
        Assert.Equal(x.High - x.Low, y.High - y.Low, 9);
        Assert.All(chart.Traces, t => Assert.All(t.X, value => Assert.InRange(value, x.Low, x.High)));
        Assert.All(chart.Traces, t => Assert.All(t.Y, value => Assert.InRange(value, y.Low, y.High)));
    }

    [Fact]
    public void Very_different_ranges_keep_their_own_scales() =>
        Assert.False(Chart.Of(Figure.Data(Post.Points([0, 0, 0], [1, 900, 1]))).Layout.GetProperty("yaxis").TryGetProperty("scaleanchor", out _));

    [Fact]
    public void The_description_counts_and_finds_the_rings()
    {
        var words = Figure.Data(Post.Data).Description;
        Assert.Contains("Class 0 (circles): 100 points, a ring of radius 3", words, StringComparison.Ordinal);
        Assert.Contains("Class 1 (diamonds): 100 points, a ring of radius 1", words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_ring_is_described_by_its_range()
    {
        var words = Figure.Data(Post.Points([1, 2, 0], [3, 5, 0], [-1, 0.5, 1])).Description;
        Assert.Contains("Class 0 (circles): two points, x₁ from 1 to 3, x₂ from 2 to 5.", words, StringComparison.Ordinal);
        Assert.Contains("Class 1 (diamonds): one point, x₁ from −1 to −1", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_point_of_one_class_is_drawn() =>
        Assert.Equal([7.0], Assert.Single(Chart.Of(Figure.Data(Post.Points([7, 7, 1]))).Traces).X);

    [Fact]
    public void Points_of_three_dimensions_are_refused_with_what_was_expected()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Data(Post.Points([1, 2, 3, 0])));
        Assert.Contains("Figure.Data", error.Message, StringComparison.Ordinal);
        Assert.Contains("expects 2 columns in X, but got 1×3", error.Message, StringComparison.Ordinal);
    }
}
