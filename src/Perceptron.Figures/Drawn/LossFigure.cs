namespace Perceptron.Figures;

/// <summary>The loss over the updates, of one run or of several.</summary>
static class LossFigure
{
    /// <summary>A history longer than this has no end, as far as a reader can wait.</summary>
    const int Longest = 1_000_000;

    internal static Figure Of((string Name, IEnumerable<Epoch> History)[] histories, string? title, bool logarithmic)
    {
        if (histories.Length == 0)
            throw new ArgumentException("Figure.Loss expects at least one run, but got none.", nameof(histories));
        var runs = histories.Select(h => Read(h.Name, h.History, logarithmic)).ToArray();

        var (least, most) = (runs.Min(run => run.Y.Min()), runs.Max(run => run.Y.Max()));
        var high = most > 0 ? most : 1;
        var axes = new[]
        {
            new Axis("updates", runs.Min(run => run.X[0]), Math.Max(runs.Max(run => run.X[^1]), runs.Min(run => run.X[0]) + 1)),
            logarithmic ? new Axis("mean loss (logarithmic)", least / 1.3, high * 1.3, Logarithmic: true, Decades.Between(least / 1.3, high * 1.3, atMost: 12)) : new Axis("mean loss", Math.Min(0, least), high * 1.05),
        };
        var marks = runs.Select((run, k) => new Mark.Curve(run.Name, k, Extremes.Of(run.X, run.Y), Measured: true));
        title ??= runs.Length == 1
            ? $"The loss {(runs[0].Last < runs[0].First ? "falls" : runs[0].Last > runs[0].First ? "rises" : "stays")} from {Words.Number(runs[0].First)} to {Words.Number(runs[0].Last)} in {Words.Digits(runs[0].Updates)} updates"
            : $"The loss of {Words.Count(runs.Length, "run")}";
        return new Figure(new Picture(title, axes, equalScale: false, [.. marks]), string.Join(" ", runs.Select(run => run.Describe(runs.Length > 1))));
    }

    /// <param name="Name">The run's name.</param>
    /// <param name="Updates">The updates from its first to its last epoch.</param>
    /// <param name="First">Its first loss.</param>
    /// <param name="Last">Its last loss.</param>
    /// <param name="X">The updates whose loss can be drawn.</param>
    /// <param name="Y">Those losses.</param>
    /// <param name="LeftOut">How many cannot: not finite, or not above 0 on a logarithmic axis.</param>
    sealed record Run(string Name, int Updates, double First, double Last, double[] X, double[] Y, int LeftOut)
    {
        internal string Describe(bool named)
        {
            var least = Array.IndexOf(Y, Y.Min());
            var start = named ? $"{Words.Capital(Name)}: the" : "The";
            var halved = Array.FindIndex(Y, loss => loss <= First / 2);
            var half = halved > 0 ? $" It is halved after {Words.Digits((int)(X[halved] - X[0]))}." : "";
            var gaps = LeftOut > 0 ? $" {Words.Capital(Words.Count(LeftOut, "loss", "losses"))} that {(LeftOut == 1 ? "is" : "are")} not finite or cannot stand on this axis {(LeftOut == 1 ? "is" : "are")} left out." : "";
            return $"{start} mean loss goes from {Words.Number(First)} to {Words.Number(Last)} in {Words.Digits(Updates)} updates; it is least after {Words.Digits((int)X[least])}, at {Words.Number(Y[least])}.{half}{gaps}";
        }
    }

    static Run Read(string name, IEnumerable<Epoch> history, bool logarithmic)
    {
        ArgumentNullException.ThrowIfNull(history);
        var all = History.Whole(
            history.Select(epoch => epoch ?? throw new ArgumentException($"Figure.Loss expects epochs, but \"{name}\" holds a null.", nameof(history)))
                .Select(epoch => (epoch.Updates, epoch.Loss)),
            Longest, "Figure.Loss", $"\"{name}\"");
        if (all.Length == 0)
            throw new ArgumentException($"Figure.Loss expects a history of at least one epoch, but \"{name}\" is empty.", nameof(history));
        var drawn = all.Where(e => double.IsFinite(e.Loss) && (!logarithmic || e.Loss > 0)).ToArray();
        if (drawn.Length == 0)
            throw new ArgumentException($"Figure.Loss expects a finite loss{(logarithmic ? " above 0" : "")}, but \"{name}\" has none among its {all.Length}.", nameof(history));
        return new Run(name, all[^1].Updates - all[0].Updates, all[0].Loss, all[^1].Loss,
            [.. drawn.Select(e => (double)e.Updates)], [.. drawn.Select(e => e.Loss)], all.Length - drawn.Length);
    }
}
