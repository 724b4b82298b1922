namespace Perceptron.Figures;

/// <summary>The step, and sigmoids of growing steepness that come closer to it.</summary>
static class StepFigure
{
    /// <summary>A sigmoid is close to the step where it differs from it by no more than this.</summary>
    const double Close = 0.1;

    internal static Figure Of(double[]? steepness, string? title)
    {
        double[] factors = steepness ?? [1, 3, 10];
        if (factors.Length is 0 or > 4 || factors.Any(k => !(double.IsFinite(k) && k > 0)))
            throw new ArgumentException($"Figure.StepAndSigmoid expects one to four factors k above 0, but got {(factors.Length == 0 ? "none" : string.Join(", ", factors.Select(Words.Number)))}.", nameof(steepness));
        const double Reach = 4;
        var step = new Graph(Activation.Step.Value, -Reach, Reach);
        var sigmoids = factors.Select(k => (K: k, Name: $"σ({(k == 1 ? "" : Words.Number(k))}z)", Graph: new Graph(z => Activation.Sigmoid.Value(k * z), -Reach, Reach))).ToArray();
        Mark[] marks =
        [
            .. step.Pieces.Select(piece => new Mark.Curve("step(z)", 0, piece)),
            .. sigmoids.SelectMany((s, n) => s.Graph.Pieces.Select(piece => new Mark.Curve(s.Name, n + 1, piece, Measured: true))),
        ];
        title ??= "The step, and sigmoids that come close to it";
        var words = sigmoids.Select(s =>
            $"{s.Name} has the slope {Words.Number(s.K * Activation.Sigmoid.Slope(0))} at z = 0 and differs from the step by more than {Words.Number(Close)} where z lies within {Words.Number(Distance(s.K))} of 0.");
        return new Figure(
            new Picture(title, [new Axis("z", -Reach, Reach), new Axis("value", -0.08, 1.08)], equalScale: false, marks),
            $"The step jumps from 0 to 1 at z = {Words.List([.. step.Jumps.Select(Words.Number)])} and is flat elsewhere: its slope is 0. {string.Join(" ", words)}");
    }

    /// <summary>How far from 0 σ(kz) differs from the step by more than <see cref="Close"/>: σ(z) = 1 − c at z = log((1 − c)/c).</summary>
    static double Distance(double k) => Math.Log((1 - Close) / Close) / k;
}
