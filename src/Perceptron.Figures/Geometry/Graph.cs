namespace Perceptron.Figures;

/// <summary>A function of one number over a range, in pieces that end where it jumps.</summary>
sealed class Graph
{
    /// <summary>Points of a curve: enough to look smooth on the widest page.</summary>
    const int Steps = 160;

    readonly Func<double, double> _f;
    readonly double[] _x, _y;

    internal Graph(Func<double, double> f, double from, double to)
    {
        _f = f;
        _x = [.. Enumerable.Range(0, Steps + 1).Select(k => from + (to - from) * k / Steps)];
        _y = [.. _x.Select(f)];
        (From, To, Low, High) = (from, to, _y.Min(), _y.Max());
        // Between two neighbours no smooth curve covers half of its whole range.
        var cuts = Enumerable.Range(0, Steps).Where(k => Math.Abs(_y[k + 1] - _y[k]) > (High - Low) / 2).ToArray();
        Jumps = [.. cuts.Select(Place)];
        Pieces = [.. cuts.Append(Steps).Select((end, n) => Piece(n == 0 ? null : cuts[n - 1], n < cuts.Length ? end : null))];
    }

    internal double From { get; }

    internal double To { get; }

    internal double Low { get; }

    internal double High { get; }

    internal double First => _y[0];

    internal double Last => _y[^1];

    /// <summary>Where the function is greatest.</summary>
    internal double Top => _x[Array.IndexOf(_y, High)];

    /// <summary>Where it jumps.</summary>
    internal IReadOnlyList<double> Jumps { get; }

    /// <summary>Its pieces, each as [x, y].</summary>
    internal IReadOnlyList<double[][]> Pieces { get; }

    /// <summary>The place of the jump between two neighbours, by bisection: half the jump is on either side.</summary>
    double Place(int k)
    {
        var (low, high, middle) = (_x[k], _x[k + 1], (_y[k] + _y[k + 1]) / 2);
        for (var halving = 0; halving < 50; halving++)
        {
            var x = (low + high) / 2;
            (low, high) = _f(x) > middle == _y[k + 1] > middle ? (low, x) : (x, high);
        }
        return Math.Round(high, 9);
    }

    /// <summary>From behind one jump to before the next, both ends at the jump itself.</summary>
    double[][] Piece(int? behind, int? before)
    {
        var (first, last) = (behind + 1 ?? 0, before ?? Steps);
        var (x, y) = (_x[first..(last + 1)].ToList(), _y[first..(last + 1)].ToList());
        if (behind is { } b && Place(b) < x[0])
        {
            x.Insert(0, Place(b));
            y.Insert(0, y[0]);
        }
        if (before is { } a && Place(a) > x[^1])
        {
            x.Add(Place(a));
            y.Add(y[^1]);
        }
        return [[.. x], [.. y]];
    }
}
