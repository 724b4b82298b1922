using System.Globalization;
using System.Text.RegularExpressions;

namespace Perceptron.Figures.Tests;

public partial class StepFigureTests
{
    [Fact]
    public void Each_curve_is_the_sigmoid_of_its_steepness()
    {
        var curves = Chart.Of(Figure.StepAndSigmoid([1, 2.5, 20])).Named("σ");
        Assert.Equal(["σ(z)", "σ(2.5z)", "σ(20z)"], curves.Select(c => c.Name));
        foreach (var (curve, k) in curves.Zip([1, 2.5, 20]))
            Assert.All(curve.X.Zip(curve.Y), p => Assert.Equal(1 / (1 + Math.Exp(-k * p.First)), p.Second, 12));
    }

    [Fact]
    public void The_step_jumps_at_0()
    {
        var step = Chart.Of(Figure.StepAndSigmoid()).Named("step");
        Assert.Equal((0, 0, 0.0, 1), (step[0].X[^1], step[1].X[0], step[0].Y[^1], step[1].Y[0]));
    }

    [Fact]
    public void No_two_curves_have_the_same_dashes()
    {
        var dashes = Chart.Of(Figure.StepAndSigmoid([1, 2, 4, 8])).Traces.GroupBy(t => t.Name).Select(g => g.First().Dash).ToArray();
        Assert.Equal(5, dashes.Distinct().Count());
    }

    [Fact] // The words' own numbers, put back into the sigmoid.
    public void The_description_says_how_close_each_comes_and_how_steep_it_is()
    {
        var said = Said().Matches(Figure.StepAndSigmoid([1, 3, 10]).Description);
        Assert.Equal(3, said.Count);
        foreach (var (match, k) in said.Zip([1.0, 3, 10]))
        {
            double Number(int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
            Assert.Equal(k / 4, Number(1), 3);
            Assert.Equal(0.9, Activation.Sigmoid.Value(k * Number(3)), 0.002);
            Assert.Equal(0.1, Number(2));
        }
    }

    [Fact]
    public void Steepness_has_to_be_above_0() =>
        Assert.Contains("above 0, but got 1, −2", Assert.Throws<ArgumentException>(() => Figure.StepAndSigmoid([1, -2])).Message, StringComparison.Ordinal);

    [GeneratedRegex(@"has the slope ([\d.]+) at z = 0 and differs from the step by more than ([\d.]+) where z lies within ([\d.]+) of 0")]
    private static partial Regex Said();
}
