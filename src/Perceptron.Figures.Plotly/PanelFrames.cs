using Plotly.NET;

namespace Perceptron.Figures.Plotly;

/// <summary>The axes of each panel, its heading, and its place on a wide and on a narrow page.</summary>
static class PanelFrames
{
    /// <summary>The names under which plotly.js knows the axes of each panel: "x", "x2" … in the plane, "scene", "scene2" … in space.</summary>
    internal static IEnumerable<(Panel Panel, string Number)> Numbered(Picture picture)
    {
        var (plane, space) = (0, 0);
        foreach (var panel in picture.Panels)
        {
            var number = panel.InSpace ? ++space : ++plane;
            yield return (panel, number == 1 ? "" : $"{number}");
        }
    }

    internal static void Put(Layout layout, Picture picture)
    {
        // What charts.js hands to Plotly.relayout when the page grows or shrinks.
        var (wider, narrower) = (Node.Of(), Node.Of());
        var headings = new List<object>();
        foreach (var (panel, number) in Numbered(picture))
        {
            if (panel.InSpace)
                layout.SetProperty("scene" + number, SpaceAxes.Of(panel));
            else
                PutPlane(layout, panel, number);
            if (panel.Wide is not { } wide)
            {
                if (panel.InSpace)
                    StepBack(panel.Eye!, wider, narrower);
                continue;
            }
            foreach (var (form, place) in new[] { (wider, wide), (narrower, panel.Narrow ?? wide) })
            {
                var (across, up) = panel.InSpace ? ($"scene{number}.domain.x", $"scene{number}.domain.y") : ($"xaxis{number}.domain", $"yaxis{number}.domain");
                form.SetProperty(across, new[] { place.Left, place.Right });
                form.SetProperty(up, new[] { place.Bottom, place.Top });
                if (panel.Heading is null)
                    continue;
                form.SetProperty($"annotations[{headings.Count}].x", (place.Left + place.Right) / 2);
                form.SetProperty($"annotations[{headings.Count}].y", place.Top);
            }
            if (panel.Heading is { } heading)
                headings.Add(Node.Of(("text", heading), ("showarrow", false), ("xref", "paper"), ("yref", "paper"), ("yanchor", "bottom"), ("yshift", 4),
                    ("x", (wide.Left + wide.Right) / 2), ("y", wide.Top)));
        }
        if (headings.Count > 0)
            layout.SetProperty("annotations", headings.ToArray());
        if (picture.Height is { } height)
            layout.SetProperty("height", height);
        if (picture.NarrowHeight is { } narrowHeight)
        {
            wider.SetProperty("height", picture.Height!);
            narrower.SetProperty("height", narrowHeight);
        }
        if (narrower.GetProperties(false).Any())
            layout.SetProperty("meta", Node.Of(("wide", wider), ("narrow", narrower)));
    }

    /// <summary>A space that fills a narrow page is looked at from farther off, so that its sides are not cut off.</summary>
    static void StepBack(double[] eye, DynamicObj.DynamicObj wider, DynamicObj.DynamicObj narrower)
    {
        foreach (var (form, factor) in new[] { (wider, 1.0), (narrower, 1.4) })
            form.SetProperty("scene.camera.eye", Node.Of(("x", factor * eye[0]), ("y", factor * eye[1]), ("z", factor * eye[2])));
    }

    static void PutPlane(Layout layout, Panel panel, string number)
    {
        var (x, y) = (PlaneAxis(panel, 0, "y" + number), PlaneAxis(panel, 1, "x" + number));
        if (panel.EqualScale)
        {
            // One unit is as long upwards as across, whatever the width of the page: the frame shrinks, the ranges stay.
            y.SetProperty("scaleanchor", "x" + number);
            y.SetProperty("constrain", "domain");
            y.SetProperty("constraintoward", "top");
            x.SetProperty("constrain", "domain");
        }
        if (panel.Wide is { } place)
        {
            x.SetProperty("domain", new[] { place.Left, place.Right });
            y.SetProperty("domain", new[] { place.Bottom, place.Top });
        }
        layout.SetProperty("xaxis" + number, x);
        layout.SetProperty("yaxis" + number, y);
    }

    static DynamicObj.DynamicObj PlaneAxis(Panel panel, int index, string anchor)
    {
        var axis = panel.Axes[index];
        if (!panel.Framed)
            return Node.Of(("anchor", anchor), ("visible", false), ("range", new[] { axis.Low, axis.High }));
        var made = Node.Of(("anchor", anchor), ("showline", true), ("linecolor", Palette.Neutral), ("mirror", true), ("showgrid", true), ("gridcolor", Palette.Grid), ("zeroline", false),
            ("automargin", true), ("title", Node.Of(("text", axis.Title), ("standoff", 8))),
            ("range", axis.Logarithmic ? new[] { Math.Log10(axis.Low), Math.Log10(axis.High) } : new[] { axis.Low, axis.High }));
        if (axis.Logarithmic)
            made.SetProperty("type", "log");
        if (axis.Ticks is not null)
            made.SetProperty("tickvals", axis.Ticks);
        if (axis.TickNames is not null)
            made.SetProperty("ticktext", axis.TickNames);
        return made;
    }
}
