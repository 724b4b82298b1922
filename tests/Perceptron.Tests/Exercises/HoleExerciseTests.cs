namespace Perceptron.Tests;

public class HoleExerciseTests
{
    /// <summary>1 where the radius lies in one of these ranges.</summary>
    static string Look(params (double From, double To)[] ranges) =>
        Check.Hole((x1, x2) => ranges.Any(range => Math.Sqrt(x1 * x1 + x2 * x2) >= range.From && Math.Sqrt(x1 * x1 + x2 * x2) < range.To) ? 1 : 0);

    [Fact]
    public void Every_rule_with_a_hole_that_no_point_contradicts_is_right()
    {
        Assert.StartsWith("✓ Right. It is right at all 200 points", Look((0.5, 2)), StringComparison.Ordinal);
        Assert.StartsWith("✓", Look((0.1, 2), (5, 6)), StringComparison.Ordinal);
        Assert.StartsWith("✓", Check.Hole((x1, x2) => Math.Max(Math.Abs(x1), Math.Abs(x2)) is > 0.1 and < 1.5 ? 1 : 0), StringComparison.Ordinal);
        Assert.StartsWith("✓", Check.Hole((x1, x2) => x1 == 0 && x2 == 0 ? 0 : x1 * x1 + x2 * x2 < 4 ? 1 : 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_mistake_is_told_in_its_own_words()
    {
        Assert.Contains("but the origin still gets class 1", Look((0, 2)), StringComparison.Ordinal);
        Assert.Contains("nothing is left for class 1", Look(), StringComparison.Ordinal);
        Assert.Contains("The outer ring gets class 1, too", Look((0.5, 9)), StringComparison.Ordinal);
        Assert.Contains("The outer ring gets class 1, too", Look((0, 9)), StringComparison.Ordinal);
        Assert.Contains("Every point gets the other class", Look((2, 9)), StringComparison.Ordinal);
        Assert.Matches(@"^✗ Not yet\. \d+ inner points of 100 get class 0\. The hole is too large: the ring begins at radius 0\.\d\d\.$", Look((1, 2)));
        Assert.Matches(@"^✗ Not yet\. \d+ inner points of 100 get class 0\. The border is too near: the ring ends at radius 1\.\d\d\.$", Look((0.5, 1)));
        Assert.Matches(@"^✗ Not yet\. \d+ outer points of 100 get class 1\. The border is too far out: the outer ring begins at radius 2\.\d\d\.$", Look((0.5, 3)));
        Assert.Matches(@"^✗ Not yet\. \d+ inner points of 100 get class 0\. They are not simply the nearest", Check.Hole((x1, _) => x1 is > 0.2 and < 2 ? 1 : 0));
        Assert.Matches(@"^✗ Not yet\. \d+ outer points of 100 get class 1\. They are not simply the nearest", Check.Hole((x1, x2) => Math.Abs(x1) < 1.5 && x1 * x1 + x2 * x2 > 0.1 ? 1 : 0));
        Assert.Matches(@"^✗ Not yet\. \d+ inner points of 100 get class 0\. They are the nearest and the farthest: .* from radius 0\.\d\d to 1\.\d\d\.$", Look((0.98, 1.02)));
        Assert.Matches(@"^✗ Not yet\. \d+ outer points of 100 get class 1\. Farther out your rule says class 1 again: the outer ring ends at radius 3\.\d\d\.$", Look((0.5, 2), (3, 9)));
        Assert.Equal("✗ Not yet. A rule says 0 or 1; yours says 0.5 at a point of the data.", Check.Hole((_, _) => 0.5));
        Assert.Equal("✗ Not yet. A rule says 0 or 1; yours says NaN at the origin.", Check.Hole((x1, x2) => x1 / x1 * (x1 * x1 + x2 * x2 < 4 ? 1 : 0)));
    }

    [Fact]
    public void One_wrong_point_is_one()
    {
        var data = Dataset.Circles(44);
        var first = Enumerable.Range(0, data.Count).First(i => data.Y[i, 0] == 1);
        Assert.Contains("1 inner point of 100 gets class 0.", Check.Hole((x1, x2) => x1 * x1 + x2 * x2 is > 0.25 and < 4 && x1 != data.X[first, 0] ? 1 : 0), StringComparison.Ordinal);
    }

    [Fact]
    public void No_answer_and_one_that_throws_are_told()
    {
        Assert.StartsWith("– No answer yet.", Check.Hole(null), StringComparison.Ordinal);
        Assert.StartsWith("– No answer yet.", Check.Hole((_, _) => double.NaN), StringComparison.Ordinal);
        Assert.Equal("✗ Not yet. Your answer stops with InvalidOperationException: so.", Check.Hole((_, _) => throw new InvalidOperationException("so.")));
    }
}
