namespace Perceptron.Tests;

/// <summary>How the work grows, counted and not timed.</summary>
public class WorkTests
{
    static double Operations(int points, params int[] widths)
    {
        var training = Training.Of(widths, [.. widths.Skip(2).Select(_ => Activation.Sigmoid)], points, Reduction.Mean, Lanes.One, 1);
        var plan = new Plan(training.Start, points);
        var gradients = new Doubles((long)plan.Chunks * plan.GradientLength);
        var pass = new Pass<double, Counting>(plan, new Points(plan, training.Data), new Doubles(plan.GradientLength), gradients);
        var before = Counting.Operations;
        for (var chunk = 0; chunk < plan.Chunks; chunk++)
            pass.Run(chunk, withLoss: false);
        return Counting.Operations - before;
    }

    [Fact]
    public void Twice_the_points_are_twice_the_work()
    {
        var each = Operations(4_800, 2, 16, 1) / 4_800;
        foreach (var points in new[] { 9_600, 19_200, 38_400 })
            Assert.InRange(Operations(points, 2, 16, 1) / points, 0.98 * each, 1.02 * each);
    }

    [Fact]
    public void Twice_the_units_are_twice_the_work()
    {
        var each = Operations(4_800, 2, 16, 1) / 16;
        foreach (var units in new[] { 32, 64, 256 })
            Assert.InRange(Operations(4_800, 2, units, 1) / units, 0.75 * each, 1.02 * each);
    }

    [Fact] // 2 + 1 products forward, 1 + 2 back, 4 for δ and the bias; 24 for σ: about 34 and their loads and stores.
    public void A_point_and_unit_of_the_lessons_network_takes_about_fifty_operations() =>
        Assert.InRange(Operations(4_800, 2, 64, 1) / 4_800 / 64, 30, 60);
}
