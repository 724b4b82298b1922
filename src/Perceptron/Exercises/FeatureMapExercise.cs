using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>A feature map for the circles. Many are right: a line has to separate the moved points, and a classifier is trained to see it.</summary>
static class FeatureMapExercise
{
    static readonly Dataset Circles = Dataset.Circles(44);

    static readonly (Func<double, double, double[]> Map, string Words)[] Mistakes =
    [
        ((x1, x2) => [x1 * x2], "The product x₁x₂ says in which quarter a point lies, not how far out: each ring has points in all four."),
        ((x1, x2) => [x1 * x1], "x₁² alone cannot do it: an outer point near the x₂-axis has a small x₁, too."),
        ((x1, x2) => [x2 * x2], "x₂² alone cannot do it: an outer point near the x₁-axis has a small x₂, too."),
        ((x1, x2) => [x1 * x1 - x2 * x2], "x₁² − x₂² is 0 on both diagonals, for both rings. Try a plus."),
        ((x1, x2) => [x1 * x1 * x1, x2 * x2 * x2], "Odd powers keep the sign: the rings still lie round the origin, one inside the other."),
        ((x1, x2) => [Math.Sign(x1), Math.Sign(x2)], "The signs say in which quarter a point lies, not how far out."),
        ((x1, x2) => [x1 / Math.Sqrt(x1 * x1 + x2 * x2), x2 / Math.Sqrt(x1 * x1 + x2 * x2)], "Divided by its length, every point lies on one circle: what tells the classes apart is thrown away."),
        ((x1, x2) => [Math.Atan2(x2, x1)], "The angle is what the rings have in common. They differ in the radius."),
        ((x1, x2) => [Math.Sin(x1), Math.Sin(x2)], "The sine folds the outer ring back on the inner one."),
        ((x1, x2) => [Math.Exp(x1), Math.Exp(x2)], "Each coordinate is stretched by itself and keeps its order: the outer ring still surrounds the inner one."),
    ];

    public static string Look(Func<Matrix<double>, Matrix<double>>? answer) =>
        Verdict.Of<Matrix<double>>(answer is null ? null : () => answer(Circles.X.Clone()), Judge);

    static string Judge(Matrix<double> moved)
    {
        if (moved.RowCount != Circles.Count || moved.ColumnCount == 0)
            return Verdict.Wrong($"φ has to give one row of features for each of the {Circles.Count} points; it gives {Require.Shape(moved)}.");
        if (!moved.Enumerate().All(double.IsFinite))
            return Verdict.Wrong("Some features are not finite numbers. Is there a division by 0, or a logarithm of a negative number?");
        if (IsAffine(moved))
            return Verdict.Wrong("This map is linear: it turns, stretches and shifts the plane, and a line in the new place is a line in the old one.");
        foreach (var (map, words) in Mistakes)
        {
            if (Verdict.Close(moved, Matrix<double>.Build.DenseOfRowArrays(Circles.X.EnumerateRows().Select(x => map(x[0], x[1])))))
                return Verdict.Wrong(words);
        }

        var accuracy = BestLine(moved);
        return accuracy == 1
            ? Verdict.Right($"After your map a line separates all {Circles.Count} points, with {Require.Count(moved.ColumnCount, "feature")}.{(moved.ColumnCount == 1 ? "" : " One is enough: the squared radius x₁² + x₂².")}")
            : Verdict.Wrong(string.Create(CultureInfo.InvariantCulture, $"The best line that training found has {100 * accuracy:F1} % of the moved points on their sides. What do the points of one ring have in common?"));
    }

    /// <summary>The accuracy of a logistic regression on the features, each shifted and scaled to mean 0 and variance 1.</summary>
    static double BestLine(Matrix<double> features)
    {
        var columns = features.EnumerateColumns().Select(column =>
        {
            var centred = column - column.Average();
            var length = centred.L2Norm() / Math.Sqrt(column.Count);
            return length > 0 ? centred / length : centred;
        });
        var data = new Dataset(Matrix<double>.Build.DenseOfColumnVectors(columns), Circles.Y);
        return Accuracy.Of(LogisticRegression.Train(data, alpha: 1, updates: 3000, Reduction.Mean).Predict(data.X), data.Y);
    }

    /// <summary>Whether every feature is c₀ + c₁x₁ + c₂x₂: what least squares leaves of it is nothing.</summary>
    static bool IsAffine(Matrix<double> features)
    {
        var basis = Circles.X.InsertColumn(0, Vector<double>.Build.Dense(Circles.Count, 1));
        return (features - basis * basis.QR().Solve(features)).FrobeniusNorm() <= 1e-9 * (1 + features.FrobeniusNorm());
    }
}
