using System.Globalization;

namespace Perceptron.Figures;

/// <summary>Round numbers for a quantity that is read in factors.</summary>
static class Decades
{
    /// <summary>1, 2 and 5 in each power of ten between two numbers above 0; where they are too many, the powers alone, and of these every second or third.</summary>
    internal static double[] Between(double low, double high, int atMost)
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        for (var every = 0; ; every++)
        {
            double[] steps = every == 0 ? [1, 2, 5] : [1];
            double[] ticks = [.. Enumerable.Range(from, to - from + 1).Where(power => every == 0 || power % every == 0)
                .SelectMany(power => steps.Select(step => double.Parse($"{step}E{power}", CultureInfo.InvariantCulture)))
                .Where(tick => tick >= low && tick <= high)];
            if (ticks.Length <= atMost)
                return ticks;
        }
    }
}
