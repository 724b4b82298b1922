using System.Globalization;

namespace Perceptron.Figures;

/// <summary>Numbers and counts as a sentence says them, the same in every culture.</summary>
static class Words
{
    static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Three significant digits: 0.25, 1001, 3.68·10⁻⁸.</summary>
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "not a number" : value > 0 ? "infinity" : "−infinity";
        var text = Math.Abs(value) is >= 1000 and < 1e15
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : value.ToString("G3", CultureInfo.InvariantCulture);
        var parts = text.Replace('-', '−').Split('E');
        return parts switch
        {
            ["−0"] => "0",
            [var plain] => plain,
            [var digits, var power] => $"{(digits is "1" or "−1" ? digits[..^1] : digits + "·")}10{Raised(int.Parse(power.Replace('−', '-'), CultureInfo.InvariantCulture))}",
            _ => text,
        };
    }

    /// <summary>−12 as ⁻¹².</summary>
    static string Raised(int power) => string.Concat(Digits(power).Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    /// <summary>A count and its noun: "one line", "12 lines".</summary>
    internal static string Count(int count, string noun, string? plural = null) =>
        $"{(count < Small.Length ? Small[count] : Digits(count))} {(count == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>A part of a count, both in digits: "1 of 2 points".</summary>
    internal static string Part(int part, int whole, string noun) => $"{Digits(part)} of {Amount(whole, noun)}";

    /// <summary>A count in digits and its noun: "1 point", "3 points".</summary>
    internal static string Amount(int count, string noun) => $"{Digits(count)} {noun}{(count == 1 ? "" : "s")}";

    internal static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>(x, y) with as many digits as <see cref="Number"/>. What is 0 but for rounding is 0.</summary>
    internal static string At(params double[] coordinates) =>
        $"({string.Join(", ", coordinates.Select(c => Number(Negligible(c, coordinates) ? 0 : c)))})";

    /// <summary>a·x₁ + c·x₂ + b as one writes it: with signs, without factors 1 and terms 0.</summary>
    internal static string Linear(double[] weights, double bias, params string[] names)
    {
        var terms = weights.Select((w, k) => (Value: w, Text: Number(Math.Abs(w)) is "1" ? names[k] : Number(Math.Abs(w)) + names[k]))
            .Append((Value: bias, Text: Number(Math.Abs(bias))))
            .Where(term => !Negligible(term.Value, weights))
            .Select((term, k) => k == 0 ? (term.Value < 0 ? "−" : "") + term.Text : (term.Value < 0 ? " − " : " + ") + term.Text);
        return string.Concat(terms.DefaultIfEmpty("0"));
    }

    /// <summary>Sines and cosines of right angles are not 0 but 1E−16, which says nothing to a reader.</summary>
    static bool Negligible(double value, double[] beside) => Math.Abs(value) <= 1e-12 * beside.Max(Math.Abs);

    /// <summary>The name with its number below, as in x₁ or h₁₂.</summary>
    internal static string Indexed(string name, int number) => name + Formula.Subscript(number);

    /// <summary>The sentence with a capital. A symbol keeps its form: α stays α, and ŷ stays ŷ.</summary>
    internal static string Capital(string sentence) => sentence.Length == 0 || !char.IsAsciiLetterLower(sentence[0]) ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>a, b and c.</summary>
    internal static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };
}
