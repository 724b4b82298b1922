using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>Feature maps φ: functions on the data matrix that turn every row x into a row φ(x).</summary>
public static class FeatureMap
{
    /// <summary>φ(x) = [x₁², x₂², …]: a circle round the origin becomes a straight line.</summary>
    /// <param name="x">n×d.</param>
    /// <returns>n×d.</returns>
    /// <exception cref="ArgumentException">x is empty or not finite.</exception>
    public static Matrix<double> Squares(Matrix<double> x)
    {
        Require.Finite(x, "FeatureMap.Squares");
        return Require.NoOverflow(x.PointwiseMultiply(x), "FeatureMap.Squares", "φ(x)");
    }

    /// <summary>φ(x) = [‖x‖]: the distance from the origin.</summary>
    /// <param name="x">n×d.</param>
    /// <returns>n×1.</returns>
    /// <exception cref="ArgumentException">x is empty or not finite.</exception>
    public static Matrix<double> Radius(Matrix<double> x)
    {
        Require.Finite(x, "FeatureMap.Radius");
        return Require.NoOverflow(x.RowNorms(2).ToColumnMatrix(), "FeatureMap.Radius", "φ(x)");
    }

    /// <summary>φ(x) = [x₁, …, x_d, x₁², x₁x₂, …, x_d²]: every term up to the second degree, so that any conic becomes a line.</summary>
    /// <param name="x">n×d.</param>
    /// <returns>n×(d + d(d + 1)/2).</returns>
    /// <exception cref="ArgumentException">x is empty or not finite.</exception>
    public static Matrix<double> Quadratic(Matrix<double> x)
    {
        Require.Finite(x, "FeatureMap.Quadratic");
        var products =
            from i in Enumerable.Range(0, x.ColumnCount)
            from j in Enumerable.Range(i, x.ColumnCount - i)
            select x.Column(i).PointwiseMultiply(x.Column(j));
        return Require.NoOverflow(
            Matrix<double>.Build.DenseOfColumnVectors(x.EnumerateColumns().Concat(products)), "FeatureMap.Quadratic", "φ(x)");
    }
}
