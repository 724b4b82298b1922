using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class LayerTests
{
    static readonly Matrix<double> W = Matrices.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
    static readonly Vector<double> B = Matrices.Of(0.5, -1, 0);
    static readonly Layer Sample = new(W, B, Activation.Identity);

    [Fact]
    public void It_says_its_shape_and_size()
    {
        Assert.Equal("Layer 2→3 sigmoid (9 parameters)", Sample.With(Activation.Sigmoid).ToString());
        Assert.Equal((2, 3, 9), (Sample.Inputs, Sample.Units, Sample.ParameterCount));
    }

    [Fact]
    public void Forward_is_the_activation_of_xW_plus_b()
    {
        var x = Matrices.Of(new double[,] { { 1, 0 }, { 1, -1 } });
        var pass = Sample.With(Activation.ReLU).Forward(x);
        Assert.Equal(x, pass.X);
        Assert.Equal(Matrices.Of(new[,] { { 1.5, 1, 3 }, { -2.5, -4, -3 } }), pass.S);
        Assert.Equal(Matrices.Of(new[,] { { 1.5, 1, 3 }, { 0, 0, 0 } }), pass.H);
        Assert.Equal("LayerPass of 2 rows: X 2×2, S 2×3, H 2×3", pass.ToString());
    }

    [Fact]
    public void Backward_returns_the_shapes_of_the_parameters_and_the_input()
    {
        var pass = Sample.Forward(Matrix<double>.Build.Dense(4, 2, 1));
        Assert.Equal("LayerGradient: ∂L/∂W 2×3, ∂L/∂b 3, ∂L/∂x 4×2", Sample.Backward(pass, pass.S).ToString());
    }

    [Fact]
    public void It_keeps_copies_and_changes_nothing_it_is_given()
    {
        var (w, b, x) = (W.Clone(), B.Clone(), Matrices.Of(new double[,] { { 1, 2 } }));
        var layer = new Layer(w, b, Activation.Sigmoid);
        var pass = layer.Forward(x);
        var before = layer.Backward(pass, pass.H);
        w.Clear();
        b.Clear();
        x.Clear();
        Assert.Equal(new Layer(W, B, Activation.Sigmoid), layer);
        Assert.Equal(before.Weights, layer.Backward(pass, pass.H).Weights);
    }

    [Fact]
    public void Equal_parameters_and_activation_make_equal_layers()
    {
        Assert.Equal(Sample, new Layer(W, B, Activation.Identity));
        Assert.Equal(Sample.GetHashCode(), new Layer(W, B, Activation.Identity).GetHashCode());
        Assert.NotEqual(Sample, Sample.With(Activation.Tanh));
        Assert.NotEqual(Sample, new Layer(W + 1, B, Activation.Identity));
        Assert.NotEqual(Sample, new Layer(W, B + 1, Activation.Identity));
    }

    [Fact]
    public void Stacked_classifiers_become_the_columns_of_W()
    {
        var layer = Layer.Stack(new(Matrices.Of(1, 2), 3), new(Matrices.Of(4, 5), 6));
        Assert.Equal(new Layer(Matrices.Of(new double[,] { { 1, 4 }, { 2, 5 } }), Matrices.Of(3, 6), Activation.Sigmoid), layer);
    }

    [Fact]
    public void Bad_parameters_are_refused()
    {
        Refused.Null("weights", () => new Layer(null!, B, Activation.Sigmoid));
        Refused.Null("bias", () => new Layer(W, null!, Activation.Sigmoid));
        Refused.Null("activation", () => new Layer(W, B, null!));
        Refused.Null("activation", () => Sample.With(null!));
        Refused.Argument("weights", "at least one row and one column", "2×0", () => new Layer(Matrix<double>.Build.Dense(2, 0), B, Activation.Sigmoid));
        Refused.Argument("weights", "finite", "weights[0, 0] is NaN", () => new Layer(W * double.NaN, B, Activation.Sigmoid));
        Refused.Argument("bias", "finite", "bias[1] is Infinity", () => new Layer(W, Matrices.Of(0, double.PositiveInfinity, 0), Activation.Sigmoid));
        Refused.Argument("bias", "at least one element", "empty", () => new Layer(W, Vector<double>.Build.Dense(0), Activation.Sigmoid));
        Refused.Argument("bias", "3 numbers", "got 2", () => new Layer(W, Matrices.Of(1, 2), Activation.Sigmoid));
        Refused.Argument("classifiers", "at least one", "none", () => Layer.Stack());
        Refused.Null("classifiers", () => Layer.Stack(null!));
        Refused.Null("classifiers", () => Layer.Stack([null!]));
        Refused.Argument("classifiers", "equally many inputs", "got 1 and 2", () => Layer.Stack(new(Matrices.Of(1), 0), new(Matrices.Of(1, 2), 0)));
    }

    [Fact]
    public void Bad_inputs_are_refused()
    {
        var pass = Sample.Forward(Matrix<double>.Build.Dense(4, 2));
        Refused.Null("x", () => Sample.Forward(null!));
        Refused.Argument("x", "2 columns (one per input)", "4×3", () => Sample.Forward(Matrix<double>.Build.Dense(4, 3)));
        Refused.Argument("x", "finite", "x[0, 0] is NaN", () => Sample.Forward(Matrix<double>.Build.Dense(4, 2, double.NaN)));
        Refused.Argument("x", "at least one row", "0×2", () => Sample.Forward(Matrix<double>.Build.Dense(0, 2)));
        Refused.Null("pass", () => Sample.Backward(null!, pass.S));
        Refused.Null("delta", () => Sample.Backward(pass, null!));
        Refused.Argument("delta", "4×3", "4×2", () => Sample.Backward(pass, Matrix<double>.Build.Dense(4, 2)));
        Refused.Argument("delta", "finite", "delta[0, 0] is NaN", () => Sample.Backward(pass, pass.S * double.NaN));
        Refused.Argument("pass.X", "2 columns", "4×3", () => Sample.Backward(Mlp.Random(new(1), 3, 3).Layers[0].Forward(Matrix<double>.Build.Dense(4, 3)), pass.S));
        Refused.Argument("pass.S", "3 columns", "4×1", () => Sample.Backward(Mlp.Random(new(1), 2, 1).Layers[0].Forward(Matrix<double>.Build.Dense(4, 2)), pass.S));
    }

    [Fact]
    public void Scores_too_large_for_a_double_are_reported() =>
        Assert.Contains("Layer.Forward left the finite numbers",
            Assert.Throws<ArithmeticException>(() => new Layer(W * 1e200, B, Activation.Sigmoid).Forward(Matrix<double>.Build.Dense(1, 2, 1e200))).Message);
}
