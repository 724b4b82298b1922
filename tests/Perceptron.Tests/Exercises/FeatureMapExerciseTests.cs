using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class FeatureMapExerciseTests
{
    static string Look(Func<double, double, double[]> map) =>
        Check.FeatureMap(x => Matrix<double>.Build.DenseOfRowArrays(x.EnumerateRows().Select(row => map(row[0], row[1]))));

    static readonly Func<double, double, double[]>[] Right =
    [
        (x1, x2) => [x1 * x1, x2 * x2],
        (x1, x2) => [Math.Abs(x1), Math.Abs(x2)],
        (x1, x2) => [x1 * x1 + x2 * x2],
        (x1, x2) => [1000 * Math.Sqrt(x1 * x1 + x2 * x2) - 5],
        (x1, x2) => [x1, x2, x1 * x1, x1 * x2, x2 * x2],
        (x1, x2) => [Math.Exp(-x1 * x1 - x2 * x2), 1],
    ];

    [Fact]
    public void Every_map_after_which_a_line_separates_is_right() =>
        Assert.All(Right, map => Assert.StartsWith("✓ Right. After your map a line separates all 200 points", Look(map), StringComparison.Ordinal));

    static readonly (string Words, Func<double, double, double[]> Map)[] Wrong =
    [
        ("This map is linear", (x1, x2) => [2 * x1 - x2 + 1, x1]),
        ("This map is linear", (x1, x2) => [x1, x2]),
        ("The product x₁x₂ says", (x1, x2) => [x1 * x2]),
        ("x₁² alone", (x1, _) => [x1 * x1]),
        ("x₂² alone", (_, x2) => [x2 * x2]),
        ("x₁² − x₂² is 0", (x1, x2) => [x1 * x1 - x2 * x2]),
        ("Odd powers", (x1, x2) => [Math.Pow(x1, 3), Math.Pow(x2, 3)]),
        ("The signs say", (x1, x2) => [Math.Sign(x1), Math.Sign(x2)]),
        ("Divided by its length", (x1, x2) => [x1 / Math.Sqrt(x1 * x1 + x2 * x2), x2 / Math.Sqrt(x1 * x1 + x2 * x2)]),
        ("The angle is", (x1, x2) => [Math.Atan2(x2, x1)]),
        ("The sine folds", (x1, x2) => [Math.Sin(x1), Math.Sin(x2)]),
        ("Each coordinate is stretched", (x1, x2) => [Math.Exp(x1), Math.Exp(x2)]),
        ("Some features are not finite", (x1, _) => [Math.Log(x1)]),
    ];

    [Fact]
    public void A_map_that_cannot_help_is_told_why() =>
        Assert.All(Wrong, wrong => Assert.StartsWith($"✗ Not yet. {wrong.Words}", Look(wrong.Map), StringComparison.Ordinal));

    [Fact]
    public void None_of_the_maps_that_are_called_wrong_would_have_done()
    {
        foreach (var (_, map) in Wrong.SkipLast(1))
        {
            // A feature that changes nothing hides the map from those known by name, and leaves the judgement to the trained line.
            var said = Look((x1, x2) => [.. map(x1, x2), x1 > 100 ? 1 : 0, 0.001 * x1 * x1 * x1]);
            Assert.Contains("The best line that training found has", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_map_is_told_how_far_a_line_comes() =>
        Assert.Matches(@"^✗ Not yet\. The best line that training found has \d\d\.\d % ", Look((x1, x2) => [Math.Cos(x1 + x2), x1]));

    [Fact]
    public void A_wrong_number_of_rows_and_an_answer_that_throws_are_told()
    {
        Assert.Equal("✗ Not yet. φ has to give one row of features for each of the 200 points; it gives 2×200.", Check.FeatureMap(x => x.Transpose()));
        Assert.StartsWith("✗ Not yet. Your answer stops with", Check.FeatureMap(x => x.PointwiseMultiply(x.Transpose())), StringComparison.Ordinal);
        Assert.StartsWith("– No answer yet.", Check.FeatureMap(null), StringComparison.Ordinal);
        Assert.StartsWith("– No answer yet.", Check.FeatureMap(_ => null!), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_writes_into_its_points_spoils_nothing()
    {
        Check.FeatureMap(x => { x.Clear(); return x; });
        Assert.StartsWith("✓", Check.FeatureMap(FeatureMap.Squares), StringComparison.Ordinal);
    }
}
