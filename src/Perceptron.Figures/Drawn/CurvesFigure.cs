namespace Perceptron.Figures;

/// <summary>Measured quantities over another.</summary>
static class CurvesFigure
{
    /// <summary>There are so many kinds of dashes.</summary>
    const int Most = 6;

    /// <summary>A curve of more points looks smooth without dots.</summary>
    const int Dots = 25;

    const int Longest = 1_000_000;

    internal static Figure Of((string Name, IEnumerable<(double X, double Y)> Points)[] curves, string xAxis, string yAxis, string? title)
    {
        if (curves.Length is 0 or > Most)
            throw new ArgumentException($"Figure.Curves expects one to six curves, but got {(curves.Length == 0 ? "none" : Words.Digits(curves.Length))}.", nameof(curves));
        ArgumentException.ThrowIfNullOrWhiteSpace(xAxis);
        ArgumentException.ThrowIfNullOrWhiteSpace(yAxis);
        var read = curves.Select(curve => (curve.Name, Points: Read(curve.Name, curve.Points))).ToArray();
        var all = read.SelectMany(curve => curve.Points).ToArray();
        var (least, most) = (all.Min(p => p.Y), all.Max(p => p.Y));
        var margin = (most > least ? most - least : Math.Max(1, Math.Abs(most))) / 15;
        var (left, right) = (all.Min(p => p.X), all.Max(p => p.X));
        var marks = read.Select((curve, k) => new Mark.Curve(
            curve.Name, k, Extremes.Of([.. curve.Points.Select(p => p.X)], [.. curve.Points.Select(p => p.Y)]), Measured: true, Dotted: curve.Points.Length <= Dots));
        var about = $"{Words.Capital(yAxis)} over {xAxis}";
        return new Figure(
            new Picture(title ?? about, [new Axis(xAxis, left, right > left ? right : left + 1), new Axis(yAxis, least - margin, most + margin)], equalScale: false, [.. marks]),
            $"{(title is null ? "" : $"{about}. ")}{string.Join(" ", read.Select(curve => Describe(curve.Name, curve.Points)))}");
    }

    static (double X, double Y)[] Read(string name, IEnumerable<(double X, double Y)> points)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(points);
        (double X, double Y)[] read = [.. points.Take(Longest + 1)];
        if (read.Length is < 2 or > Longest)
            throw new ArgumentException($"Figure.Curves expects two to a million points in each curve, but \"{name}\" has {(read.Length > Longest ? "more" : Words.Digits(read.Length))}.", nameof(points));
        var odd = Array.FindIndex(read, p => !(double.IsFinite(p.X) && double.IsFinite(p.Y)));
        return odd < 0
            ? read
            : throw new ArgumentException($"Figure.Curves expects finite numbers, but the {Words.Digits(odd + 1)}. point of \"{name}\" is ({Words.Number(read[odd].X)}, {Words.Number(read[odd].Y)}).", nameof(points));
    }

    static string Describe(string name, (double X, double Y)[] points)
    {
        var (first, last, low, high) = (points[0], points[^1], points.MinBy(p => p.Y), points.MaxBy(p => p.Y));
        return low.Y == high.Y
            ? $"{Words.Capital(name)}: {Words.Number(low.Y)} everywhere."
            : $"{Words.Capital(name)}: from {Words.Number(first.Y)} at {Words.Number(first.X)} to {Words.Number(last.Y)} at {Words.Number(last.X)}; least {Words.Number(low.Y)} at {Words.Number(low.X)}, greatest {Words.Number(high.Y)} at {Words.Number(high.X)}.";
    }
}
