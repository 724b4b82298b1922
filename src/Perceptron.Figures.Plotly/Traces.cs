using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.TraceObjects;
using static Plotly.NET.StyleParam;
using Chart = Plotly.NET.CSharp.Chart;

namespace Perceptron.Figures.Plotly;

/// <summary>Each mark of a picture as one or two traces.</summary>
static class Traces
{
    static readonly DrawingStyle[] Dashes =
        [DrawingStyle.Solid, DrawingStyle.Dash, DrawingStyle.Dot, DrawingStyle.DashDot, DrawingStyle.LongDash, DrawingStyle.LongDashDot];

    /// <summary>An arrow's foot carries no marker.</summary>
    static readonly int[] HeadSizes = [0, 13];

    /// <param name="mark">The mark.</param>
    /// <param name="inLegend">Whether the legend names it.</param>
    /// <param name="inSpace">Whether its panel lies in space.</param>
    /// <param name="number">The number of its panel's axes; empty for the first.</param>
    internal static IEnumerable<GenericChart> Of(Mark mark, bool inLegend, bool inSpace, string number) => Of(mark, inLegend).Select(chart => chart.With(trace =>
    {
        // Plotly.NET writes marker: {} on a line and line: {} on markers.
        foreach (var name in (string[])["marker", "line"])
            if (trace.GetProperties(false).Any(p => p.Key == name && p.Value is DynamicObj.DynamicObj part && !part.GetProperties(false).Any()))
                trace.RemoveProperty(name);
        if (!inLegend)
            trace.SetProperty("showlegend", false);
        if (number.Length > 0)
            foreach (var (name, axis) in inSpace ? [("scene", "scene")] : new[] { ("xaxis", "x"), ("yaxis", "y") })
                trace.SetProperty(name, axis + number);
    }));

    static IEnumerable<GenericChart> Of(Mark mark, bool inLegend) => mark switch
    {
        Mark.Points { At.Length: 3 } points => [InSpace(points)],
        Mark.Points points => [InPlane(points)],
        Mark.Curve curve => [Curve(curve, inLegend)],
        Mark.Level level => [Level(level)],
        Mark.Chosen chosen => [Chosen(chosen)],
        Mark.Arrow arrow => [Arrow(arrow)],
        Mark.Words words => [Words(words)],
        Mark.Cells cells => [Cells(cells)],
        Mark.Area area => [Area(area, inLegend)],
        Mark.Face face => [Face(face), Outline(face)],
        _ => throw new NotSupportedException($"Traces.Of knows every mark but {mark.GetType().Name}."),
    };

    static GenericChart InPlane(Mark.Points points)
    {
        var (color, outline, symbol, size) = points.Kind switch
        {
            PointKind.Class0 => (Palette.Class0, Palette.Outline0, MarkerSymbol.Circle, 8),
            PointKind.Class1 => (Palette.Class1, Palette.Outline1, MarkerSymbol.Diamond, 9),
            PointKind.Start => (Palette.Measured, Palette.Measured, Open(MarkerSymbol.Square), 12),
            PointKind.End => (Palette.Measured, Palette.Measured, MarkerSymbol.Star, 15),
            PointKind.Now => (Palette.Measured, Palette.Neutral, MarkerSymbol.Square, 11),
            _ => (Palette.Neutral, Palette.Neutral, Open(MarkerSymbol.Circle), 15),
        };
        return Chart.Point<double, double, string>(points.At[0], points.At[1], Name: points.Name, MarkerSymbol: symbol, Marker: Marker(color, size, outline), UseDefaults: false)
            .With(trace =>
            {
                Hover(trace, points);
                if (points.Kind == PointKind.Now) // whole at the edge, too
                    trace.SetProperty("cliponaxis", false);
            });
    }

    static GenericChart InSpace(Mark.Points points)
    {
        var (color, outline, symbol, size) = points.Kind switch
        {
            PointKind.Class0 => (Palette.Class0, Palette.Outline0, MarkerSymbol3D.Circle, 4),
            PointKind.Class1 => (Palette.Class1, Palette.Outline1, MarkerSymbol3D.Diamond, 5),
            PointKind.Start => (Palette.Measured, Palette.Measured, MarkerSymbol3D.SquareOpen, 6),
            PointKind.End => (Palette.Measured, Palette.Measured, MarkerSymbol3D.Cross, 6),
            PointKind.Now => (Palette.Measured, Palette.Neutral, MarkerSymbol3D.Square, 6),
            _ => (Palette.Neutral, Palette.Neutral, MarkerSymbol3D.CircleOpen, 8),
        };
        return Chart.Point3D<double, double, double, string>(points.At[0], points.At[1], points.At[2], Name: points.Name, MarkerSymbol: symbol, Marker: Marker(color, size, outline), UseDefaults: false)
            .With(trace => Hover(trace, points));
    }

    static GenericChart Curve(Mark.Curve curve, bool inLegend) =>
        Chart.Line<double, double, string>(curve.Through[0], curve.Through[1], Name: curve.Name, ShowLegend: inLegend, ShowMarkers: curve.Dotted,
                LineColor: curve.Measured ? Palette.Measured : Palette.Neutral, LineWidth: 2.5, LineDash: Dashes[curve.Style % Dashes.Length], UseDefaults: false)
            .WithTraceInfo(LegendGroup: curve.Name)
            .With(trace =>
            {
                if (curve.Dotted)
                    trace.SetProperty("marker", Marker(Palette.Measured, 8, Palette.Neutral));
            });

    static GenericChart Level(Mark.Level level) =>
        Chart.Line<double, double, string>(level.Through[0], level.Through[1], Name: level.Name, ShowLegend: false, LineColor: Palette.Neutral, LineWidth: 1, UseDefaults: false)
            .With(trace => trace.SetProperty("hoverinfo", "skip"));

    /// <summary>charts.js moves it to the point that the reader chooses.</summary>
    static GenericChart Chosen(Mark.Chosen chosen)
    {
        var at = chosen.At;
        var ring = Marker(Palette.Neutral, at.Length == 3 ? 11 : 20, Palette.Neutral, width: 2.5);
        var chart = at switch
        {
            [var x, var y, var z] => Chart.Point3D<double, double, double, string>(x, y, z, Name: chosen.Name, MarkerSymbol: MarkerSymbol3D.CircleOpen, Marker: ring, UseDefaults: false),
            [{ Length: 1 } x, var y] => Chart.Point<double, double, string>(x, y, Name: chosen.Name, MarkerSymbol: Open(MarkerSymbol.Circle), Marker: ring, UseDefaults: false),
            _ => Chart.Scatter<double, double, string>(at[0], at[1], Mode.Lines_Markers, Name: chosen.Name, MarkerSymbol: Open(MarkerSymbol.Circle), Marker: ring,
                LineColor: Palette.Neutral, LineWidth: 1.5, UseDefaults: false),
        };
        return chart.WithTraceInfo(LegendGroup: chosen.Name).With(trace =>
        {
            trace.SetProperty("hoverinfo", "skip");
            trace.SetProperty("meta", Node.Of(("chosen", true)));
            if (at.Length == 2)
                trace.SetProperty("cliponaxis", false);
        });
    }

    /// <summary>A line with an arrowhead, and its label beyond the tip. It belongs to its line: the legend hides both.</summary>
    static GenericChart Arrow(Mark.Arrow arrow)
    {
        var head = new Marker();
        head.SetProperty("color", Palette.Neutral);
        head.SetProperty("size", HeadSizes);
        head.SetProperty("opacity", 1);
        head.SetProperty("line", Without());
        head.SetProperty("angleref", "previous");
        return Chart.Scatter<double, double, string>(
                [arrow.From[0], arrow.To[0]], [arrow.From[1], arrow.To[1]], Mode.Lines_Markers_Text, Name: arrow.Name, ShowLegend: false,
                MultiText: new[] { "", arrow.Label }, TextPosition: Beyond(arrow), MarkerSymbol: MarkerSymbol.Arrow, Marker: head, LineColor: Palette.Neutral, LineWidth: 2.5, UseDefaults: false)
            .WithTraceInfo(LegendGroup: arrow.Name)
            .With(trace =>
            {
                trace.SetProperty("hoverinfo", "skip");
                trace.SetProperty("cliponaxis", false);
            });
    }

    /// <summary>The text's place beside the tip, on the side to which the arrow points.</summary>
    static TextPosition Beyond(Mark.Arrow arrow) => arrow.Beyond switch
    {
        (1, 0) => TextPosition.MiddleRight,
        (1, 1) => TextPosition.TopRight,
        (0, 1) => TextPosition.TopCenter,
        (-1, 1) => TextPosition.TopLeft,
        (-1, 0) => TextPosition.MiddleLeft,
        (-1, -1) => TextPosition.BottomLeft,
        (0, -1) => TextPosition.BottomCenter,
        _ => TextPosition.BottomRight,
    };

    static GenericChart Words(Mark.Words words) =>
        Chart.Scatter<double, double, string>([words.At[0]], [words.At[1]], Mode.Text, Name: words.Name, ShowLegend: false, Text: words.Text, TextPosition: TextPosition.MiddleCenter, UseDefaults: false)
            .With(trace => trace.SetProperty("hoverinfo", "skip"));

    static GenericChart Cells(Mark.Cells cells) =>
        Chart.Heatmap<int, double, double, string>(cells.Classes, X: cells.X, Y: cells.Y, Name: cells.Name, ShowLegend: false, Opacity: 0.2, ShowScale: false,
                ColorScale: Colorscale.NewCustom([Tuple.Create(0.0, Palette.Class0), Tuple.Create(0.5, Palette.Class0), Tuple.Create(0.5, Palette.Class1), Tuple.Create(1.0, Palette.Class1)]),
                UseDefaults: false)
            .With(trace =>
            {
                trace.SetProperty("zmin", 0);
                trace.SetProperty("zmax", 1);
                trace.SetProperty("hoverinfo", "skip");
            });

    static GenericChart Area(Mark.Area area, bool inLegend) =>
        Chart.Line<double, double, string>(area.Around[0], area.Around[1], Name: area.Name, ShowLegend: area.Outlined && inLegend,
                LineColor: Palette.Neutral, LineWidth: !area.Outlined ? 0 : area.Kind == AreaKind.Face ? 2 : 3.5, UseDefaults: false)
            .WithTraceInfo(LegendGroup: area.Name)
            .With(trace =>
            {
                trace.SetProperty("fill", "toself");
                trace.SetProperty("fillcolor", area.Kind switch { AreaKind.Class0 => Palette.Tint0, AreaKind.Class1 => Palette.Tint1, _ => Palette.Glass });
                trace.SetProperty("hoverinfo", "skip");
            });

    /// <summary>A convex face is a fan of triangles round its first corner.</summary>
    static GenericChart Face(Mark.Face face)
    {
        int[] fan = [.. Enumerable.Range(1, face.Corners.Length - 2)];
        return Chart.Mesh3D<double, double, double, int, int, int, string>(Along(face, 0), Along(face, 1), Along(face, 2),
                I: fan.Select(_ => 0).ToArray(), J: fan, K: fan.Select(k => k + 1).ToArray(),
                Name: face.Name, ShowLegend: false, Opacity: 0.2, Color: Palette.Neutral, FlatShading: true, UseDefaults: false)
            .WithTraceInfo(LegendGroup: face.Name)
            .With(trace => trace.SetProperty("hoverinfo", "skip"));
    }

    static GenericChart Outline(Mark.Face face)
    {
        double[] Closed(int axis) => [.. Along(face, axis), face.Corners[0][axis]];
        return Chart.Line3D<double, double, double, string>(Closed(0), Closed(1), Closed(2), ShowMarkers: false, Name: face.Name, ShowLegend: true,
                LineColor: Palette.Neutral, LineWidth: 4, UseDefaults: false)
            .WithTraceInfo(LegendGroup: face.Name)
            .With(trace => trace.SetProperty("hoverinfo", "skip"));
    }

    static double[] Along(Mark.Face face, int axis) => [.. face.Corners.Select(corner => corner[axis])];

    static MarkerSymbol Open(MarkerSymbol symbol) => MarkerSymbol.NewModified(symbol, SymbolStyle.Open);

    static Line Without()
    {
        var line = new Line();
        line.SetProperty("width", 0);
        return line;
    }

    /// <summary>A thin darker outline keeps points apart that lie on each other.</summary>
    static Marker Marker(Color color, int size, Color outline, double? width = null)
    {
        var line = new Line();
        line.SetProperty("color", outline);
        line.SetProperty("width", width ?? (color == outline ? 1.5 : 0.8));
        var marker = new Marker();
        marker.SetProperty("color", color);
        marker.SetProperty("size", size);
        marker.SetProperty("line", line);
        return marker;
    }

    /// <summary>A point says where it is and what the model makes of it; a ring leaves that to the point inside it.</summary>
    static void Hover(Trace trace, Mark.Points points)
    {
        if (points.Kind is PointKind.Wrong or PointKind.Now)
        {
            trace.SetProperty("hoverinfo", "skip");
            return;
        }
        if (points.Linked is not null)
        {
            // The legend shows and hides a class in every panel.
            trace.SetProperty("legendgroup", points.Name);
            trace.SetProperty("meta", Node.Of(("points", points.Linked)));
        }
        if (points.Says is not null)
            trace.SetProperty("text", points.Says);
        if ((points.Says is null ? points.AllSay : "%{text}") is { } says)
        {
            trace.SetProperty("hovertemplate", says + "<extra></extra>");
            return;
        }
        var label = points.Kind == PointKind.Class0 ? "class 0" : "class 1";
        var z = points.At.Length == 3 ? ", %{z:.3f}" : "";
        var p = points.Probability is null ? "" : "<br>ŷ = %{customdata:.3f}";
        trace.SetProperty("hovertemplate", $"{label}<br>(%{{x:.3f}}, %{{y:.3f}}{z}){p}<extra></extra>");
        if (points.Probability is not null)
            trace.SetProperty("customdata", points.Probability.Select(value => Math.Round(value, 4)).ToArray());
    }

    static GenericChart With(this GenericChart chart, Action<Trace> set)
    {
        foreach (var trace in chart.GetTraces())
            set(trace);
        return chart;
    }
}
