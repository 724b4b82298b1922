using System.Globalization;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>Formulas with numbers in them, as text.</summary>
static class Formula
{
    /// <summary>Such as <c>1.5·x₁ - 2·x₂ + 0.25</c>.</summary>
    public static string Score(Vector<double> weights, double bias)
    {
        var text = new StringBuilder();
        for (var i = 0; i < weights.Count; i++)
            Term(weights[i], $"·x{Subscript(i + 1)}");
        Term(bias, "");
        return text.ToString();

        void Term(double factor, string what)
        {
            var sign = double.IsNegative(factor) ? "-" : "+";
            text.Append(text.Length > 0 ? $" {sign} " : sign == "-" ? "-" : "").Append(Number(Math.Abs(factor))).Append(what);
        }
    }

    /// <summary>Six significant digits: enough to read, and the same in every culture.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>12 as ₁₂.</summary>
    public static string Subscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));
}
