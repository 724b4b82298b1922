using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class CrossEntropyTests
{
    static Matrix<double> Column(params double[] values) => Matrix<double>.Build.Dense(values.Length, 1, values);

    [Fact]
    public void It_is_the_negative_log_likelihood_where_that_can_be_computed() =>
        Gen.Select(Gen.Double[-20, 20], Gen.Int[0, 1]).Sample((s, y) =>
        {
            var p = 1 / (1 + Math.Exp(-s));
            var textbook = -y * Math.Log(p) - (1 - y) * Math.Log(1 - p);
            return Math.Abs(CrossEntropy.Loss(Column(s), Column(y), Reduction.Sum) - textbook) <= 1e-6 * textbook + 1e-15;
        });

    [Fact]
    public void It_is_finite_and_not_negative_for_any_finite_score() =>
        Gen.Select(Gen.OneOf(Gen.Double[-1e308, 1e308], Gen.Double[-1000, 1000], Gen.OneOf(double.MaxValue, double.MinValue, 0)), Gen.Int[0, 1])
            .Sample((s, y) =>
                CrossEntropy.Loss(Column(s), Column(y), Reduction.Mean) is >= 0 and < double.PositiveInfinity
                && CrossEntropy.Gradient(Column(s), Column(y), Reduction.Mean)[0, 0] is >= -1 and <= 1);

    [Fact] // ŷ rounds to exactly 0 and 1 here; from ŷ the loss would be infinite, or 0.
    public void It_keeps_its_digits_where_the_sigmoid_has_none()
    {
        Assert.Equal(800, CrossEntropy.Loss(Column(800), Column(0), Reduction.Sum));
        Assert.Equal(800, CrossEntropy.Loss(Column(-800), Column(1), Reduction.Sum));
        Near.Relative(Math.Exp(-50), CrossEntropy.Loss(Column(50), Column(1), Reduction.Sum), 1e-14);
        Near.Relative(Math.Log(2), CrossEntropy.Loss(Column(0), Column(1), Reduction.Sum), 1e-15);
    }

    [Fact]
    public void The_gradient_is_the_probability_less_the_label()
    {
        Near.Absolute(Column(0.5, -0.5), CrossEntropy.Gradient(Column(0, 0), Column(0, 1), Reduction.Sum), 0);
        Near.Absolute(Column(0.25, -0.25), CrossEntropy.Gradient(Column(0, 0), Column(0, 1), Reduction.Mean), 0);
    }

    [Fact]
    public void The_mean_is_the_sum_over_n() =>
        Assert.Equal(
            CrossEntropy.Loss(Column(1, -2, 3, 4), Column(0, 1, 1, 0), Reduction.Sum) / 4,
            CrossEntropy.Loss(Column(1, -2, 3, 4), Column(0, 1, 1, 0), Reduction.Mean), 1e-15);

    [Fact]
    public void Bad_inputs_are_refused()
    {
        foreach (var call in new Func<Matrix<double>, Matrix<double>, Reduction, object>[]
            { (s, y, r) => CrossEntropy.Loss(s, y, r), (s, y, r) => CrossEntropy.Gradient(s, y, r) })
        {
            Refused.Null("scores", () => call(null!, Column(1), Reduction.Sum));
            Refused.Null("y", () => call(Column(1), null!, Reduction.Sum));
            Refused.Argument("scores", "finite", "scores[1, 0] is NaN", () => call(Column(1, double.NaN), Column(1, 0), Reduction.Sum));
            Refused.Argument("scores", "1 column", "1×2", () => call(Matrices.Of(new double[,] { { 1, 2 } }), Column(1), Reduction.Sum));
            Refused.Argument("scores", "at least one row", "0×1", () => call(Matrix<double>.Build.Dense(0, 1), Column(1), Reduction.Sum));
            Refused.Argument("y", "labels 0 and 1", "y[0, 0] is 0.5", () => call(Column(1), Column(0.5), Reduction.Sum));
            Refused.Argument("y", "2×1", "3×1", () => call(Column(1, 2), Column(0, 1, 1), Reduction.Sum));
            Refused.Range("reduction", "Mean or Sum", "-1", () => call(Column(1), Column(1), (Reduction)(-1)));
        }
    }
}
