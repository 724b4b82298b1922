using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>The broadcasting over rows that MathNet lacks.</summary>
public static class Rows
{
    /// <summary>m + 1·rowᵀ: adds the same row to every row, as xW + b does with the bias.</summary>
    /// <param name="m">n×k.</param>
    /// <param name="row">k numbers, one per column.</param>
    /// <returns>A new matrix, n×k.</returns>
    /// <exception cref="ArgumentException">The row does not have one number per column.</exception>
    public static Matrix<double> AddToEachRow(this Matrix<double> m, Vector<double> row)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(row);
        if (row.Count != m.ColumnCount)
            throw new ArgumentException($"Rows.AddToEachRow expects row with {Require.Count(m.ColumnCount, "number")} (one per column of m), but got {row.Count}.", nameof(row));
        var sums = m.ToColumnMajorArray();
        for (var j = 0; j < m.ColumnCount; j++)
        {
            var addend = row.At(j);
            foreach (ref var sum in sums.AsSpan(j * m.RowCount, m.RowCount))
                sum += addend;
        }
        return Matrix<double>.Build.Dense(m.RowCount, m.ColumnCount, sums);
    }
}
