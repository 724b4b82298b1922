using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>The checks at the public entrances: who asks, what was expected, what came, what to do.</summary>
static class Require
{
    /// <summary>At least one row and one column, and no NaN or infinity.</summary>
    public static void Finite(Matrix<double> m, string who, [CallerArgumentExpression(nameof(m))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(m, name);
        if (m.RowCount == 0 || m.ColumnCount == 0)
            throw new ArgumentException($"{who} expects {name} with at least one row and one column, but got {Shape(m)}.", name);
        if (FirstNotFinite(m) is var (i, j))
            throw new ArgumentException($"{who} expects {name} to hold finite numbers, but {name}[{i}, {j}] is {Text(m[i, j])}. Replace that number or drop its row.", name);
    }

    /// <summary>At least one element, and no NaN or infinity.</summary>
    public static void Finite(Vector<double> v, string who, [CallerArgumentExpression(nameof(v))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(v, name);
        if (v.Count == 0)
            throw new ArgumentException($"{who} expects {name} with at least one element, but it is empty.", name);
        for (var i = 0; i < v.Count; i++)
            if (!double.IsFinite(v[i]))
                throw new ArgumentException($"{who} expects {name} to hold finite numbers, but {name}[{i}] is {Text(v[i])}.", name);
    }

    public static void Finite(double value, string who, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, $"{who} expects {name} to be a finite number, but got {Text(value)}.");
    }

    public static void Positive(double value, string who, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(double.IsFinite(value) && value > 0))
            throw new ArgumentOutOfRangeException(name, $"{who} expects {name} to be a finite number above 0, but got {Text(value)}.");
    }

    public static void AtLeast(int least, int value, string who, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least)
            throw new ArgumentOutOfRangeException(name, $"{who} expects {name} to be at least {least}, but got {value}.");
    }

    /// <summary>A threshold between 0 and 1, both allowed.</summary>
    public static void Threshold(double threshold, string who)
    {
        if (!(threshold is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), $"{who} expects a threshold between 0 and 1, but got {Text(threshold)}.");
    }

    public static void Columns(Matrix<double> m, int columns, string meaning, string who, [CallerArgumentExpression(nameof(m))] string name = "")
    {
        if (m.ColumnCount != columns)
            throw new ArgumentException($"{who} expects {name} with {Count(columns, "column")} ({meaning}), but got {Shape(m)}.", name);
    }

    public static void SameShape(Matrix<double> m, int rows, int columns, string meaning, string who, [CallerArgumentExpression(nameof(m))] string name = "")
    {
        if (m.RowCount != rows || m.ColumnCount != columns)
            throw new ArgumentException($"{who} expects {name} to be {rows}×{columns} ({meaning}), but got {Shape(m)}.", name);
    }

    /// <summary>An n×1 column that holds only 0 and 1.</summary>
    public static void Labels(Matrix<double> y, string who, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        Finite(y, who, name);
        Columns(y, 1, "one label per row", who, name);
        for (var i = 0; i < y.RowCount; i++)
            if (y[i, 0] is not (0 or 1))
                throw new ArgumentException($"{who} expects {name} to hold only the labels 0 and 1, but {name}[{i}, 0] is {Text(y[i, 0])}.", name);
    }

    public static void Known(Reduction reduction, string who)
    {
        if (reduction is not (Reduction.Mean or Reduction.Sum))
            throw new ArgumentOutOfRangeException(nameof(reduction), $"{who} expects a reduction of Mean or Sum, but got {(int)reduction}.");
    }

    /// <summary>Finite arguments can still overflow on their way; that must not pass as an answer.</summary>
    public static Matrix<double> NoOverflow(Matrix<double> result, string who, string what)
    {
        if (FirstNotFinite(result) is var (i, j))
            throw new ArithmeticException($"{who} left the finite numbers: {what} [{i}, {j}] is {Text(result[i, j])}. Scale x or the parameters down.");
        return result;
    }

    public static string Shape(Matrix<double> m) => $"{m.RowCount}×{m.ColumnCount}";

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    static (int Row, int Column)? FirstNotFinite(Matrix<double> m)
    {
        for (var j = 0; j < m.ColumnCount; j++)
            for (var i = 0; i < m.RowCount; i++)
                if (!double.IsFinite(m.At(i, j)))
                    return (i, j);
        return null;
    }
}
