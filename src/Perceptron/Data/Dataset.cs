using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>Points with labels: X (n×d, one row per point) and Y (n×1, only 0 and 1).</summary>
/// <remarks>Both are copies of what the constructor is given. Treat them as values: nothing in this library changes them.</remarks>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed partial class Dataset
{
    /// <summary>Points with labels.</summary>
    /// <param name="x">n×d, finite.</param>
    /// <param name="y">n×1, only 0 and 1.</param>
    /// <param name="name">What the points are called in pictures.</param>
    /// <exception cref="ArgumentException">x is empty or not finite, or y does not hold one 0 or 1 per row of x.</exception>
    public Dataset(Matrix<double> x, Matrix<double> y, string name = "data")
    {
        Require.Finite(x, "Dataset");
        Require.Labels(y, "Dataset");
        Require.SameShape(y, x.RowCount, 1, "one label per row of x", "Dataset");
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        X = Matrix<double>.Build.DenseOfMatrix(x);
        Y = Matrix<double>.Build.DenseOfMatrix(y);
        Name = name;
    }

    /// <summary>n×d: one point per row.</summary>
    public Matrix<double> X { get; }

    /// <summary>n×1: the label of each point, 0 or 1.</summary>
    public Matrix<double> Y { get; }

    /// <summary>What the points are called in pictures.</summary>
    public string Name { get; }

    /// <summary>n, the number of points.</summary>
    public int Count => X.RowCount;

    /// <summary>d, the number of coordinates of a point.</summary>
    public int Dimensions => X.ColumnCount;

    /// <summary>The same labels on the transformed points φ(X).</summary>
    /// <param name="phi">From n×d to n×k, such as <see cref="FeatureMap.Squares"/>.</param>
    /// <exception cref="ArgumentException">φ returns another number of rows, or numbers that are not finite.</exception>
    public Dataset Map(Func<Matrix<double>, Matrix<double>> phi)
    {
        ArgumentNullException.ThrowIfNull(phi);
        // φ gets a copy: it may be a reader's function, and may write in place.
        var mapped = phi(X.Clone());
        Require.Finite(mapped, "Dataset.Map", "phi(X)");
        if (mapped.RowCount != Count)
            throw new ArgumentException($"Dataset.Map expects phi to return {Require.Count(Count, "row")} (one per point), but got {Require.Shape(mapped)}.", nameof(phi));
        return new Dataset(mapped, Y, $"φ({Name})");
    }

    /// <summary>Such as <c>circles: 200 points in 2 dimensions, 100 of class 0 and 100 of class 1</c>.</summary>
    public override string ToString()
    {
        var ones = (int)Y.Column(0).Sum();
        return $"{Name}: {Require.Count(Count, "point")} in {Require.Count(Dimensions, "dimension")}, {Count - ones} of class 0 and {ones} of class 1";
    }
}
