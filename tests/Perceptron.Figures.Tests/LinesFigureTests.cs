namespace Perceptron.Figures.Tests;

public class LinesFigureTests
{
    static readonly Layer Triangle = Post.Layer((0, 1, 1), (1, -1, 1), (-1, -1, 1));

    [Fact]
    public void Each_learned_line_satisfies_its_own_equation()
    {
        var layer = Post.Model.Layers[0];
        var lines = Chart.Of(Figure.Lines(Post.Data, layer)).Traces.Where(t => t.Mode == "lines").ToArray();
        Assert.Equal(3, lines.Length);
        for (var unit = 0; unit < 3; unit++)
            Assert.All(lines[unit].X.Zip(lines[unit].Y), p =>
                Assert.Equal(0, layer.Weights[0, unit] * p.First + layer.Weights[1, unit] * p.Second + layer.Bias[unit], 12));
    }

    [Fact]
    public void Lines_differ_by_their_dashes_and_not_by_colour_alone()
    {
        var dashes = Chart.Of(Figure.Lines(Post.Data, Triangle)).Traces.Where(t => t.Mode == "lines").Select(t => t.Dash).ToArray();
        Assert.Equal(dashes.Distinct(), dashes);
    }

    [Fact]
    public void Each_arrow_points_to_the_positive_side_and_says_what_holds_there()
    {
        var layer = Post.Model.Layers[0];
        var arrows = Chart.Of(Figure.Lines(Post.Data, layer)).Traces.Where(t => t.Mode.Contains("text")).ToArray();
        Assert.Equal(["h₁ > ½", "h₂ > ½", "h₃ > ½"], arrows.Select(a => a.Json.GetProperty("text")[1].GetString()));
        for (var unit = 0; unit < 3; unit++)
            Assert.True(layer.Forward(Post.Row(arrows[unit].X[1], arrows[unit].Y[1])).H[0, unit] > 0.5);
    }

    [Fact]
    public void An_arrow_is_shown_and_hidden_with_its_line() =>
        Assert.All(Chart.Of(Figure.Lines(Post.Data, Triangle)).Traces.Where(t => t.Name.Contains("ᵀx")), t =>
            Assert.Equal(t.Name, t.Json.GetProperty("legendgroup").GetString()));

    [Fact]
    public void Three_lines_that_enclose_points_are_described_as_their_triangle()
    {
        // y = −1, y = x + 1 and y = 1 − x: corners (−2, −1), (0, 1) and (2, −1).
        var words = Figure.Lines(Post.Points([0, 0, 1], [0.5, -0.5, 1], [3, 3, 0], [0, -0.9, 0]), Triangle).Description;
        Assert.Contains("triangle with the corners (−2, −1), (0, 1) and (2, −1)", words, StringComparison.Ordinal);
        Assert.Contains("inside it lie 1 of 2 points of class 0 and 2 of 2 of class 1", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_counts_each_positive_side()
    {
        var words = Figure.Lines(Post.Points([1, 0, 1], [2, 0, 0], [-1, 0, 0]), Post.Layer((1, 0, -1.5))).Description;
        Assert.Contains("Line 1, x₁ − 1.5 = 0, is vertical; on its positive side, h₁ > ½, lie 1 of 2 points of class 0 and 0 of 1 of class 1", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_far_away_is_named_but_not_drawn()
    {
        var figure = Figure.Lines(Post.Data, Post.Layer((1, 0, 100)));
        Assert.DoesNotContain(Chart.Of(figure).Traces, t => t.Mode == "lines");
        Assert.Contains("does not cross the picture", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_with_other_inputs_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Lines(Post.Data, Post.Model.Layers[1]));
        Assert.Contains("expects a layer with 2 inputs (one for each axis), but got one with 3", error.Message, StringComparison.Ordinal);
    }
}
