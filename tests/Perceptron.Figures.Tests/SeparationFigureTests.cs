using CsCheck;

namespace Perceptron.Figures.Tests;

public class SeparationFigureTests
{
    static readonly Dataset FourPoints = Post.Points([-1, 1, 0], [2, -1, 0], [1, 1, 1], [3, 0, 1]);

    /// <summary>Any line that is not too steep for a picture, and vertical and horizontal ones.</summary>
    static readonly Gen<(double W1, double W2, double B)> Lines =
        Gen.OneOf(Gen.Select(Gen.Double[-9, 9], Gen.Double[-9, 9], Gen.Double[-9, 9]), Gen.Select(Gen.Double[0.1, 9], Gen.Const(0.0), Gen.Double[-9, 9]), Gen.Select(Gen.Const(0.0), Gen.Double[0.1, 9], Gen.Double[-9, 9]));

    [Fact]
    public void The_line_lies_on_wx_plus_b_and_ends_at_the_frame() => Lines.Sample((w1, w2, b) =>
    {
        var chart = Chart.Of(Figure.Separation(FourPoints, Post.Line(w1, w2, b)));
        var (x, y) = (chart.Range("xaxis"), chart.Range("yaxis"));
        static bool Equal(double a, double b) => Math.Abs(a - b) < 1e-12;
        bool IsEdge(double px, double py) => Equal(px, x.Low) || Equal(px, x.High) || Equal(py, y.Low) || Equal(py, y.High);
        return chart.Named("wᵀx").Where(t => t.Mode == "lines").All(line => line.X.Zip(line.Y).All(p =>
            Math.Abs(w1 * p.First + w2 * p.Second + b) < 1e-10
            && p.First >= x.Low && p.First <= x.High && p.Second >= y.Low && p.Second <= y.High && IsEdge(p.First, p.Second)));
    });

    [Fact]
    public void A_line_is_drawn_exactly_when_it_crosses_the_frame() => Lines.Sample((w1, w2, b) =>
    {
        var chart = Chart.Of(Figure.Separation(FourPoints, Post.Line(w1, w2, b)));
        var (x, y) = (chart.Range("xaxis"), chart.Range("yaxis"));
        double[] corners = [w1 * x.Low + w2 * y.Low + b, w1 * x.Low + w2 * y.High + b, w1 * x.High + w2 * y.Low + b, w1 * x.High + w2 * y.High + b];
        return Math.Abs(corners.Min()) < 1e-9 || Math.Abs(corners.Max()) < 1e-9
            || chart.Named("wᵀx").Any(t => t.Mode == "lines") == (corners.Min() < 0 && corners.Max() > 0);
    });

    [Fact]
    public void A_vertical_line_is_vertical()
    {
        var line = Chart.Of(Figure.Separation(FourPoints, Post.Line(2, 0, -1))).Named("wᵀx")[0];
        Assert.Equal([0.5, 0.5], line.X);
    }

    [Fact]
    public void The_arrow_starts_on_the_line_and_points_to_the_positive_side() => Lines.Sample((w1, w2, b) =>
        Chart.Of(Figure.Separation(FourPoints, Post.Line(w1, w2, b))).Named("wᵀx").Where(t => t.Mode.Contains("text")).All(arrow =>
            Math.Abs(w1 * arrow.X[0] + w2 * arrow.Y[0] + b) < 1e-9 && w1 * arrow.X[1] + w2 * arrow.Y[1] + b > 0));

    [Fact]
    public void Points_on_the_wrong_side_carry_a_ring_and_are_counted()
    {
        // x₁ > 0.5 is predicted 1: (2, −1) is wrong.
        var figure = Figure.Separation(FourPoints, Post.Line(2, 0, -1));
        var wrong = Assert.Single(Chart.Of(figure).Named("on the wrong side (1)"));
        Assert.Equal([2.0], wrong.X);
        Assert.Equal([-1.0], wrong.Y);
        Assert.Equal("One line: 3 of 4 points on the right side", figure.Title);
        Assert.Contains("the wrong ones carry a ring: 1 of class 0 and 0 of class 1", figure.Description, StringComparison.Ordinal);
        Assert.Contains("The line 2x₁ − 1 = 0 is vertical", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void No_ring_is_drawn_when_all_are_right() =>
        Assert.Empty(Chart.Of(Figure.Separation(Post.Points([-1, 0, 0], [1, 0, 1]), Post.Line(1, 0, 0))).Named("on the wrong side"));

    [Fact]
    public void A_classifier_without_weights_has_no_line_and_says_so()
    {
        var figure = Figure.Separation(FourPoints, Post.Line(0, 0, 1));
        Assert.Empty(Chart.Of(figure).Named("wᵀx"));
        Assert.Contains("does not cross the picture", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_axes_take_the_names_of_the_features()
    {
        var chart = Chart.Of(Figure.Separation(FourPoints.Map(FeatureMap.Squares), Post.Line(1, 1, -4), xAxis: "x₁²", yAxis: "x₂²"));
        Assert.Equal("x₁²", chart.Layout.GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("x₂²", chart.Layout.GetProperty("yaxis").GetProperty("title").GetProperty("text").GetString());
    }
}
