using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>Assertions on numbers that differ by rounding.</summary>
static class Near
{
    public static void Relative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}, tolerance {tolerance:R} relative");

    public static void Relative(Matrix<double> expected, Matrix<double> actual, double tolerance)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        for (var i = 0; i < expected.RowCount; i++)
            for (var j = 0; j < expected.ColumnCount; j++)
                Relative(expected[i, j], actual[i, j], tolerance);
    }

    public static void Relative(Mlp expected, Mlp actual, double tolerance)
    {
        Assert.Equal(expected.Layers.Length, actual.Layers.Length);
        foreach (var (e, a) in expected.Layers.Zip(actual.Layers))
        {
            Relative(e.Weights, a.Weights, tolerance);
            Relative(e.Bias.ToColumnMatrix(), a.Bias.ToColumnMatrix(), tolerance);
        }
    }

    public static void Absolute(Matrix<double> expected, Matrix<double> actual, double tolerance)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Assert.True((expected - actual).InfinityNorm() <= tolerance, $"expected {expected}, got {actual}");
    }
}
