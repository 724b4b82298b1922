using Plotly.NET;
using Plotly.NET.CSharp;
using static Plotly.NET.StyleParam;

namespace Perceptron.Figures.Plotly;

/// <summary>What stands round the marks: title, axes, legend, and the behaviour of the chart.</summary>
static class Frame
{
    /// <summary>So many letters of the title fit across the narrowest page (360 px).</summary>
    const int TitleWidth = 40;

    /// <summary>Buttons that do nothing useful here.</summary>
    static readonly string[] Unneeded = ["select2d", "lasso2d", "autoScale2d"];

    internal static GenericChart Put(GenericChart chart, Picture picture)
    {
        chart = picture.Axes.Length == 3 ? InSpace(chart, picture) : InPlane(chart, picture);
        chart = chart.WithLegendStyle(Orientation: Orientation.Horizontal, X: 0.5, XAnchor: XAnchorPosition.Center, Y: picture.Axes.Length == 3 ? 0.0 : -0.17, YAnchor: YAnchorPosition.Top, BGColor: Palette.Nothing);
        var layout = GenericChart.getLayout(chart);
        var lines = Wrapped(picture.Title);
        layout.SetProperty("title", Object(("text", string.Join("<br>", lines)), ("x", 0.5), ("xanchor", "center"), ("y", 1), ("yanchor", "top"),
            ("yref", "container"), ("pad", Object(("t", 12))), ("font", Object(("size", 16)))));
        layout.SetProperty("margin", Object(("l", 55), ("r", 20), ("t", 24 + 21 * lines.Count), ("b", 50)));
        layout.SetProperty("font", Object(("size", 13), ("color", Palette.Neutral), ("family", "system-ui, -apple-system, \"Segoe UI\", Roboto, \"DejaVu Sans\", sans-serif")));
        layout.SetProperty("paper_bgcolor", Palette.Nothing);
        layout.SetProperty("plot_bgcolor", Palette.Nothing);
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("modebar", Object(("bgcolor", Palette.Nothing), ("color", Palette.Neutral), ("activecolor", Palette.Class0)));
        var config = new Config();
        config.SetProperty("responsive", true);
        config.SetProperty("displaylogo", false);
        config.SetProperty("modeBarButtonsToRemove", Unneeded);
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, chart));
    }

    static GenericChart InPlane(GenericChart chart, Picture picture)
    {
        var (x, y) = (picture.Axes[0], picture.Axes[1]);
        chart = chart
            .WithXAxisStyle<double, double, string>(TitleText: x.Title, ShowLine: true, LineColor: Palette.Neutral, Mirror: Mirror.True, ShowGrid: true, GridColor: Palette.Grid, ZeroLine: false)
            .WithYAxisStyle<double, double, string>(TitleText: y.Title, ShowLine: true, LineColor: Palette.Neutral, Mirror: Mirror.True, ShowGrid: true, GridColor: Palette.Grid, ZeroLine: false);
        var layout = GenericChart.getLayout(chart);
        Range((DynamicObj.DynamicObj)layout.GetPropertyValue("xaxis"), x);
        var vertical = (DynamicObj.DynamicObj)layout.GetPropertyValue("yaxis");
        Range(vertical, y);
        vertical.SetProperty("automargin", true);
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
            var made = Object(("title", Object(("text", axis.Title))), ("showbackground", false), ("gridcolor", Palette.Grid), ("zerolinecolor", Palette.Grid),
                ("linecolor", Palette.Neutral), ("showline", true), ("showspikes", false), ("nticks", 6));
            Range(made, axis);
            return made;
        }
        layout.SetProperty("scene", Object(
            ("xaxis", SceneAxis(picture.Axes[0])), ("yaxis", SceneAxis(picture.Axes[1])), ("zaxis", SceneAxis(picture.Axes[2])),
            ("aspectmode", picture.EqualScale ? "cube" : "auto"),
            ("camera", Object(("eye", Object(("x", picture.Eye![0]), ("y", picture.Eye[1]), ("z", picture.Eye[2])))))));
        return GenericChart.setLayout(layout, chart);
    }

    static void Range(DynamicObj.DynamicObj axis, Axis given)
    {
        axis.SetProperty("range", given.Logarithmic ? new[] { Math.Log10(given.Low), Math.Log10(given.High) } : new[] { given.Low, given.High });
        if (given.Logarithmic)
        {
            axis.SetProperty("type", "log");
            axis.SetProperty("dtick", "D2");
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

    static List<string> Wrapped(string title)
    {
        var lines = new List<string>();
        foreach (var word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= TitleWidth)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return lines;
    }
}
