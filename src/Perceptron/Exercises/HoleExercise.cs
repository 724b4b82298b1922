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

    static string Lost((double Radius, bool Wrong)[] ring) => (Nearest(ring), Farthest(ring), Both(ring)) switch
    {
        (true, _, _) => $"The hole is too large: the ring begins at radius {Number(ring.Min(p => p.Radius))}.",
        (_, true, _) => $"The border is too near: the ring ends at radius {Number(ring.Max(p => p.Radius))}.",
        (_, _, true) => $"They are the nearest and the farthest: the hole is too large and the border too near. The ring goes from radius {Number(ring.Min(p => p.Radius))} to {Number(ring.Max(p => p.Radius))}.",
        _ => Direction,
    };

    static string Let((double Radius, bool Wrong)[] ring) => (Nearest(ring), Farthest(ring)) switch
    {
        (true, _) => $"The border is too far out: the outer ring begins at radius {Number(ring.Min(p => p.Radius))}.",
        (_, true) => $"Farther out your rule says class 1 again: the outer ring ends at radius {Number(ring.Max(p => p.Radius))}.",
        _ => Direction,
    };

    const string Direction = "They are not simply the nearest to the centre or the farthest, so your rule seems to depend on the direction. The rings differ only in how far from the centre a point lies.";

    /// <summary>Whether the wrong points are those with the smallest radii.</summary>
    static bool Nearest((double Radius, bool Wrong)[] ring) => Turns(ring) is ( <= 1, true);

    static bool Farthest((double Radius, bool Wrong)[] ring) => Turns(ring) is ( <= 1, false);

    static bool Both((double Radius, bool Wrong)[] ring) => Turns(ring) is (2, true);

    /// <summary>How often wrong and right change on the way outwards, and whether it begins with wrong.</summary>
    static (int Count, bool StartsWrong) Turns((double Radius, bool Wrong)[] ring)
    {
        var outwards = ring.OrderBy(p => p.Radius).Select(p => p.Wrong).ToArray();
        return (outwards.Zip(outwards.Skip(1)).Count(pair => pair.First != pair.Second), outwards[0]);
    }

    static string Number(double radius) => radius.ToString("F2", CultureInfo.InvariantCulture);
}
