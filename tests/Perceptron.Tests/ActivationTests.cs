using CsCheck;

namespace Perceptron.Tests;

public class ActivationTests
{
    static readonly Activation[] All = [Activation.Sigmoid, Activation.Tanh, Activation.ReLU, Activation.Identity, Activation.Step];

    static readonly Gen<double> AnyScore = Gen.OneOf(
        Gen.Double[-50, 50], Gen.Double[-1000, 1000],
        Gen.OneOf(0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 37, -37, 709.8, -709.8, 745.2, -745.2, 1e-300, 1e300, -1e300));

    [Fact]
    public void Value_and_slope_are_finite_for_any_finite_score() =>
        Gen.Select(Gen.OneOf(All), AnyScore).Sample((f, s) => double.IsFinite(f.Value(s)) && double.IsFinite(f.Slope(s)));

    [Fact]
    public void The_sigmoid_stays_between_0_and_1_rises_and_is_symmetric() =>
        Gen.Select(AnyScore, AnyScore).Sample((s, t) =>
            Activation.Sigmoid.Value(s) is >= 0 and <= 1
            && (s > t || Activation.Sigmoid.Value(s) <= Activation.Sigmoid.Value(t))
            && Math.Abs(Activation.Sigmoid.Value(s) + Activation.Sigmoid.Value(-s) - 1) < 1e-15
            && Activation.Sigmoid.Slope(s) == Activation.Sigmoid.Slope(-s));

    [Fact] // No score above −709 may round to 0, none may lose its digits where σ is near 1.
    public void Slopes_keep_their_digits_far_out()
    {
        Near.Relative(Math.Exp(-40), Activation.Sigmoid.Slope(40), 1e-14);
        Near.Relative(Math.Exp(-700), Activation.Sigmoid.Slope(-700), 1e-14);
        Near.Relative(Math.Exp(-700), Activation.Sigmoid.Value(-700), 1e-14);
        Near.Relative(4 * Math.Exp(-60), Activation.Tanh.Slope(30), 1e-14);
    }

    [Fact]
    public void Slopes_agree_with_finite_differences() =>
        Gen.Select(Gen.OneOf(All), Gen.Double[-8, 8].Where(s => Math.Abs(s) > 1e-3)).Sample((f, s) =>
        {
            var h = 1e-5;
            var numerical = (f.Value(s + h) - f.Value(s - h)) / (2 * h);
            return Math.Abs(f.Slope(s) - numerical) <= 1e-9 + 1e-6 * Math.Abs(numerical);
        });

    [Theory]
    [InlineData("sigmoid", 0, 0.5, 0.25)]
    [InlineData("sigmoid", 2, 0.88079707797788243, 0.10499358540350652)]
    [InlineData("tanh", 0, 0, 1)]
    [InlineData("tanh", 1, 0.76159415595576489, 0.41997434161402607)]
    [InlineData("ReLU", 2, 2, 1)]
    [InlineData("ReLU", -2, 0, 0)]
    [InlineData("ReLU", 0, 0, 0)]
    [InlineData("identity", -3, -3, 1)]
    [InlineData("step", 0, 1, 0)]
    [InlineData("step", -1e-300, 0, 0)]
    public void Known_values(string name, double s, double value, double slope)
    {
        var f = All.Single(activation => activation.ToString() == name);
        Assert.Equal(value, f.Value(s), 1e-15);
        Assert.Equal(slope, f.Slope(s), 1e-15);
        Assert.Equal(value, f.Value(Matrices.Of(new[,] { { 1, s } }))[0, 1], 1e-15);
        Assert.Equal(slope, f.Slope(Matrices.Of(new[,] { { 1, s } }))[0, 1], 1e-15);
    }

    [Fact]
    public void A_matrix_is_mapped_into_a_new_one()
    {
        var s = Matrices.Of(new double[,] { { -1, 0 }, { 1, 2 } });
        foreach (var f in All)
        {
            Assert.NotSame(s, f.Value(s));
            f.Slope(s)[0, 0] = 99;
            f.Value(s)[0, 0] = 99;
        }
        Assert.Equal(Matrices.Of(new double[,] { { -1, 0 }, { 1, 2 } }), s);
    }

    [Fact]
    public void Scores_that_are_not_finite_are_refused()
    {
        foreach (var f in All)
        {
            Refused.Range("s", "finite number", "NaN", () => f.Value(double.NaN));
            Refused.Range("s", "finite number", "Infinity", () => f.Slope(double.PositiveInfinity));
            Refused.Argument("s", "finite numbers", "s[0, 1] is NaN", () => f.Value(Matrices.Of(new[,] { { 0, double.NaN } })));
            Refused.Argument("s", "finite numbers", "s[0, 0] is -Infinity", () => f.Slope(Matrices.Of(new[,] { { double.NegativeInfinity } })));
        }
    }
}
