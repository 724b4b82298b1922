using Plotly.NET;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;

namespace Perceptron.Figures.Plotly;

/// <summary>What stands round the marks: title, axes, legend, and the behaviour of the chart.</summary>
static class Frame
{
    /// <summary>So many letters of the title fit across the narrowest page (360 px).</summary>
    const int TitleWidth = 38;

    /// <summary>A picture to keep and the way back: other buttons would cover the title of a narrow chart. Dragging zooms, or turns the space.</summary>
    static readonly string[] PlaneButtons = ["toImage", "resetScale2d"], SpaceButtons = ["toImage", "resetCameraDefault3d"];

    internal static GenericChart Put(GenericChart chart, Picture picture)
    {
        chart = picture.Axes.Length == 3 ? InSpace(chart, picture) : InPlane(chart, picture);
        chart = chart.WithLegendStyle(Orientation: Orientation.Horizontal, X: 0.5, XAnchor: XAnchorPosition.Center, Y: 0.0, YAnchor: YAnchorPosition.Bottom, YRef: "container", BGColor: Palette.Nothing);
        var layout = GenericChart.getLayout(chart);
        var lines = Wrapped(picture.Title);
        layout.SetProperty("title", Object(("text", string.Join("<br>", lines)), ("x", 0.5), ("xanchor", "center"), ("y", 1), ("yanchor", "top"),
            ("yref", "container"), ("pad", Object(("t", 14))), ("font", Object(("size", 15)))));
        layout.SetProperty("margin", Object(("l", picture.Axes.Length == 3 ? 0 : 55), ("r", picture.Axes.Length == 3 ? 0 : 20), ("t", 24 + 20 * lines.Count), ("b", 50)));
        layout.SetProperty("font", Object(("size", 13), ("color", Palette.Neutral), ("family", "system-ui, -apple-system, \"Segoe UI\", Roboto, \"DejaVu Sans\", sans-serif")));
        layout.SetProperty("paper_bgcolor", Palette.Nothing);
        layout.SetProperty("plot_bgcolor", Palette.Nothing);
        layout.SetProperty("showlegend", picture.Marks.Select(mark => mark.Name).Distinct().Skip(1).Any());
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("modebar", Object(("bgcolor", Palette.Nothing), ("color", Palette.Neutral), ("activecolor", Palette.Class0)));
        var config = new Config();
        config.SetProperty("responsive", true);
        config.SetProperty("displaylogo", false);
        config.SetProperty("modeBarButtons", new[] { picture.Axes.Length == 3 ? SpaceButtons : PlaneButtons });
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, chart));
    }

    static GenericChart InPlane(GenericChart chart, Picture picture)
    {
        var (x, y) = (picture.Axes[0], picture.Axes[1]);
        chart = chart
            .WithXAxisStyle<double, double, string>(ShowLine: true, LineColor: Palette.Neutral, Mirror: Mirror.True, ShowGrid: true, GridColor: Palette.Grid, ZeroLine: false)
            .WithYAxisStyle<double, double, string>(ShowLine: true, LineColor: Palette.Neutral, Mirror: Mirror.True, ShowGrid: true, GridColor: Palette.Grid, ZeroLine: false);
        var layout = GenericChart.getLayout(chart);
        Range((DynamicObj.DynamicObj)layout.GetPropertyValue("xaxis"), x);
        var vertical = (DynamicObj.DynamicObj)layout.GetPropertyValue("yaxis");
        Range(vertical, y);
        if (picture.EqualScale)
        {
            // One unit is as long upwards as across, whatever the width of the page: the frame shrinks, the ranges stay.
            vertical.SetProperty("scaleanchor", "x");
            vertical.SetProperty("constrain", "domain");
            ((DynamicObj.DynamicObj)layout.GetPropertyValue("xaxis")).SetProperty("constrain", "domain");
        }
        return GenericChart.setLayout(layout, chart);
    }

    static GenericChart InSpace(GenericChart chart, Picture picture)
    {
        var layout = GenericChart.getLayout(chart);
        DynamicObj.DynamicObj SceneAxis(Axis axis)
        {
            var made = Object(("showbackground", false), ("gridcolor", Palette.SpaceGrid), ("zerolinecolor", Palette.SpaceGrid),
                ("linecolor", Palette.Neutral), ("showline", true), ("showspikes", false), ("nticks", 6));
            Range(made, axis);
            return made;
        }
        layout.SetProperty("scene", Object(
            ("xaxis", SceneAxis(picture.Axes[0])), ("yaxis", SceneAxis(picture.Axes[1])), ("zaxis", SceneAxis(picture.Axes[2])),
            ("aspectmode", picture.EqualScale ? "cube" : "auto"),
            ("camera", Object(("center", Object(("x", 0), ("y", 0), ("z", -0.1))), ("eye", Object(("x", picture.Eye![0]), ("y", picture.Eye[1]), ("z", picture.Eye[2])))))));
        return GenericChart.setLayout(layout, chart);
    }

    static void Range(DynamicObj.DynamicObj axis, Axis given)
    {
        axis.SetProperty("automargin", true);
        axis.SetProperty("title", Object(("text", given.Title), ("standoff", 8)));
        axis.SetProperty("range", given.Logarithmic ? new[] { Math.Log10(given.Low), Math.Log10(given.High) } : new[] { given.Low, given.High });
        if (given.Logarithmic)
        {
            axis.SetProperty("type", "log");
        }
        if (given.Ticks is not null)
            axis.SetProperty("tickvals", given.Ticks);
    }

    static DynamicObj.DynamicObj Object(params (string Name, object Value)[] properties)
    {
        var made = new DynamicObj.DynamicObj();
        foreach (var (name, value) in properties)
            made.SetProperty(name, value);
        return made;
    }

    /// <summary>The title in lines that fit: broken at its colon if it has one, and else into lines about equally long.</summary>
    static List<string> Wrapped(string title) =>
        title.Length <= TitleWidth ? [title] : [.. title.Replace(": ", ":\n").Split('\n').SelectMany(Balanced)];

    static List<string> Balanced(string title)
    {
        var lines = Lines(title, TitleWidth);
        for (var width = TitleWidth - 1; width > 0; width--)
            if (Lines(title, width) is var narrower && narrower.Count == lines.Count)
                lines = narrower;
        return lines;
    }

    static List<string> Lines(string title, int width)
    {
        var lines = new List<string>();
        foreach (var word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return lines;
    }
}
