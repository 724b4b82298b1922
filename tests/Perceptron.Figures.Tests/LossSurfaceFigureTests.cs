using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures.Tests;

public class LossSurfaceFigureTests
{
    static readonly Figure Surface = Figure.LossSurface(Post.Data, Post.History);

    static readonly Dataset FourPoints = Post.Points([-1, 0, 0], [1, 0, 1], [0, 2, 1], [2, -3, 0]);

    /// <summary>A model of two weights and no bias that matters, at a place of the plane.</summary>
    static Epoch At(int t, double w1, double w2) => new(t, t, new LogisticRegression(Vector<double>.Build.Dense([w1, w2]), 0).ToMlp());

    static double Number(string pattern, string text) => double.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);

    static double Loss(double w1, double w2) =>
        CrossEntropy.Loss(At(0, w1, w2).Model.Forward(FourPoints.X).Scores, FourPoints.Y, Reduction.Mean);

    [Fact] // A path in the plane of two weights: a projection that turns or stretches it would not keep its distances.
    public void A_flat_path_keeps_its_shape()
    {
        Epoch[] run = [At(0, 3, -1), At(1, 1, 0.5), At(2, 0, 0.2), At(3, -1, 2)];
        var path = Chart.Of(Figure.LossSurface(FourPoints, run)).Named("the run").Single();
        double Between(int i, int j) => Math.Sqrt(Math.Pow(path.X[i] - path.X[j], 2) + Math.Pow(path.Y[i] - path.Y[j], 2));
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < i; j++)
                Assert.Equal((run[i].Model.Layers[0].Weights - run[j].Model.Layers[0].Weights).FrobeniusNorm(), Between(i, j), 9);
        Assert.Equal((0, 0), (path.X[^1], path.Y[^1]));
        // Forward in both directions.
        Assert.True(path.X[0] < 0 && path.Y[0] <= 0);
    }

    [Fact] // Turned back into weights, each point of a line has the loss that the line is named by.
    public void A_line_of_equal_loss_has_that_loss()
    {
        Epoch[] run = [At(0, 3, 0), At(1, 2, 0.1), At(2, -2, -0.1), At(3, 1, 0)];
        var figure = Figure.LossSurface(FourPoints, run);
        var chart = Chart.Of(figure);
        // Seen from the end, the start lies 2 in the direction of the first weight: so far the picture is turned, and mirrored perhaps.
        var start = chart.Named("start").Single();
        (double W1, double W2) Weights(double x, double y, int mirrored)
        {
            var turn = -Math.Atan2(mirrored * start.Y[0], start.X[0]);
            return (1 + x * Math.Cos(turn) - mirrored * y * Math.Sin(turn), x * Math.Sin(turn) + mirrored * y * Math.Cos(turn));
        }
        var levels = chart.Named("level");
        Assert.NotEmpty(levels);
        double[] named = [.. Regex.Match(figure.Description, @"lines at (.+)\.$").Groups[1].Value.Split([", ", " and "], StringSplitOptions.None).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        double Miss(int mirrored) => levels.Max(level => level.X.Zip(level.Y).Max(p => Weights(p.First, p.Second, mirrored) is var w ? named.Min(n => Math.Abs(Math.Log(Loss(w.W1, w.W2) / n))) : 0));
        Assert.InRange(Math.Min(Miss(1), Miss(-1)), 0, 0.01);
    }

    [Fact]
    public void A_number_stands_on_a_line_of_its_own_loss()
    {
        var chart = Chart.Of(Surface);
        var words = chart.Traces.Where(t => t.Mode == "text").ToArray();
        Assert.True(words.Length >= 4);
        var range = chart.Range("xaxis");
        var unit = range.High - range.Low;
        foreach (var word in words)
            Assert.InRange(chart.Named("level").Min(level => level.X.Zip(level.Y).Min(p => Math.Abs(p.First - word.X[0]) + Math.Abs(p.Second - word.Y[0]))) / unit, 0.01, 0.12);
    }

    [Fact]
    public void Its_scale_is_the_same_in_both_directions()
    {
        var chart = Chart.Of(Surface);
        Assert.Equal("x", chart.Layout.GetProperty("yaxis").GetProperty("scaleanchor").GetString());
        var (x, y) = (chart.Range("xaxis"), chart.Range("yaxis"));
        Assert.All(chart.Named("the run").Single().X, value => Assert.InRange(value, x.Low, x.High));
        Assert.All(chart.Named("the run").Single().Y, value => Assert.InRange(value, y.Low, y.High));
    }

    [Fact] // Sums of squares over the projected path and over all parameters: no eigenvectors are asked.
    public void The_share_of_the_path_in_the_plane_is_said()
    {
        static double[] Flat(Mlp model) => [.. model.Layers.SelectMany(layer => layer.Weights.Enumerate().Concat(layer.Bias))];
        static double Variance(double[][] rows) => Enumerable.Range(0, rows[0].Length).Sum(k => rows.Average(r => r[k] * r[k]) - Math.Pow(rows.Average(r => r[k]), 2));
        Epoch[] run = [.. Post.History.Take(40)]; // Short enough that no point of the path is left out of the drawing.
        var figure = Figure.LossSurface(Post.Data, run);
        var path = Chart.Of(figure).Named("the run").Single();
        Assert.Equal(40, path.X.Length);
        var share = Variance([.. path.X.Zip(path.Y, (x, y) => new[] { x, y })]) / Variance([.. run.Select(e => Flat(e.Model))]);
        Assert.InRange(share, 0.5, 1);
        Assert.Equal(100 * share, Number(@"They hold ([\d.]+) % of the path's variance", figure.Description), 0.06);
    }

    [Fact]
    public void The_description_tells_the_map_from_the_run()
    {
        Assert.Contains("two directions of the 13 parameters", Surface.Description, StringComparison.Ordinal);
        Assert.Contains($"at its start the run's is {Words.Number(Post.History[0].Loss)}, the map's beneath it ", Surface.Description, StringComparison.Ordinal);
        // A flat path lies in its plane: there the map has the run's own loss.
        Epoch[] flat = [At(0, 3, -1) with { Loss = Loss(3, -1) }, At(1, 1, 0.5), At(2, -1, 2)];
        var words = Figure.LossSurface(FourPoints, flat).Description;
        Assert.Contains("They hold 100 % of the path's variance", words, StringComparison.Ordinal);
        Assert.Contains($"at its start the run's is {Words.Number(Loss(3, -1))}, the map's beneath it {Words.Number(Loss(3, -1))}.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_and_end_have_shapes_of_their_own()
    {
        var chart = Chart.Of(Surface);
        Assert.NotEqual(chart.Named("start").Single().Symbol, chart.Named("end").Single().Symbol);
    }

    [Fact]
    public void Two_epochs_are_refused() =>
        Assert.Contains("at least three epochs", Assert.Throws<ArgumentException>(() => Figure.LossSurface(Post.Data, Post.History.Take(2))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_history_without_an_end_is_refused_with_the_cure()
    {
        static IEnumerable<Epoch> Endless()
        {
            for (var t = 0; ; t++)
                yield return Post.History[t % 2];
        }
        Assert.Contains(".Take(1002)", Assert.Throws<ArgumentException>(() => Figure.LossSurface(Post.Data, Endless())).Message, StringComparison.Ordinal);
    }
}
