using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>Matrices and vectors as tables, in html and in plain text; long ones are cut in the middle and say so.</summary>
public static class Table
{
    /// <summary>An html table that takes its colours from the page round it.</summary>
    /// <param name="m">Any size; an empty one says so.</param>
    public static string Html(Matrix<double> m) { ArgumentNullException.ThrowIfNull(m); return Grid.Of(m).ToHtml(); }

    /// <summary>An html table of one column.</summary>
    /// <param name="v">Any length.</param>
    public static string Html(Vector<double> v) { ArgumentNullException.ThrowIfNull(v); return Grid.Of(v).ToHtml(); }

    /// <summary>The table in plain text, columns aligned.</summary>
    /// <param name="m">Any size; an empty one says so.</param>
    public static string Text(Matrix<double> m) { ArgumentNullException.ThrowIfNull(m); return Grid.Of(m).ToText(); }

    /// <summary>The vector in plain text, one number a line.</summary>
    /// <param name="v">Any length.</param>
    public static string Text(Vector<double> v) { ArgumentNullException.ThrowIfNull(v); return Grid.Of(v).ToText(); }
}
