namespace Perceptron.Figures;

/// <summary>The same polyline with fewer points (Douglas and Peucker).</summary>
static class Simpler
{
    /// <summary>Leaves out points of which each lies within <paramref name="tolerance"/> of the line that is left. Both ends stay.</summary>
    internal static double[][] Than(double[][] line, double tolerance)
    {
        var (x, y) = (line[0], line[1]);
        var kept = new bool[x.Length];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, x.Length - 1)]);
        while (open.TryPop(out var part))
        {
            var (far, distance) = (0, tolerance);
            for (var k = part.From + 1; k < part.To; k++)
                if (FromSegment(x[k], y[k], x[part.From], y[part.From], x[part.To], y[part.To]) is var d && d > distance)
                    (far, distance) = (k, d);
            if (far == 0)
                continue;
            kept[far] = true;
            open.Push((part.From, far));
            open.Push((far, part.To));
        }
        return [[.. x.Where((_, k) => kept[k])], [.. y.Where((_, k) => kept[k])]];
    }

    static double FromSegment(double x, double y, double x0, double y0, double x1, double y1)
    {
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = dx * dx + dy * dy;
        var t = length == 0 ? 0 : Math.Clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
        return Math.Sqrt(Math.Pow(x - x0 - t * dx, 2) + Math.Pow(y - y0 - t * dy, 2));
    }
}
