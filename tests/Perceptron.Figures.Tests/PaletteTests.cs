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

    static Chart.Trace[] Classes(Chart chart) => [.. chart.Traces.Where(t => t.Name.StartsWith("class ", StringComparison.Ordinal))];

    [Fact] // In the plane, in space, and on a strip alike.
    public void Everyone_tells_the_classes_apart_by_colour_and_by_shape() => Assert.All(All().Select(Chart.Of), chart =>
        Assert.All(from zero in Classes(chart) where zero.Name[6] == '0' from one in Classes(chart) where one.Name[6] == '1' select (zero, one), pair =>
        {
            Assert.NotEqual(pair.zero.Symbol, pair.one.Symbol);
            Assert.All(Vision.All, vision => Assert.InRange(Vision.Difference(pair.zero.Color, pair.one.Color, vision), 20, 100));
        }));

    [Fact] // The test above says nothing of a figure without points.
    public void Most_figures_have_both_classes() =>
        Assert.Equal(["data", "separation", "lines", "hidden space", "hidden space with errors", "regions", "linked", "training"],
            Named.Zip(All()).Where(f => Classes(Chart.Of(f.Second)).Select(t => t.Name[6]).Distinct().Count() == 2).Select(f => f.First.Name));

    [Theory] // Points, rings, boundaries: all lie on the regions as well as on the page.
    [InlineData(Light)]
    [InlineData(Dark)]
    public void What_lies_on_a_region_stands_out_for_everyone(string page)
    {
        var charts = All().Select(Chart.Of).Where(chart => chart.Traces.Any(t => t.Type == "heatmap")).ToArray();
        Assert.Equal(2, charts.Length);
        Assert.All(charts.Append(Chart.Of(Figure.Regions(Post.Data, Post.History[0].Model))), chart =>
        {
            var cells = chart.Traces.Single(t => t.Type == "heatmap").Json;
            var regions = cells.GetProperty("colorscale").EnumerateArray().Select(stop => Vision.Over(stop[1].GetString()!, cells.GetProperty("opacity").GetDouble(), page)).Distinct().ToArray();
            Assert.Equal(2, regions.Length);
            var upon = Colours(chart);
            Assert.True(upon.Length >= 3);
            Assert.All(from region in regions from color in upon select (region, color), pair =>
            {
                Assert.InRange(Vision.Contrast(pair.color, pair.region), 3, 21);
                Assert.All(Vision.All, vision => Assert.InRange(Vision.Difference(pair.color, pair.region, vision), 20, 100));
            });
        });
    }

    [Theory]
    [InlineData(Light)]
    [InlineData(Dark)]
    public void Points_stand_out_from_the_plane_behind_them(string page)
    {
        var chart = Chart.Of(Figure.HiddenSpace(Post.Data, Post.Model));
        var face = chart.Traces.Single(t => t.Type == "mesh3d").Json;
        var seen = Vision.Over(face.GetProperty("color").GetString()!, face.GetProperty("opacity").GetDouble(), page);
        Assert.All(Classes(chart), points => Assert.InRange(Vision.Contrast(points.Color, seen), 3, 21));
    }

    /// <summary>The colours of all marks and lines.</summary>
    static string[] Colours(Chart chart) =>
    [
        .. chart.Traces.Where(t => t.Mode.Contains("markers")).Select(t => t.Color)
            .Concat(chart.Traces.Where(t => t.Mode.StartsWith("lines", StringComparison.Ordinal)).Select(t => t.LineColor)).Distinct(),
    ];

    [Fact]
    public void Points_lines_and_text_stand_out_on_light_and_on_dark()
    {
        foreach (var figure in All())
        {
            var chart = Chart.Of(figure);
            string[] colors = [.. Colours(chart), chart.Layout.GetProperty("font").GetProperty("color").GetString()!];
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

    static readonly Lazy<Figure[]> Made = new(() => [.. Named!.Select(figure => figure.Make())]);

    internal static readonly (string Name, Func<Figure> Make)[] Named =
    [
        ("data", () => Figure.Data(Post.Data)),
        ("separation", () => Figure.Separation(Post.Data, Post.Line(1, 0.2, 0.3))),
        ("lines", () => Figure.Lines(Post.Data, Post.Model.Layers[0])),
        ("hidden space", () => Figure.HiddenSpace(Post.Data, Post.Model)),
        ("hidden space with errors", () => Figure.HiddenSpace(Post.Data, Post.History[0].Model)),
        ("regions", () => Figure.Regions(Post.Data, Post.Model)),
        ("curves", () => Figure.Curves([("network", [(0, 1.5), (180, 2.4), (360, 1.5)]), ("circle", Enumerable.Range(0, 361).Select(degree => ((double)degree, 2.0)))], "angle in degrees", "radius")),
        ("loss", () => Figure.Loss(Post.History)),
        ("logarithmic loss", () => Figure.Loss(Post.History, logarithmic: true)),
        ("linked", () => Figure.Linked(Post.Data, Post.Model)),
        ("activation", () => Figure.Activation(Activation.Sigmoid)),
        ("step", () => Figure.StepAndSigmoid()),
        ("loss surface", () => Figure.LossSurface(Post.Data, Post.History)),
        ("training", () => Figure.Training(Post.History, Post.Data)),
    ];
}
