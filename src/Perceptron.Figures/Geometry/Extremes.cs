namespace Perceptron.Figures;

/// <summary>A long curve in as many points as a chart can show.</summary>
static class Extremes
{
    /// <summary>More points than a chart has pixels across say no more.</summary>
    const int Most = 600;

    /// <summary>The first point of a curve, the last, and the lowest and highest of each stretch between, as [x, y]: no spike is lost.</summary>
    internal static double[][] Of(double[] x, double[] y)
    {
        if (x.Length <= Most)
            return [x, y];
        var stretch = (int)Math.Ceiling(x.Length / (Most / 2.0));
        int[] kept = [.. Enumerable.Range(0, x.Length).Chunk(stretch)
            .SelectMany(part => new[] { part.MinBy(k => y[k]), part.MaxBy(k => y[k]) })
            .Append(0).Append(x.Length - 1).Distinct().Order()];
        return [[.. kept.Select(k => x[k])], [.. kept.Select(k => y[k])]];
    }
}
