using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>
/// Binary cross-entropy, the negative log-likelihood of the labels:
/// Lᵢ = −yᵢ log ŷᵢ − (1 − yᵢ) log(1 − ŷᵢ) with ŷᵢ = σ(sᵢ).
/// </summary>
/// <remarks>
/// Taken from the score s and not from ŷ, because ŷ rounds to exactly 0 or 1 and log 0 is −∞:
/// the same number is max(s, 0) − s·y + log(1 + e^−|s|), finite for any finite score.
/// </remarks>
public static class CrossEntropy
{
    /// <summary>The loss of all points in one number.</summary>
    /// <param name="scores">s, n×1: before the last sigmoid.</param>
    /// <param name="y">n×1, only 0 and 1.</param>
    /// <param name="reduction">Mean over the points, or their sum.</param>
    /// <exception cref="ArgumentException">A shape is wrong, a score is not finite or a label is neither 0 nor 1.</exception>
    public static double Loss(Matrix<double> scores, Matrix<double> y, Reduction reduction)
    {
        Check(scores, y, reduction, "CrossEntropy.Loss");
        return LossOf(scores, y, reduction);
    }

    /// <summary>∂L/∂s = ŷ − y, divided by n for the mean.</summary>
    /// <param name="scores">s, n×1: before the last sigmoid.</param>
    /// <param name="y">n×1, only 0 and 1.</param>
    /// <param name="reduction">Mean over the points, or their sum.</param>
    /// <returns>n×1: the δ with which the backward pass starts.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, a score is not finite or a label is neither 0 nor 1.</exception>
    public static Matrix<double> Gradient(Matrix<double> scores, Matrix<double> y, Reduction reduction)
    {
        Check(scores, y, reduction, "CrossEntropy.Gradient");
        return GradientOf(scores, y, reduction);
    }

    internal static double LossOf(Matrix<double> scores, Matrix<double> y, Reduction reduction)
    {
        var sum = 0.0;
        for (var i = 0; i < scores.RowCount; i++)
        {
            var s = scores.At(i, 0);
            sum += Math.Max(s, 0) - s * y.At(i, 0) + Log1p(Math.Exp(-Math.Abs(s)));
        }
        return reduction == Reduction.Mean ? sum / scores.RowCount : sum;
    }

    /// <summary>log(1 + x) for 0 ≤ x ≤ 1, to the last digits also where x is tiny.</summary>
    // 1 + x drops digits of x, and x / (u − 1) puts them back (Kahan). Called n times in every update.
    static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    internal static Matrix<double> GradientOf(Matrix<double> scores, Matrix<double> y, Reduction reduction)
    {
        var delta = Activation.Sigmoid.ValueOf(scores) - y;
        return reduction == Reduction.Mean ? delta / scores.RowCount : delta;
    }

    static void Check(Matrix<double> scores, Matrix<double> y, Reduction reduction, string who)
    {
        Require.Finite(scores, who);
        Require.Columns(scores, 1, "one score per row", who);
        Require.Labels(y, who);
        Require.SameShape(y, scores.RowCount, 1, "one label per score", who);
        Require.Known(reduction, who);
    }
}
