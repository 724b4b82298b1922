using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>The share of right predictions.</summary>
public static class Accuracy
{
    /// <summary>The share of rows in which the prediction is the label, from 0 to 1.</summary>
    /// <param name="predicted">n×1, only 0 and 1: what Predict returns, not probabilities.</param>
    /// <param name="y">n×1, only 0 and 1.</param>
    /// <exception cref="ArgumentException">The shapes differ, or something other than 0 and 1 is in them.</exception>
    public static double Of(Matrix<double> predicted, Matrix<double> y)
    {
        Require.Labels(predicted, "Accuracy.Of");
        Require.Labels(y, "Accuracy.Of");
        Require.SameShape(y, predicted.RowCount, 1, "one label per prediction", "Accuracy.Of");
        var right = 0;
        for (var i = 0; i < y.RowCount; i++)
            if (predicted[i, 0] == y[i, 0])
                right++;
        return (double)right / y.RowCount;
    }
}
