using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>Gradients without any calculus, to check those made with it.</summary>
public static class Gradients
{
    /// <summary>∂f/∂mᵢⱼ ≈ (f(m + εEᵢⱼ) − f(m − εEᵢⱼ)) / 2ε, one element at a time.</summary>
    /// <param name="f">A number from a matrix.</param>
    /// <param name="at">Where; it is not changed.</param>
    /// <param name="step">ε, for elements of size up to 1; larger elements get a proportionally larger one. The error is about ε².</param>
    /// <returns>A matrix of the shape of <paramref name="at"/>.</returns>
    /// <exception cref="ArgumentException">The matrix is empty or not finite, or the step is not above 0.</exception>
    public static Matrix<double> Numerical(Func<Matrix<double>, double> f, Matrix<double> at, double step = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(f);
        Require.Finite(at, "Gradients.Numerical");
        Require.Positive(step, "Gradients.Numerical");
        return Matrix<double>.Build.Dense(at.RowCount, at.ColumnCount, (i, j) =>
        {
            var h = step * Math.Max(1, Math.Abs(at[i, j]));
            return (f(Moved(i, j, h)) - f(Moved(i, j, -h))) / (2 * h);
        });

        // A fresh copy each time: f may keep what it is given.
        Matrix<double> Moved(int i, int j, double by)
        {
            var moved = Matrix<double>.Build.DenseOfMatrix(at);
            moved[i, j] += by;
            return moved;
        }
    }

    /// <summary>The same for a function of a vector, such as a bias.</summary>
    /// <inheritdoc cref="Numerical(Func{Matrix{double}, double}, Matrix{double}, double)"/>
    public static Vector<double> Numerical(Func<Vector<double>, double> f, Vector<double> at, double step = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(f);
        Require.Finite(at, "Gradients.Numerical");
        return Numerical(column => f(column.Column(0)), at.ToColumnMatrix(), step).Column(0);
    }
}
