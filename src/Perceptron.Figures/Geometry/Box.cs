namespace Perceptron.Figures;

/// <summary>The rectangle of the plane that a picture shows.</summary>
readonly record struct Box(double Left, double Right, double Bottom, double Top)
{
    internal double Width => Right - Left;

    internal double Height => Top - Bottom;

    /// <summary>A rectangle round all points, a little larger; a square if the two ranges are of one order, so that both axes can share a scale.</summary>
    /// <param name="x">The points.</param>
    /// <param name="y">Their other coordinate.</param>
    /// <param name="square">Whether it is a square in any case.</param>
    internal static Box Around(double[] x, double[] y, bool square = false)
    {
        var (left, right) = Widened(x.Min(), x.Max());
        var (bottom, top) = Widened(y.Min(), y.Max());
        var box = new Box(left, right, bottom, top);
        if (!box.IsNearlySquare && !square)
            return box;
        var half = Math.Max(box.Width, box.Height) / 2;
        var (middleX, middleY) = ((left + right) / 2, (bottom + top) / 2);
        return new Box(middleX - half, middleX + half, middleY - half, middleY + half);
    }

    /// <summary>Beyond a ratio of 4 a common scale would squeeze one axis to a strip.</summary>
    internal bool IsNearlySquare => Math.Max(Width, Height) <= 4 * Math.Min(Width, Height);

    /// <summary>The part of the line w₁x + w₂y + b = 0 inside the box, or null if there is none. No slope is computed, so vertical lines are like any other.</summary>
    internal double[][]? Clip(double w1, double w2, double b)
    {
        // In coordinates that run from -1 to 1 over the box; r is the signed distance of its centre.
        var (hx, hy) = (Width / 2, Height / 2);
        var (cx, cy) = (Left + hx, Bottom + hy);
        var (u, v, c) = (w1 * hx, w2 * hy, w1 * cx + w2 * cy + b);
        var norm = Math.Sqrt(u * u + v * v);
        if (norm == 0 || !double.IsFinite(norm + c))
            return null;
        (u, v) = (u / norm, v / norm);
        var r = c / norm;
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        // The line's points are (-ru - tv, -rv + tu).
        Cut(-r * u, -v, ref low, ref high);
        Cut(-r * v, u, ref low, ref high);
        if (low >= high)
            return null;
        return
        [
            [Math.Clamp(cx + hx * (-r * u - low * v), Left, Right), Math.Clamp(cx + hx * (-r * u - high * v), Left, Right)],
            [Math.Clamp(cy + hy * (-r * v + low * u), Bottom, Top), Math.Clamp(cy + hy * (-r * v + high * u), Bottom, Top)],
        ];
    }

    /// <summary>Keeps the part of [low, high] where start + t·step lies in [-1, 1].</summary>
    static void Cut(double start, double step, ref double low, ref double high)
    {
        if (step == 0)
        {
            if (Math.Abs(start) > 1)
                (low, high) = (1, 0);
            return;
        }
        var (a, b) = ((-1 - start) / step, (1 - start) / step);
        low = Math.Max(low, Math.Min(a, b));
        high = Math.Min(high, Math.Max(a, b));
    }

    /// <summary>A twelfth more on each side, out to the next round number.</summary>
    static (double Low, double High) Widened(double low, double high)
    {
        var span = high > low ? high - low : Math.Max(1, Math.Abs(low));
        var step = Math.Pow(10, Math.Floor(Math.Log10(span)) - 1);
        // Dividing by the inverse, a whole number for small steps, gives -3.8 and not -3.8000000000000003.
        double Steps(double count) => step < 1 ? count / Math.Round(1 / step) : count * step;
        return (Steps(Math.Floor((low - span / 12) / step)), Steps(Math.Ceiling((high + span / 12) / step)));
    }
}
