using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures.Tests;

/// <summary>The lesson's run from seed 44, made once for all tests, and small data by hand.</summary>
static class Post
{
    static readonly Lazy<(Dataset Data, Epoch[] History)> Run = new(() =>
    {
        var random = new NumPyRandom(44);
        var data = Dataset.Circles(random);
        return (data, [.. GradientDescent.Run(Mlp.Random(random, 2, 3, 1), data, 0.01, Reduction.Sum).Take(1002)]);
    });

    internal static Dataset Data => Run.Value.Data;

    internal static Epoch[] History => Run.Value.History;

    internal static Mlp Model => History[^1].Model;

    /// <summary>Rows of x₁, x₂, class.</summary>
    internal static Dataset Points(params double[][] rows) => new(
        Matrix<double>.Build.DenseOfRowArrays(rows.Select(row => row[..^1])),
        Matrix<double>.Build.DenseOfRowArrays(rows.Select(row => row[^1..])));

    internal static LogisticRegression Line(double w1, double w2, double b) => new(Vector<double>.Build.Dense([w1, w2]), b);

    internal static Layer Layer(params (double W1, double W2, double B)[] lines) => new(
        Matrix<double>.Build.DenseOfColumnArrays(lines.Select(l => new[] { l.W1, l.W2 })),
        Vector<double>.Build.DenseOfEnumerable(lines.Select(l => l.B)),
        Activation.Sigmoid);

    internal static Matrix<double> Row(params double[] values) => Matrix<double>.Build.DenseOfRowArrays(values);
}
