using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>Between points as two columns of numbers, as the geometry has them, and as rows of a matrix, as a model takes them.</summary>
static class AtPoints
{
    /// <summary>A question about the rows of a matrix as one about points (x, y). Of no points nothing is asked: a matrix has at least one row.</summary>
    internal static Func<double[], double[], bool[]> Ask(Func<Matrix<double>, IEnumerable<bool>> isOne) =>
        (x, y) => x.Length == 0 ? [] : [.. isOne(Matrix<double>.Build.DenseOfColumnArrays(x, y))];
}
