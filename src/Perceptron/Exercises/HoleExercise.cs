using System.Globalization;

namespace Perceptron;

/// <summary>A rule for the circles that is right at every point and yet says 0 at the origin. Many are right: what it says of the points is looked at, not how it is written.</summary>
static class HoleExercise
{
    static readonly Dataset Circles = Dataset.Circles(44);

    static readonly (double Radius, bool IsOne)[] Points =
        [.. Circles.X.EnumerateRows().Zip(Circles.Y.Column(0), (x, label) => (x.L2Norm(), label == 1))];

    public static string Look(Func<double, double, double>? answer) => Verdict.Of<double[]>(
        answer is null ? null : () => [.. Circles.X.EnumerateRows().Select(x => answer(x[0], x[1])), answer(0, 0)], Judge);

    static string Judge(double[] said)
    {
        if (said.All(double.IsNaN))
            return Verdict.NoAnswer; // what the notebook puts there
        var odd = Array.FindIndex(said, value => value is not (0 or 1));
        if (odd >= 0)
            return Verdict.Wrong($"A rule says 0 or 1; yours says {said[odd].ToString("G4", CultureInfo.InvariantCulture)} at {(odd < Points.Length ? "a point of the data" : "the origin")}.");
        var wrong = Points.Zip(said, (point, value) => (point.Radius, point.IsOne, Wrong: point.IsOne != (value == 1))).ToArray();
        var (lost, let) = (wrong.Count(p => p.Wrong && p.IsOne), wrong.Count(p => p.Wrong && !p.IsOne));
        var (ones, zeros) = (wrong.Count(p => p.IsOne), wrong.Count(p => !p.IsOne));
        return (lost, let) switch
        {
            (0, 0) when said[^1] == 0 => Verdict.Right($"It is right at all {Points.Length} points, and says 0 at the origin. No point of the data speaks against your rule."),
            (0, 0) => Verdict.Wrong($"It is right at all {Points.Length} points, but the origin still gets class 1. Cut a hole in the middle, where no point lies."),
            _ when lost == ones && let == zeros => Verdict.Wrong("Every point gets the other class. Change 0 and 1."),
            _ when lost == ones && let == 0 => Verdict.Wrong("The inner ring gets class 0, like all the rest: nothing is left for class 1."),
            _ when lost == 0 && let == zeros => Verdict.Wrong("The outer ring gets class 1, too. There has to be a border between the rings as well."),
            ( > 0, _) => Verdict.Wrong($"{Require.Count(lost, "inner point")} of {ones} {(lost == 1 ? "gets" : "get")} class 0. {Lost([.. wrong.Where(p => p.IsOne).Select(p => (p.Radius, p.Wrong))])}"),
            _ => Verdict.Wrong($"{Require.Count(let, "outer point")} of {zeros} {(let == 1 ? "gets" : "get")} class 1. {Let([.. wrong.Where(p => !p.IsOne).Select(p => (p.Radius, p.Wrong))])}"),
        };
    }

    static string Lost((double Radius, bool Wrong)[] ring) =>
        Nearest(ring) ? $"The hole is too large: the ring begins at radius {Number(ring.Min(p => p.Radius))}."
        : Nearest([.. ring.Select(p => (-p.Radius, p.Wrong))]) ? $"The border is too near: the ring ends at radius {Number(ring.Max(p => p.Radius))}."
        : Direction;

    static string Let((double Radius, bool Wrong)[] ring) =>
        Nearest(ring) ? $"The border is too far out: the outer ring begins at radius {Number(ring.Min(p => p.Radius))}." : Direction;

    const string Direction = "They are not the nearest to the centre nor the farthest: your rule depends on the direction. The rings differ only in how far from the centre a point lies.";

    /// <summary>Whether the wrong points are those with the smallest radii.</summary>
    static bool Nearest((double Radius, bool Wrong)[] ring) =>
        ring.All(p => !p.Wrong) || ring.All(p => p.Wrong) || ring.Where(p => p.Wrong).Max(p => p.Radius) < ring.Where(p => !p.Wrong).Min(p => p.Radius);

    static string Number(double radius) => radius.ToString("F2", CultureInfo.InvariantCulture);
}
