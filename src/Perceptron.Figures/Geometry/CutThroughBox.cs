namespace Perceptron.Figures;

/// <summary>The plane w·h + b = 0 cut off at the faces of a box in space.</summary>
static class CutThroughBox
{
    /// <summary>
    /// The corners of the exact polygon, in order round it: the plane's crossings with the twelve edges of the box.
    /// Null when the plane misses the box or touches it only in a corner or an edge.
    /// </summary>
    internal static double[][]? Polygon(double[] w, double b, double[] low, double[] high)
    {
        double S(double[] h) => w[0] * h[0] + w[1] * h[1] + w[2] * h[2] + b;
        var corners = new List<double[]>();
        for (var axis = 0; axis < 3; axis++)
            for (var sides = 0; sides < 4; sides++)
            {
                var (one, other) = ((axis + 1) % 3, (axis + 2) % 3);
                var from = new double[3];
                from[axis] = low[axis];
                from[one] = (sides & 1) == 0 ? low[one] : high[one];
                from[other] = (sides & 2) == 0 ? low[other] : high[other];
                double[] to = [.. from];
                to[axis] = high[axis];
                var (s, e) = (S(from), S(to));
                if (s == e || s * e > 0)
                    continue;
                from[axis] = Math.Clamp(low[axis] + (high[axis] - low[axis]) * (s / (s - e)), low[axis], high[axis]);
                // A plane through a corner of the box crosses three edges in one point.
                if (!corners.Exists(c => Distance(c, from) < 1e-12 * (1 + Distance(low, high))))
                    corners.Add(from);
            }
        return corners.Count < 3 ? null : InOrder(corners, w);
    }

    /// <summary>By the angle round their centre, seen along the normal.</summary>
    static double[][] InOrder(List<double[]> corners, double[] normal)
    {
        double[] centre = [.. Enumerable.Range(0, 3).Select(k => corners.Average(c => c[k]))];
        var u = Minus(corners[0], centre);
        var v = Cross(normal, u);
        var (uu, vv) = (Math.Sqrt(Dot(u, u)), Math.Sqrt(Dot(v, v)));
        return [.. corners.OrderBy(c => Math.Atan2(Dot(Minus(c, centre), v) / vv, Dot(Minus(c, centre), u) / uu))];
    }

    internal static double Dot(double[] a, double[] b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

    static double[] Minus(double[] a, double[] b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

    static double[] Cross(double[] a, double[] b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

    static double Distance(double[] a, double[] b) => Math.Sqrt(Dot(Minus(a, b), Minus(a, b)));
}
