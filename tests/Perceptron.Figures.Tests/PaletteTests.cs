namespace Perceptron.Figures.Tests;

public class PaletteTests
{
    const string Light = "#ffffff", Dark = "#1e1e1e";

    [Fact] // Two of the pairs published with the formula by Sharma, Wu and Dalal (2005).
    public void The_difference_formula_is_right()
    {
        Assert.Equal(2.0425, Vision.Ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)), 4);
        Assert.Equal(27.1492, Vision.Ciede2000((50, 2.5, 0), (73, 25, -18)), 4);
    }

    [Fact]
    public void The_contrast_formula_is_right()
    {
        Assert.Equal(21, Vision.Contrast("#000000", "rgba(255, 255, 255, 1.0)"), 6);
        Assert.Equal(1, Vision.Contrast(Dark, Dark), 6);
    }

    [Fact]
    public void Everyone_tells_the_classes_apart_by_colour()
    {
        var points = Chart.Of(Figure.Data(Post.Data)).Named("class");
        Assert.All(Vision.All, vision => Assert.InRange(Vision.Difference(points[0].Color, points[1].Color, vision), 20, 100));
    }

    [Fact]
    public void Classes_differ_by_shape_in_the_plane_and_in_space()
    {
        foreach (var figure in new[] { Figure.Data(Post.Data), Figure.HiddenSpace(Post.Data, Post.Model), Figure.Regions(Post.Data, Post.Model) })
        {
            var points = Chart.Of(figure).Named("class");
            Assert.Equal(2, points.Length);
            Assert.NotEqual(points[0].Symbol, points[1].Symbol);
            Assert.NotEqual(points[0].Color, points[1].Color);
        }
    }

    [Fact]
    public void Points_lines_and_text_stand_out_on_light_and_on_dark()
    {
        foreach (var figure in All())
        {
            var chart = Chart.Of(figure);
            var colors = chart.Traces.Where(t => t.Mode.Contains("markers")).Select(t => t.Color)
                .Concat(chart.Traces.Where(t => t.Mode.StartsWith("lines", StringComparison.Ordinal)).Select(t => t.LineColor))
                .Append(chart.Layout.GetProperty("font").GetProperty("color").GetString()!).Distinct().ToArray();
            Assert.NotEmpty(colors);
            Assert.All(colors, color =>
            {
                Assert.InRange(Vision.Contrast(color, Light), 3, 21);
                Assert.InRange(Vision.Contrast(color, Dark), 3, 21);
            });
        }
    }

    [Fact]
    public void The_page_shines_through() => Assert.All(All(), figure =>
    {
        var layout = Chart.Of(figure).Layout;
        Assert.Equal("rgba(0,0,0,0)", layout.GetProperty("paper_bgcolor").GetString());
        if (layout.TryGetProperty("xaxis", out _))
            Assert.Equal("rgba(0,0,0,0)", layout.GetProperty("plot_bgcolor").GetString());
    });

    /// <summary>One figure of each kind, made once.</summary>
    internal static Figure[] All() => Made.Value;

    static readonly Lazy<Figure[]> Made = new(Make);

    internal static Figure[] Make() =>
    [
        Figure.Data(Post.Data),
        Figure.Separation(Post.Data, Post.Line(1, 0.2, 0.3)),
        Figure.Lines(Post.Data, Post.Model.Layers[0]),
        Figure.HiddenSpace(Post.Data, Post.Model),
        Figure.Regions(Post.Data, Post.Model),
        Figure.Loss(Post.History),
        Figure.Loss(Post.History, logarithmic: true),
        Figure.Linked(Post.Data, Post.Model),
        Figure.Activation(Activation.Sigmoid),
        Figure.StepAndSigmoid(),
        Figure.LossSurface(Post.Data, Post.History),
    ];
}
