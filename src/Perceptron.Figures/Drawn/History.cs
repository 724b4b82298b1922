namespace Perceptron.Figures;

/// <summary>A history to be drawn has an end, as far as a reader can wait.</summary>
static class History
{
    /// <summary>All of a history, or what is taken from its epochs.</summary>
    /// <param name="history">The history.</param>
    /// <param name="longest">A longer one has no end.</param>
    /// <param name="figure">The figure that asks, for its error message.</param>
    /// <param name="name">The history, for that too.</param>
    /// <exception cref="ArgumentException">It goes on.</exception>
    internal static T[] Whole<T>(IEnumerable<T> history, int longest, string figure, string name)
    {
        T[] all = [.. history.Take(longest + 1)];
        return all.Length <= longest
            ? all
            : throw new ArgumentException($"{figure} expects a history that ends, but {name} goes on after {longest} epochs: cut it, for instance with .Take(1002).", nameof(history));
    }
}
