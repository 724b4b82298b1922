using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures.Tests;

public class RegionsFigureTests
{
    [Fact]
    public void Each_cell_has_the_colour_of_the_class_predicted_there()
    {
        var chart = Chart.Of(Figure.Regions(Post.Data, Post.Model));
        var cells = Assert.Single(chart.Traces, t => t.Type == "heatmap");
        var rows = cells.Json.GetProperty("z").EnumerateArray().Select(Chart.Numbers).ToArray();
        Assert.Equal(cells.Y.Length, rows.Length);
        for (var j = 0; j < rows.Length; j++)
        {
            var predicted = Post.Model.Predict(Matrix<double>.Build.Dense(cells.X.Length, 2, (i, k) => k == 0 ? cells.X[i] : cells.Y[j]));
            Assert.Equal(predicted.Column(0), rows[j]);
        }

        // 0 is the colour of class 0 and 1 that of class 1, and nothing lies between.
        var scale = cells.Json.GetProperty("colorscale").EnumerateArray().ToArray();
        Assert.Equal((0, 1), (cells.Json.GetProperty("zmin").GetInt32(), cells.Json.GetProperty("zmax").GetInt32()));
        Assert.Equal([0, 0.5, 0.5, 1], scale.Select(s => s[0].GetDouble()));
        Assert.Equal(scale[0][1].GetString(), chart.Named("class 0")[0].Color);
        Assert.Equal(scale[1][1].GetString(), chart.Named("class 0")[0].Color);
        Assert.Equal(scale[2][1].GetString(), chart.Named("class 1")[0].Color);
        Assert.Equal(scale[3][1].GetString(), chart.Named("class 1")[0].Color);
    }

    [Fact]
    public void The_boundary_lies_where_the_network_is_undecided()
    {
        var boundary = Chart.Of(Figure.Regions(Post.Data, Post.Model)).Named("ŷ = ½");
        Assert.NotEmpty(boundary);
        Assert.All(boundary, piece => Assert.All(piece.X.Zip(piece.Y), p =>
            Assert.Equal(0.5, Post.Model.Probabilities(Post.Row(p.First, p.Second))[0, 0], 1e-6)));
    }

    [Fact] // The post's network: one closed curve round the inner ring, from radius 1.47 to 2.47.
    public void The_learned_boundary_is_one_closed_curve_between_the_rings()
    {
        var piece = Assert.Single(Chart.Of(Figure.Regions(Post.Data, Post.Model)).Named("ŷ = ½"));
        Assert.Equal((piece.X[0], piece.Y[0]), (piece.X[^1], piece.Y[^1]));
        var radius = piece.X.Zip(piece.Y).Select(p => Math.Sqrt(p.First * p.First + p.Second * p.Second)).ToArray();
        Assert.Equal(1.47, radius.Min(), 0.01);
        Assert.Equal(2.47, radius.Max(), 0.01);
    }

    [Fact]
    public void The_boundary_of_one_linear_classifier_is_its_line()
    {
        var piece = Assert.Single(Chart.Of(Figure.Regions(Post.Data, Post.Line(2, -3, 0.5))).Named("ŷ = ½"));
        Assert.All(piece.X.Zip(piece.Y), p => Assert.Equal(0, 2 * p.First - 3 * p.Second + 0.5, 1e-9));
    }

    [Fact]
    public void A_function_of_the_plane_will_do()
    {
        var piece = Assert.Single(Chart.Of(Figure.Regions(Post.Data, x => (4 - FeatureMap.Squares(x).RowSums()).ToColumnMatrix() + 0.5)).Named("ŷ = ½"));
        Assert.All(piece.X.Zip(piece.Y), p => Assert.Equal(2, Math.Sqrt(p.First * p.First + p.Second * p.Second), 1e-9));
    }

    [Fact]
    public void The_description_counts_the_errors()
    {
        var figure = Figure.Regions(Post.Points([-1, 0, 0], [1, 0, 0], [2, 0, 1], [3, 0, 1], [-2, 0, 1]), Post.Line(1, 0, 0));
        Assert.Contains("3 of 5 points on the right side", figure.Title, StringComparison.Ordinal);
        Assert.Contains("the wrong ones carry a ring: 1 of class 0 and 1 of class 1", figure.Description, StringComparison.Ordinal);
        Assert.Equal([1.0, -2.0], Chart.Of(figure).Named("on the wrong side (2)")[0].X);
    }

    [Fact]
    public void One_class_everywhere_has_no_boundary()
    {
        var figure = Figure.Regions(Post.Data, Post.Line(0, 0, 1));
        Assert.Empty(Chart.Of(figure).Named("ŷ = ½"));
        Assert.Contains("No boundary crosses the picture: class 1 is predicted everywhere", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Regions_carry_names_so_that_they_need_no_colour()
    {
        var chart = Chart.Of(Figure.Regions(Post.Data, Post.Model));
        foreach (var label in (int[])[0, 1])
        {
            var name = Assert.Single(chart.Named($"predicts {label}"));
            Assert.Equal(label, Post.Model.Predict(Post.Row(name.X[0], name.Y[0]))[0, 0]);
        }
    }

    [Fact]
    public void With_a_reach_the_picture_goes_far_beyond_the_points()
    {
        var chart = Chart.Of(Figure.Regions(Post.Data, Post.Line(1, 0, -7), reach: 9));
        Assert.Equal((-9, 9), chart.Range("xaxis"));
        var piece = Assert.Single(chart.Named("ŷ = ½"));
        Assert.All(piece.X, x => Assert.Equal(7, x, 1e-9));
        Assert.Equal(18, piece.Y.Max() - piece.Y.Min(), 1e-9);
    }

    [Fact]
    public void A_reach_holds_for_a_network_and_for_a_function_too()
    {
        Assert.Equal((-9, 9), Chart.Of(Figure.Regions(Post.Data, Post.Model, reach: 9)).Range("xaxis"));
        Assert.Equal((-9, 9), Chart.Of(Figure.Regions(Post.Data, Post.Model.Probabilities, reach: 9)).Range("xaxis"));
    }

    [Theory]
    [InlineData(-1, "−1")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(double.PositiveInfinity, "infinity")]
    public void A_reach_that_is_no_distance_is_refused(double reach, string said) =>
        Assert.Contains($"expects a reach above 0, but got {said}", Assert.Throws<ArgumentException>(() => Figure.Regions(Post.Data, Post.Model, reach: reach)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_function_of_the_wrong_shape_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Regions(Post.Data, x => x));
        Assert.Contains("expects one probability for each of", error.Message, StringComparison.Ordinal);
    }

    [Fact] // The boundary is not in the middle: the other class's part is another number.
    public void The_description_says_how_much_of_the_picture_is_class_1()
    {
        var figure = Figure.Regions(Post.Points([-2, 0, 1], [3, 0, 0]), x => x.Column(0).Map(x1 => x1 < 0 ? 1.0 : 0.0, Zeros.Include).ToColumnMatrix());
        var range = Chart.Of(figure).Layout.GetProperty("xaxis").GetProperty("range");
        var (left, right) = (range[0].GetDouble(), range[1].GetDouble());
        var said = double.Parse(System.Text.RegularExpressions.Regex.Match(figure.Description, @"on ([\d.]+) % of the picture").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(100 * -left / (right - left), said, 0.5);
    }

    [Fact]
    public void A_function_that_gives_nothing_is_refused() =>
        Assert.Contains("gave null", Assert.Throws<ArgumentException>(() => Figure.Regions(Post.Data, x => null!)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_function_that_gives_no_number_is_refused_with_the_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Regions(Post.Data, x => Matrix<double>.Build.Dense(x.RowCount, 1, double.NaN)));
        Assert.Contains("expects finite probabilities, but got NaN at (", error.Message, StringComparison.Ordinal);
    }
}
