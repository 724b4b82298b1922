using Plotly.NET;

namespace Perceptron.Figures.Plotly;

/// <summary>What stands round the marks: title, panels, legend, and the behaviour of the chart.</summary>
static class Frame
{
    /// <summary>So many letters of the title fit across the narrowest page (360 px).</summary>
    const int TitleWidth = 38;

    /// <summary>A picture to keep and the way back: other buttons would cover the title of a narrow chart. Dragging zooms, or turns the space.</summary>
    static readonly string[] PlaneButtons = ["toImage", "resetScale2d"], SpaceButtons = ["toImage", "resetCameraDefault3d"];

    internal static GenericChart Put(GenericChart chart, Picture picture)
    {
        var layout = GenericChart.getLayout(chart);
        var onlySpace = picture.Panels.All(panel => panel.InSpace);
        var lines = Wrapped(picture.Title);
        layout.SetProperty("title", Node.Of(("text", string.Join("<br>", lines)), ("x", 0.5), ("xanchor", "center"), ("y", 1), ("yanchor", "top"),
            ("yref", "container"), ("pad", Node.Of(("t", 14))), ("font", Node.Of(("size", 15)))));
        layout.SetProperty("margin", Node.Of(("l", onlySpace ? 0 : 55), ("r", onlySpace ? 0 : 20), ("t", 24 + 20 * lines.Count), ("b", 50)));
        layout.SetProperty("font", Node.Of(("size", 13), ("color", Palette.Neutral), ("family", "system-ui, -apple-system, \"Segoe UI\", Roboto, \"DejaVu Sans\", sans-serif")));
        layout.SetProperty("paper_bgcolor", Palette.Nothing);
        if (!onlySpace)
            layout.SetProperty("plot_bgcolor", Palette.Nothing);
        var inLegend = picture.Panels.SelectMany(panel => panel.Marks).Select(mark => mark.Name).Distinct().Skip(1).Any();
        layout.SetProperty("showlegend", inLegend);
        if (inLegend)
            layout.SetProperty("legend", Node.Of(("orientation", "h"), ("x", 0.5), ("xanchor", "center"), ("y", 0), ("yanchor", "bottom"), ("yref", "container"),
                ("bgcolor", Palette.Nothing), ("itemsizing", "constant")));
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("modebar", Node.Of(("bgcolor", Palette.Nothing), ("color", Palette.Neutral), ("activecolor", Palette.Class0)));
        PanelFrames.Put(layout, picture);
        var config = new Config();
        config.SetProperty("responsive", true);
        config.SetProperty("displaylogo", false);
        config.SetProperty("modeBarButtons", new[] { onlySpace ? SpaceButtons : PlaneButtons });
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, chart));
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
