namespace Perceptron.Figures;

/// <summary>The loss over a plane of parameters, as a map with lines of equal loss, and a run's way through it.</summary>
static class LossSurfaceFigure
{
    /// <summary>A history longer than this has no end, as far as a reader can wait.</summary>
    const int Longest = 100_000;

    /// <summary>Cells a side of the grid on which the loss is computed, and of the finer one on which its lines are drawn.</summary>
    const int Grid = 60, Fine = 120;

    internal static Figure Of(Dataset data, IEnumerable<Epoch> history, string? title)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(history);
        var run = History.Whole(history, Longest, "Figure.LossSurface", "it");
        if (run.Length < 3)
            throw new ArgumentException($"Figure.LossSurface expects a history of at least three epochs, which span a plane, but got {run.Length}.", nameof(history));

        var plane = ParameterPlane.Of([.. run.Select(epoch => epoch.Model)]);
        var path = run.Select(epoch => plane.Project(epoch.Model)).ToArray();
        double[][] way = [[.. path.Select(p => p.X)], [.. path.Select(p => p.Y)]];
        // Both axes have one scale: only so does a step straight down cross the lines at right angles.
        var box = Box.Around(way[0], way[1], square: true);
        double Loss(double x, double y) => CrossEntropy.Loss(plane.At(x, y).Forward(data.X).Scores, data.Y, Reduction.Mean);
        var surface = Surface.Of(Loss, box, Grid);
        var levels = Decades.Between(surface.Low, surface.High, atMost: 9);
        var labels = new List<(string Text, double X, double Y)>();
        var coarse = Thin(way, box, parts: 60);
        var lines = levels.SelectMany(level => LevelMarks(level, surface, box, coarse, labels)).ToArray();
        Mark[] marks =
        [
            .. lines,
            new Mark.Curve($"the run ({Words.Amount(run[^1].Updates - run[0].Updates, "update")})", 0, Thin(way, box, parts: 1500), Measured: true),
            new Mark.Points("start", PointKind.Start, [[way[0][0]], [way[1][0]]], AllSay: $"the start: loss {Words.Number(run[0].Loss)}"),
            new Mark.Points("end", PointKind.End, [[way[0][^1]], [way[1][^1]]], AllSay: $"the end: loss {Words.Number(run[^1].Loss)}"),
        ];

        title ??= $"The loss round the run: from {Words.Number(run[0].Loss)} down to {Words.Number(run[^1].Loss)}";
        var (under, length) = (Loss(way[0][0], way[1][0]), Math.Sqrt(way[0][0] * way[0][0] + way[1][0] * way[1][0]));
        return new Figure(
            Plane.Of(title, box, "first direction", "second direction", marks),
            $"A map of the mean loss over two directions of the {Words.Amount(run[0].Model.ParameterCount, "parameter")}, through the last model: the two in which this run varies most. "
            + $"They hold {Words.Number(100 * plane.Share)} % of the path's variance; the rest goes through the other {Words.Digits(Math.Max(0, run[0].Model.ParameterCount - 2))} and is not seen. "
            + $"So the loss on the map is the run's own at its end only: at its start the run's is {Words.Number(run[0].Loss)}, the map's beneath it {Words.Number(under)}. "
            + $"From start to end it is {Words.Number(length)} on the map. The map goes from {Words.Number(surface.Low)} to {Words.Number(surface.High)}, with lines at {Words.List([.. levels.Select(Words.Number)])}.");
    }

    /// <summary>A line of equal loss with its number on it, where there is room; the line leaves a gap for it.</summary>
    static IEnumerable<Mark> LevelMarks(double level, Surface surface, Box box, double[][] way, List<(string Text, double X, double Y)> labels)
    {
        var pieces = Contour.Trace((x, y) => [.. x.Zip(y, (a, b) => surface.At(a, b) < level)], box, Fine);
        double Distance(double x, double y, double toX, double toY) => Math.Max(Math.Abs(x - toX) / box.Width, 2 * Math.Abs(y - toY) / box.Height);
        double Room(double x, double y) => new[]
        {
            (x - box.Left) / box.Width, (box.Right - x) / box.Width, 2 * (y - box.Bottom) / box.Height, 2 * (box.Top - y) / box.Height, 0.2,
        }.Concat(labels.Select(label => Distance(x, y, label.X, label.Y))).Concat(way[0].Zip(way[1], (a, b) => Distance(x, y, a, b))).Min();

        var places = pieces.SelectMany(piece => piece[0].Zip(piece[1])).ToArray();
        var best = places.Length == 0 ? default : places.MaxBy(p => Room(p.First, p.Second));
        var labelled = places.Length > 0 && Room(best.First, best.Second) > 0.08;
        if (labelled)
        {
            labels.Add((Words.Number(level), best.First, best.Second));
            yield return new Mark.Words(Words.Number(level), [best.First, best.Second]);
        }
        foreach (var piece in pieces)
            foreach (var part in labelled ? Outside(piece, (x, y) => Distance(x, y, best.First, best.Second) < 0.07) : [piece])
                yield return new Mark.Level(part);
    }

    /// <summary>The stretches of a polyline outside a place.</summary>
    static IEnumerable<double[][]> Outside(double[][] piece, Func<double, double, bool> within)
    {
        var stretch = new List<(double X, double Y)>();
        foreach (var (x, y) in piece[0].Zip(piece[1]).Append((double.NaN, double.NaN)))
            if (!double.IsNaN(x) && !within(x, y))
                stretch.Add((x, y));
            else if (stretch.Count > 0)
            {
                if (stretch.Count > 1)
                    yield return [[.. stretch.Select(p => p.X)], [.. stretch.Select(p => p.Y)]];
                stretch.Clear();
            }
    }

    /// <summary>The path without the points that lie nearer to the one before than a part of the box: of 1500, a third of a pixel.</summary>
    static double[][] Thin(double[][] way, Box box, int parts)
    {
        var kept = new List<int> { 0 };
        for (var k = 1; k < way[0].Length; k++)
            if (k == way[0].Length - 1 || Math.Abs(way[0][k] - way[0][kept[^1]]) > box.Width / parts || Math.Abs(way[1][k] - way[1][kept[^1]]) > box.Height / parts)
                kept.Add(k);
        return [[.. kept.Select(k => way[0][k])], [.. kept.Select(k => way[1][k])]];
    }
}
