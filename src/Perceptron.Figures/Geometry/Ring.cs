using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>A circle near which points lie.</summary>
readonly record struct Ring(double X, double Y, double Radius)
{
    /// <summary>
    /// The circle of least squares, x² + y² ≈ ax + cy + e, if the points really form a ring: none farther from it than a fifth of its radius,
    /// and no gap of a quarter turn. Null otherwise.
    /// </summary>
    internal static Ring? Through(double[] x, double[] y)
    {
        if (x.Length < 8)
            return null;
        var a = Matrix<double>.Build.Dense(x.Length, 3, (i, j) => j switch { 0 => x[i], 1 => y[i], _ => 1 });
        var s = a.QR().Solve(Vector<double>.Build.Dense(x.Length, i => x[i] * x[i] + y[i] * y[i]));
        var (cx, cy) = (s[0] / 2, s[1] / 2);
        var radius = Math.Sqrt(s[2] + cx * cx + cy * cy);
        if (!double.IsFinite(radius) || radius == 0)
            return null;
        if (x.Where((_, i) => Math.Abs(Math.Sqrt(Square(x[i] - cx) + Square(y[i] - cy)) - radius) > radius / 5).Any())
            return null;
        double[] angles = [.. x.Select((_, i) => Math.Atan2(y[i] - cy, x[i] - cx)).Order()];
        var gap = angles.Zip(angles.Skip(1).Append(angles[0] + 2 * Math.PI), (one, next) => next - one).Max();
        return gap < Math.PI / 2 ? new Ring(cx, cy, radius) : null;
    }

    static double Square(double value) => value * value;
}
