using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class GradientExerciseTests
{
    const string AllRight = "✓ dW: right.\n✓ db: right.\n✓ dwm: right.\n✓ dbm: right.";

    /// <summary>The right formulas, with a place for every mistake.</summary>
    static BatchGradients Formulas(Matrix<double> X, Matrix<double> Y, Matrix<double> H, Matrix<double> YHat, Matrix<double> wm,
        Func<Matrix<double>, Matrix<double>>? inE = null, Func<Matrix<double>, Matrix<double>>? inDelta = null)
    {
        var e = (YHat - Y) / X.RowCount;
        e = inE?.Invoke(e) ?? e;
        var delta = (e * wm.Transpose()).PointwiseMultiply(1 - H).PointwiseMultiply(H);
        delta = inDelta?.Invoke(delta) ?? delta;
        return new(X.TransposeThisAndMultiply(delta), delta.ColumnSums(), H.TransposeThisAndMultiply(e), e.ColumnSums()[0]);
    }

    [Fact]
    public void The_formulas_of_the_lesson_are_right() =>
        Assert.Equal(AllRight, Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm)));

    [Fact]
    public void The_librarys_own_gradients_are_right()
    {
        // From the answers h and ŷ back to a network that gives them: scores are logits.
        static Matrix<double> Logit(Matrix<double> p) => p.Map(value => Math.Log(value / (1 - value)));
        var said = Check.Gradients((X, Y, H, YHat, wm) =>
        {
            var hidden = new LayerPass(X, Logit(H), H);
            var upper = new Layer(wm, Vector<double>.Build.Dense(1), Activation.Sigmoid).Backward(new LayerPass(H, Logit(YHat), YHat), CrossEntropy.Gradient(Logit(YHat), Y, Reduction.Mean));
            var lower = new Layer(Matrix<double>.Build.Dense(2, 3), Vector<double>.Build.Dense(3), Activation.Sigmoid).Backward(hidden, upper.X.PointwiseMultiply(1 - H).PointwiseMultiply(H));
            return new(lower.Weights, lower.Bias, upper.Weights, upper.Bias[0]);
        });
        Assert.Equal(AllRight, said);
    }

    [Theory]
    [InlineData("the sign is turned", -1.0)]
    [InlineData("the 1/n is missing", 5.0)]
    [InlineData("it is divided by n twice", 0.2)]
    public void A_mistake_in_e_is_found_in_all_four(string words, double factor)
    {
        var lines = Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm, e => factor * e)).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Contains(words, line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_slope_of_the_squared_error_and_a_forgotten_label_are_known()
    {
        Assert.Contains("dbm: a factor ŷ(1 − ŷ) too many", Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm, e => e.PointwiseMultiply(YHat).PointwiseMultiply(1 - YHat))), StringComparison.Ordinal);
        Assert.Contains("dbm: the label is missing", Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm, e => YHat / X.RowCount)), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>>> InDelta => new()
    {
        { "σ′ is forgotten", (e, wm, H) => e * wm.Transpose() },
        { "half of σ′ is missing: the factor 1 − H", (e, wm, H) => (e * wm.Transpose()).PointwiseMultiply(H) },
        { "half of σ′ is missing: the factor H", (e, wm, H) => (e * wm.Transpose()).PointwiseMultiply(1 - H) },
        { "σ′ stands there twice", (e, wm, H) => (e * wm.Transpose()).PointwiseMultiply((1 - H).PointwiseMultiply(H).PointwisePower(2)) },
        { "w_m is forgotten", (e, wm, H) => (1 - H).PointwiseMultiply(H).MapIndexed((i, _, slope) => e[i, 0] * slope) },
    };

    [Theory]
    [MemberData(nameof(InDelta))]
    public void A_mistake_in_Δ_is_found_below_and_not_above(string words, Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> delta)
    {
        var lines = Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm, inDelta: _ => delta((YHat - Y) / X.RowCount, wm, H))).Split('\n');
        Assert.StartsWith($"✗ dW: {words}", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"✗ db: {words}", lines[1], StringComparison.Ordinal);
        Assert.Equal(["✓ dwm: right.", "✓ dbm: right."], lines[2..]);
    }

    [Fact]
    public void Mistakes_in_the_last_step_are_known()
    {
        Assert.Equal("✗ dW: it is transposed.\n✗ db: it is not summed: this is one row of Δ only.\n✗ dwm: it is transposed.\n✗ dbm: it is not summed: this is one point only.",
            Check.Gradients((X, Y, H, YHat, wm) =>
            {
                var right = Formulas(X, Y, H, YHat, wm);
                var e = (YHat - Y) / X.RowCount;
                var delta = (e * wm.Transpose()).PointwiseMultiply(1 - H).PointwiseMultiply(H);
                return new(right.dW!.Transpose(), delta.Row(0), right.dwm!.Transpose(), e[0, 0]);
            }));
        Assert.Equal("✗ dW: H stands where X belongs: W is multiplied by the points.\n✗ db: it is summed over the wrong axis: over the units, not over the points.\n✗ dwm: X stands where H belongs: the meta classifier sees the answers h, not the points.\n✗ dbm: it is divided by n twice: the mean over the points is in e already.",
            Check.Gradients((X, Y, H, YHat, wm) =>
            {
                var e = (YHat - Y) / X.RowCount;
                var delta = (e * wm.Transpose()).PointwiseMultiply(1 - H).PointwiseMultiply(H);
                return new(H.TransposeThisAndMultiply(delta), delta.RowSums(), X.TransposeThisAndMultiply(e), e.ColumnSums()[0] / X.RowCount);
            }));
        Assert.Contains("db: it is divided by n twice", Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm) is var right ? right with { db = right.db! / X.RowCount } : null), StringComparison.Ordinal);
        Assert.Contains("dwm: σ′ has no place here", Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm) with { dwm = H.PointwiseMultiply(1 - H).TransposeThisAndMultiply((YHat - Y) / X.RowCount) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_mistakes_at_once_are_both_named() =>
        Assert.StartsWith("✗ dW: y − ŷ stands for ŷ − y: the sign is turned; and it is transposed.",
            Check.Gradients((X, Y, H, YHat, wm) => Formulas(X, Y, H, YHat, wm, e => -e) is var g ? g with { dW = g.dW!.Transpose() } : null), StringComparison.Ordinal);

    [Fact]
    public void A_mistake_without_a_name_is_shown_by_its_first_entry_and_a_shape_by_its_shape()
    {
        var said = Check.Gradients((X, Y, H, YHat, wm) =>
        {
            var right = Formulas(X, Y, H, YHat, wm);
            right.dW![1, 2] += 1;
            return right with { dwm = H };
        }).Split('\n');
        Assert.Matches(@"^✗ dW: tried on 5 points, dW\[1, 2\] is -?[01]\.\d+; right is -?[0-9.E-]+\.$", said[0]);
        Assert.Equal("✗ dwm: its shape is 5×3, but w_m is 3×1 here, and a gradient has the shape of its parameter.", said[2]);
    }

    [Fact]
    public void What_is_not_written_yet_is_not_wrong()
    {
        Assert.StartsWith("– No answer yet.", Check.Gradients(null), StringComparison.Ordinal);
        Assert.Equal("– dW: no answer yet.\n– db: no answer yet.\n– dwm: no answer yet.\n– dbm: no answer yet.", Check.Gradients((_, _, _, _, _) => new(null, null, null, double.NaN)));
        Assert.StartsWith("✗ Not yet. Your answer stops with", Check.Gradients((X, Y, H, YHat, wm) => new(X * H, null, null, 0)), StringComparison.Ordinal);
    }
}
