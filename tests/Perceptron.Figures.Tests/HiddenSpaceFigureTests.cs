namespace Perceptron.Figures.Tests;

public class HiddenSpaceFigureTests
{
    [Fact]
    public void The_face_is_the_meta_classifiers_plane_inside_the_unit_cube()
    {
        var meta = Post.Model.Layers[1];
        var face = Assert.Single(Chart.Of(Figure.HiddenSpace(Post.Data, Post.Model)).Traces, t => t.Type == "mesh3d");
        Assert.InRange(face.X.Length, 3, 6);
        for (var k = 0; k < face.X.Length; k++)
        {
            double[] h = [face.X[k], face.Y[k], face.Z[k]];
            Assert.Equal(0, meta.Weights[0, 0] * h[0] + meta.Weights[1, 0] * h[1] + meta.Weights[2, 0] * h[2] + meta.Bias[0], 12);
            Assert.All(h, c => Assert.InRange(c, 0, 1));
            Assert.Contains(h, c => c is 0 or 1);
        }
    }

    [Fact]
    public void Points_stand_where_the_hidden_units_put_them()
    {
        var h = Post.Model.Forward(Post.Data.X).Layers[0].H;
        var ones = Chart.Of(Figure.HiddenSpace(Post.Data, Post.Model)).Named("class 1")[0];
        var rows = Enumerable.Range(0, Post.Data.Count).Where(i => Post.Data.Y[i, 0] == 1).ToArray();
        Assert.Equal(rows.Select(i => h[i, 0]), ones.X);
        Assert.Equal(rows.Select(i => h[i, 1]), ones.Y);
        Assert.Equal(rows.Select(i => h[i, 2]), ones.Z);
    }

    [Fact]
    public void The_learned_plane_separates_all_points() =>
        Assert.Contains("200 of 200 points on the right side", Figure.HiddenSpace(Post.Data, Post.Model).Title, StringComparison.Ordinal);

    [Fact]
    public void An_untrained_network_is_drawn_with_its_errors()
    {
        var start = Post.History[0].Model;
        var scores = start.Forward(Post.Data.X).Scores;
        var wrong = Enumerable.Range(0, Post.Data.Count).Count(i => scores[i, 0] >= 0 != (Post.Data.Y[i, 0] == 1));
        var figure = Figure.HiddenSpace(Post.Data, start);
        Assert.True(wrong > 0);
        Assert.Equal(wrong, Chart.Of(figure).Named("on the wrong side")[0].X.Length);
        Assert.Contains($"{200 - wrong} of 200 points on the right side", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hidden_units_give_a_line_in_a_square()
    {
        var model = new Mlp(Post.Layer((1, 0, 0), (0, 1, 0)), Post.Layer((1, 2, -1.2)));
        var chart = Chart.Of(Figure.HiddenSpace(Post.Data, model));
        var line = Assert.Single(chart.Traces, t => t.Mode == "lines");
        Assert.All(line.X.Zip(line.Y), h => Assert.Equal(0, h.First + 2 * h.Second - 1.2, 12));
        Assert.All(line.X.Concat(line.Y), c => Assert.InRange(c, 0, 1));
    }

    [Fact]
    public void One_hidden_unit_gives_a_threshold()
    {
        var meta = new Layer(Post.Row(4), MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([-1.0]), Activation.Sigmoid);
        var figure = Figure.HiddenSpace(Post.Data, new Mlp(Post.Layer((1, 0, 0)), meta));
        Assert.Equal([0.25, 0.25], Assert.Single(Chart.Of(figure).Traces, t => t.Mode == "lines").X);
        Assert.Contains("The threshold lies at h₁ = 0.25; class 1 is predicted above it", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_hidden_units_are_refused_with_the_reason()
    {
        var model = Mlp.Random(new NumPyRandom(1), 2, 4, 1);
        var error = Assert.Throws<ArgumentException>(() => Figure.HiddenSpace(Post.Data, model));
        Assert.Contains("draws the outputs of 1, 2 or 3 hidden units, but got 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_without_a_hidden_layer_is_refused() =>
        Assert.Contains("single layer", Assert.Throws<ArgumentException>(() => Figure.HiddenSpace(Post.Data, Post.Line(1, 1, 0).ToMlp())).Message, StringComparison.Ordinal);
}
