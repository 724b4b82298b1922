using System.Text.Json;

namespace Perceptron.Figures.Plotly.Tests;

/// <summary>From a plain picture to Plotly JSON, with Plotly.NET in this process.</summary>
public class PlotlyDrawingTests
{
    static readonly Axis X = new("x₁", -1, 2), Y = new("x₂", -3, 4), Z = new("h₃", 0, 1);

    static readonly double[][] TwoPoints = [[0.1 + 0.2, 1e-17], [-1.5, 4]], TwoPointsInSpace = [[0, 1], [0.5, 0.5], [1, 0]];

    static JsonElement Draw(Picture picture) => JsonDocument.Parse(new PlotlyDrawing().Draw(picture)).RootElement;

    static JsonElement[] Traces(params Mark[] marks) => [.. Draw(new Picture("t", [X, Y], false, marks)).GetProperty("data").EnumerateArray()];

    static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetDouble())];

    [Fact]
    public void Coordinates_arrive_to_the_last_digit()
    {
        var trace = Assert.Single(Traces(new Mark.Points("a", PointKind.Class0, TwoPoints)));
        Assert.Equal(TwoPoints[0], Numbers(trace.GetProperty("x")));
        Assert.Equal(TwoPoints[1], Numbers(trace.GetProperty("y")));
        Assert.Equal("markers", trace.GetProperty("mode").GetString());
    }

    [Fact]
    public void Points_of_three_coordinates_are_drawn_in_space()
    {
        var root = Draw(new Picture("t", [X, Y, Z], true, [new Mark.Points("a", PointKind.Class1, TwoPointsInSpace)], eye: [1, 2, 0.5]));
        Assert.Equal("scatter3d", root.GetProperty("data")[0].GetProperty("type").GetString());
        var scene = root.GetProperty("layout").GetProperty("scene");
        Assert.Equal("cube", scene.GetProperty("aspectmode").GetString());
        Assert.Equal(2, scene.GetProperty("camera").GetProperty("eye").GetProperty("y").GetDouble());
        // On the upright edge, at its lower end, its upper end and in the middle.
        var labels = scene.GetProperty("annotations").EnumerateArray().Where(label => label.GetProperty("xanchor").GetString() == "right").ToArray();
        Assert.Equal([("0", 0.0), ("1", 1), ("h₃", 0.5)], labels.Select(label => (label.GetProperty("text").GetString()!, label.GetProperty("z").GetDouble())));
    }

    [Fact]
    public void Every_kind_of_point_has_a_shape_of_its_own_in_the_plane_and_in_space()
    {
        foreach (var at in new[] { TwoPoints, TwoPointsInSpace })
        {
            var symbols = Enum.GetValues<PointKind>().Select(kind => Traces(new Mark.Points("a", kind, at))[0].GetProperty("marker").GetProperty("symbol").ToString()).ToArray();
            Assert.Equal(symbols.Distinct(), symbols);
        }
    }

    [Fact]
    public void The_models_output_is_shown_when_a_point_is_hovered()
    {
        var trace = Traces(new Mark.Points("a", PointKind.Class0, TwoPoints, [0.25, 0.75]))[0];
        Assert.Equal([0.25, 0.75], Numbers(trace.GetProperty("customdata")));
        Assert.Contains("ŷ = %{customdata", trace.GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ŷ", Traces(new Mark.Points("a", PointKind.Class0, TwoPoints))[0].GetProperty("hovertemplate").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_of_one_curve_share_an_entry_of_the_legend()
    {
        var traces = Traces(new Mark.Curve("c", 0, TwoPoints), new Mark.Curve("c", 0, TwoPoints), new Mark.Curve("d", 1, TwoPoints));
        Assert.Equal([true, false, true], traces.Select(t => t.GetProperty("showlegend").GetBoolean()));
        Assert.NotEqual(traces[0].GetProperty("line").GetProperty("dash").GetString(), traces[2].GetProperty("line").GetProperty("dash").GetString());
    }

    [Theory]
    [InlineData(1, 0, "middle right")]
    [InlineData(1, 1, "top right")]
    [InlineData(0, 1, "top center")]
    [InlineData(-1, 1, "top left")]
    [InlineData(-1, 0, "middle left")]
    [InlineData(-1, -1, "bottom left")]
    [InlineData(0, -1, "bottom center")]
    [InlineData(1, -1, "bottom right")]
    public void An_arrows_label_stands_beyond_its_tip(int across, int up, string place)
    {
        var arrow = Assert.Single(Traces(new Mark.Arrow("a", 0, "here", [0, 0], [1, 2], (across, up))));
        Assert.Equal(place, arrow.GetProperty("textposition").GetString());
        Assert.Equal([0.0, 1], Numbers(arrow.GetProperty("x")));
        Assert.Equal([0.0, 2], Numbers(arrow.GetProperty("y")));
        Assert.Equal("previous", arrow.GetProperty("marker").GetProperty("angleref").GetString());
        Assert.Equal("here", arrow.GetProperty("text")[1].GetString());
    }

    [Fact]
    public void Cells_keep_their_rows_and_columns()
    {
        var trace = Assert.Single(Traces(new Mark.Cells([1, 2, 3], [5, 6], [[0, 1, 1], [1, 0, 0]])));
        Assert.Equal("heatmap", trace.GetProperty("type").GetString());
        Assert.Equal([[0, 1, 1], [1, 0, 0]], trace.GetProperty("z").EnumerateArray().Select(Numbers));
        Assert.Equal([5.0, 6], Numbers(trace.GetProperty("y")));
    }

    [Fact]
    public void A_face_is_a_fan_of_triangles_with_a_closed_outline()
    {
        double[][] square = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]];
        var root = Draw(new Picture("t", [X, Y, Z], true, [new Mark.Face("f", square)], eye: [1, 1, 1]));
        var (mesh, outline) = (root.GetProperty("data")[0], root.GetProperty("data")[1]);
        Assert.Equal([0.0, 0], Numbers(mesh.GetProperty("i")));
        Assert.Equal([1.0, 2], Numbers(mesh.GetProperty("j")));
        Assert.Equal([2.0, 3], Numbers(mesh.GetProperty("k")));
        Assert.Equal([0.0, 1, 1, 0, 0], Numbers(outline.GetProperty("x")));
    }

    [Fact]
    public void Axes_show_their_ranges_and_a_common_scale_only_when_asked()
    {
        JsonElement Layout(bool equal) => Draw(new Picture("t", [X, Y], equal, [new Mark.Words("w", [0, 0])])).GetProperty("layout");
        Assert.Equal([-3.0, 4], Numbers(Layout(false).GetProperty("yaxis").GetProperty("range")));
        Assert.False(Layout(false).GetProperty("yaxis").TryGetProperty("scaleanchor", out _));
        Assert.Equal("x", Layout(true).GetProperty("yaxis").GetProperty("scaleanchor").GetString());
    }

    [Fact]
    public void Panels_have_axes_of_their_own_and_a_place_for_each_width_of_the_page()
    {
        Place left = new(0, 0.4, 0, 1), right = new(0.6, 1, 0, 1), above = new(0, 1, 0.6, 1), below = new(0, 1, 0, 0.4);
        var root = Draw(new Picture("t",
            [
                new Panel([X, Y], true, [new Mark.Points("a", PointKind.Class0, TwoPoints)], Heading: "one", Wide: left, Narrow: above),
                new Panel([X, Y], false, [new Mark.Points("b", PointKind.Class0, TwoPoints)], Wide: right, Narrow: below),
                new Panel([X, Y, Z], true, [new Mark.Points("c", PointKind.Class0, TwoPointsInSpace)], Eye: [1, 1, 1], Wide: right),
            ], Height: 500, NarrowHeight: 900));
        var (traces, layout) = (root.GetProperty("data"), root.GetProperty("layout"));
        Assert.False(traces[0].TryGetProperty("xaxis", out _));
        Assert.Equal(("x2", "y2"), (traces[1].GetProperty("xaxis").GetString(), traces[1].GetProperty("yaxis").GetString()));
        Assert.False(traces[2].TryGetProperty("scene", out _));
        Assert.Equal([0.6, 1], Numbers(layout.GetProperty("xaxis2").GetProperty("domain")));
        Assert.Equal("y2", layout.GetProperty("xaxis2").GetProperty("anchor").GetString());
        Assert.Equal([0.6, 1], Numbers(layout.GetProperty("scene").GetProperty("domain").GetProperty("x")));
        Assert.Equal("one", layout.GetProperty("annotations")[0].GetProperty("text").GetString());
        var (wide, narrow) = (layout.GetProperty("meta").GetProperty("wide"), layout.GetProperty("meta").GetProperty("narrow"));
        Assert.Equal((500, 500, 900), (layout.GetProperty("height").GetInt32(), wide.GetProperty("height").GetInt32(), narrow.GetProperty("height").GetInt32()));
        Assert.Equal([0.0, 0.4], Numbers(wide.GetProperty("xaxis.domain")));
        Assert.Equal([0.6, 1], Numbers(narrow.GetProperty("yaxis.domain")));
        Assert.Equal((0.2, 0.5), (wide.GetProperty("annotations[0].x").GetDouble(), narrow.GetProperty("annotations[0].x").GetDouble()));
        Assert.Equal([0.0, 0.4], Numbers(narrow.GetProperty("yaxis2.domain")));
        Assert.Equal([0.6, 1], Numbers(narrow.GetProperty("scene.domain.x")));
    }

    [Fact]
    public void A_logarithmic_axis_takes_the_logarithms_of_its_range()
    {
        var axis = Draw(new Picture("t", [X, new Axis("loss", 0.01, 100, Logarithmic: true, Ticks: [0.1, 1])], false, [new Mark.Words("w", [0, 1])])).GetProperty("layout").GetProperty("yaxis");
        Assert.Equal([-2.0, 2], Numbers(axis.GetProperty("range")));
        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.Equal([0.1, 1], Numbers(axis.GetProperty("tickvals")));
    }

    [Theory]
    [InlineData("Short: it fits", "Short: it fits")]
    [InlineData("The hidden space, cut by a plane: 200 of 200 points", "The hidden space, cut by a plane:<br>200 of 200 points")]
    [InlineData("one two three four five six seven eight nine ten", "one two three four five<br>six seven eight nine ten")]
    public void A_long_title_is_broken_where_it_reads_well(string title, string drawn) =>
        Assert.Equal(drawn, Draw(new Picture(title, [X, Y], false, [new Mark.Words("w", [0, 0])])).GetProperty("layout").GetProperty("title").GetProperty("text").GetString());

    [Fact]
    public void The_chart_follows_its_page_and_links_to_nowhere()
    {
        var config = Draw(new Picture("t", [X, Y], false, [new Mark.Words("w", [0, 0])])).GetProperty("config");
        Assert.True(config.GetProperty("responsive").GetBoolean());
        Assert.False(config.GetProperty("displaylogo").GetBoolean());
    }

    [Fact]
    public void The_script_is_plotly_js() => Assert.Contains("plotly.js v2.", new PlotlyDrawing().Script()[..200], StringComparison.Ordinal);
}
