using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>How every exercise takes an answer and speaks of it, and when two of them are the same.</summary>
static class Verdict
{
    public const string NoAnswer = "– No answer yet. Write it in the cell above, run that cell, then this one again.";

    /// <summary>What there is to say about an answer that may be missing, or throw.</summary>
    /// <param name="answer">Tries the answer; null where there is none.</param>
    /// <param name="judge">Looks at what came out.</param>
    public static string Of<T>(Func<T?>? answer, Func<T, string> judge) where T : class
    {
        T? given;
        try
        {
            given = answer?.Invoke();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Wrong($"Your answer stops with {e.GetType().Name}: {e.Message}");
        }

        return given is null ? NoAnswer : judge(given);
    }

    public static string Right(string praise) => $"✓ Right. {praise}";

    public static string Wrong(string words) => $"✗ Not yet. {words}";

    /// <summary>Equal but for rounding: nine digits.</summary>
    public static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b)) + 1e-12;

    /// <summary>The same shape, and every entry close.</summary>
    public static bool Close(Matrix<double> a, Matrix<double> b) =>
        a.RowCount == b.RowCount && a.ColumnCount == b.ColumnCount && a.Enumerate().Zip(b.Enumerate(), Close).All(close => close);
}
