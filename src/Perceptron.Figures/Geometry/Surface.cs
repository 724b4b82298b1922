namespace Perceptron.Figures;

/// <summary>A positive function of the plane, computed at the corners of a grid; between them its logarithm is interpolated.</summary>
sealed class Surface
{
    readonly Box _box;
    readonly int _cells;
    readonly double[] _logs;

    Surface(Box box, int cells, double[] logs) => (_box, _cells, _logs) = (box, cells, logs);

    internal static Surface Of(Func<double, double, double> f, Box box, int cells) => new(box, cells,
        [.. from j in Enumerable.Range(0, cells + 1)
            from i in Enumerable.Range(0, cells + 1)
            select Math.Log(f(box.Left + box.Width * i / cells, box.Bottom + box.Height * j / cells))]);

    internal double Low => Math.Exp(_logs.Min());

    internal double High => Math.Exp(_logs.Max());

    internal double At(double x, double y)
    {
        var (u, v) = (Math.Clamp((x - _box.Left) / _box.Width * _cells, 0, _cells), Math.Clamp((y - _box.Bottom) / _box.Height * _cells, 0, _cells));
        var (i, j) = ((int)Math.Min(u, _cells - 1), (int)Math.Min(v, _cells - 1));
        double Row(int row) => double.Lerp(_logs[row * (_cells + 1) + i], _logs[row * (_cells + 1) + i + 1], u - i);
        return Math.Exp(double.Lerp(Row(j), Row(j + 1), v - j));
    }
}
