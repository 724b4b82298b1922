namespace Perceptron;

/// <summary>What one does with a training that has no end: thin it out, and stop it.</summary>
public static class Epochs
{
    /// <summary>Elements 0, n, 2n, …: the ones between are passed over, and cost their update only.</summary>
    /// <param name="run">A training, such as <see cref="GradientDescent"/> makes it.</param>
    /// <param name="updates">n, the updates from one element to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public static IEnumerable<Epoch> Every(this IEnumerable<Epoch> run, int updates)
    {
        ArgumentNullException.ThrowIfNull(run);
        Require.AtLeast(1, updates, "Epochs.Every");
        return Elements();

        IEnumerable<Epoch> Elements()
        {
            using var epochs = run.GetEnumerator();
            for (var t = 0; epochs.MoveNext(); t++)
                if (t % updates == 0)
                    yield return epochs.Current;
        }
    }

    /// <summary>All elements up to the first that has got there, and that one too.</summary>
    /// <param name="run">A training.</param>
    /// <param name="reached">Whether an element is good enough, such as <c>epoch => epoch.Loss &lt; 0.1</c>.</param>
    public static IEnumerable<Epoch> Until(this IEnumerable<Epoch> run, Func<Epoch, bool> reached)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(reached);
        return Elements();

        IEnumerable<Epoch> Elements()
        {
            foreach (var epoch in run)
            {
                yield return epoch;
                if (reached(epoch))
                    yield break;
            }
        }
    }

    /// <summary>Early stopping: ends with the element that is the last of so many, one after the other, that did not beat the best before them.</summary>
    /// <param name="run">A training, usually of <see cref="Every"/> so many updates.</param>
    /// <param name="patience">How many elements may pass without a smaller error.</param>
    /// <param name="error">What shall become small: usually the loss on points that are not trained on. The best element is <c>.MinBy(error)</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The patience is below 1.</exception>
    public static IEnumerable<Epoch> WhileImproving(this IEnumerable<Epoch> run, int patience, Func<Epoch, double> error)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(error);
        Require.AtLeast(1, patience, "Epochs.WhileImproving");
        return Elements();

        IEnumerable<Epoch> Elements()
        {
            var (best, since) = (double.PositiveInfinity, 0);
            foreach (var epoch in run)
            {
                yield return epoch;
                var now = error(epoch);
                (best, since) = now < best ? (now, 0) : (best, since + 1);
                if (since == patience)
                    yield break;
            }
        }
    }
}
