using System.Collections.Immutable;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class MlpTests
{
    static readonly Mlp Sample = Reference.Initial;
    static readonly Matrix<double> X = Matrices.Of(new double[,] { { 1, 2 }, { -3, 0.5 } });

    [Fact]
    public void It_says_its_shape_and_size()
    {
        Assert.Equal("Mlp 2→3→1 (13 parameters)", Sample.ToString());
        Assert.Equal((2, 1, 13), (Sample.Inputs, Sample.Outputs, Sample.ParameterCount));
        Assert.Equal("MlpPass of 2 rows: 2→3→1", Sample.Forward(X).ToString());
    }

    [Fact]
    public void Forward_hands_each_output_to_the_next_layer() =>
        (from model in Matrices.GenMlp(Matrices.GenActivation)
         from x in Matrices.Gen(3, model.Inputs)
         select (model, x)).Sample((model, x) =>
         {
             var pass = model.Forward(x);
             var h = x;
             foreach (var (layer, kept) in model.Layers.Zip(pass.Layers))
             {
                 Assert.Equal(h, kept.X);
                 h = layer.Forward(h).H;
             }
             Assert.Equal(h, pass.YHat);
             Assert.Equal(pass.Layers[^1].S, pass.Scores);
             Assert.Equal(h, model.Probabilities(x));
         });

    [Fact]
    public void Rows_do_not_see_each_other() =>
        Near.Absolute(Sample.Forward(X).Scores.SubMatrix(1, 1, 0, 1), Sample.Forward(X.SubMatrix(1, 1, 0, 2)).Scores, 1e-15);

    [Fact]
    public void Predict_is_the_threshold_rule_and_leaves_probabilities_alone()
    {
        var model = new Mlp(new Layer(Matrices.Of(new double[,] { { 1 } }), Matrices.Of(0.0), Activation.Sigmoid));
        var x = Matrices.Of(new double[,] { { -1 }, { 0 }, { 1 } });
        var before = model.Probabilities(x);
        Assert.Equal([0, 1, 1], model.Predict(x).Column(0));
        Assert.Equal([0, 0, 1], model.Predict(x, 0.7).Column(0));
        Assert.Equal([1, 1, 1], model.Predict(x, 0).Column(0));
        Assert.Equal([0, 0, 0], model.Predict(x, 1).Column(0));
        Assert.Equal(before, model.Probabilities(x));
    }

    [Fact]
    public void Step_goes_against_the_gradient_and_makes_a_new_model()
    {
        var pass = Sample.Forward(X);
        var gradient = Sample.Backward(pass, pass.Scores);
        var next = Sample.Step(gradient, 0.1);
        for (var i = 0; i < 2; i++)
        {
            Near.Absolute(Sample.Layers[i].Weights - 0.1 * gradient[i].Weights, next.Layers[i].Weights, 1e-15);
            Near.Absolute((Sample.Layers[i].Bias - 0.1 * gradient[i].Bias).ToRowMatrix(), next.Layers[i].Bias.ToRowMatrix(), 1e-15);
        }
        Assert.Equal(Reference.Initial, Sample);
    }

    [Fact] // Far from the origin sigmoids saturate and scores are large: nothing may become NaN.
    public void Everything_stays_finite_at_extreme_scores() =>
        (from model in Matrices.GenMlp(Matrices.GenActivation)
         from x in Matrices.Gen(3, model.Inputs, size: 1e6)
         from y in Matrices.GenLabels(3)
         select (model, x, y)).Sample((model, x, y) =>
         {
             var pass = model.Forward(x);
             var gradient = model.Backward(pass, CrossEntropy.Gradient(pass.Scores, y, Reduction.Sum));
             return pass.YHat.ForAll(p => p is >= 0 and <= 1, Zeros.Include)
                 && double.IsFinite(CrossEntropy.Loss(pass.Scores, y, Reduction.Sum))
                 && gradient.All(g => g.Weights.ForAll(double.IsFinite, Zeros.Include) && g.Bias.ForAll(double.IsFinite, Zeros.Include));
         });

    [Fact]
    public void The_way_back_sees_the_x_of_the_way_forth()
    {
        var x = X.Clone();
        var pass = Sample.Forward(x);
        x.Clear();
        Assert.Equal(Sample.Backward(Sample.Forward(X), pass.Scores)[0].Weights, Sample.Backward(pass, pass.Scores)[0].Weights);
    }

    [Fact]
    public void Equal_layers_make_equal_models()
    {
        Assert.Equal(Reference.Initial, Sample);
        Assert.Equal(Reference.Initial.GetHashCode(), Sample.GetHashCode());
        Assert.NotEqual(Reference.Final, Sample);
    }

    [Fact]
    public void Probabilities_of_a_last_layer_that_gives_none_are_refused()
    {
        var scores = new Mlp(Sample.Layers[0], Sample.Layers[1].With(Activation.Identity));
        Assert.Contains("it is identity", Assert.Throws<InvalidOperationException>(() => scores.Probabilities(X)).Message);
        Assert.Equal(scores.Forward(X).Scores, scores.Forward(X).YHat);
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        Refused.Argument("layers", "at least one layer", "none", () => new Mlp());
        Refused.Argument("layers", "at least one layer", "none", () => new Mlp(default(ImmutableArray<Layer>)));
        Refused.Argument("layers", "not null", "layers[1]", () => new Mlp(Sample.Layers[0], null!));
        Refused.Argument("layers", "layers[1] with 3 inputs", "Layer 2→3", () => new Mlp(Sample.Layers[0], Sample.Layers[0]));
    }

    [Fact]
    public void Bad_inputs_are_refused()
    {
        var pass = Sample.Forward(X);
        var gradient = Sample.Backward(pass, pass.Scores);
        Refused.Null("x", () => Sample.Forward(null!));
        Refused.Argument("x", "2 columns (one per input)", "2×3", () => Sample.Forward(Matrix<double>.Build.Dense(2, 3)));
        Refused.Argument("x", "finite", "x[0, 0] is NaN", () => Sample.Probabilities(X * double.NaN));
        Refused.Argument("x", "at least one row", "0×2", () => Sample.Predict(Matrix<double>.Build.Dense(0, 2)));
        foreach (var threshold in new[] { -0.1, 1.1, double.NaN })
            Refused.Range("threshold", "between 0 and 1", threshold.ToString("R", System.Globalization.CultureInfo.InvariantCulture), () => Sample.Predict(X, threshold));
        Refused.Null("pass", () => Sample.Backward(null!, pass.Scores));
        Refused.Argument("pass", "Mlp 2→3→1", "2→4→1", () => Sample.Backward(Mlp.Random(new(1), 2, 4, 1).Forward(X), pass.Scores));
        Refused.Argument("scoreDelta", "2×1", "2×2", () => Sample.Backward(pass, X));
        Refused.Argument("scoreDelta", "finite", "NaN", () => Sample.Backward(pass, pass.Scores * double.NaN));
        Refused.Range("alpha", "above 0", "got 0", () => Sample.Step(gradient, 0));
        Refused.Argument("gradient", "one gradient per layer (2)", "got 1", () => Sample.Step([gradient[0]], 0.1));
        Refused.Argument("gradient", "one gradient per layer (2)", "got 0", () => Sample.Step(default, 0.1));
        Refused.Null("gradient[1]", () => Sample.Step([gradient[0], null!], 0.1));
        Refused.Argument("gradient[0].Weights", "2×3", "3×1", () => Sample.Step([gradient[1], gradient[0]], 0.1));
        Refused.Argument("gradient[0].Weights", "finite", "NaN", () => Sample.Step([gradient[0] with { Weights = gradient[0].Weights * double.NaN }, gradient[1]], 0.1));
        Refused.Argument("gradient[1].Bias", "1×1", "1×2", () => Sample.Step([gradient[0], gradient[1] with { Bias = Matrices.Of(1, 2) }], 0.1));
    }

    [Fact]
    public void What_leaves_the_finite_numbers_is_reported()
    {
        var pass = Sample.Forward(X);
        Assert.Contains("layer 0, score", Assert.Throws<ArithmeticException>(() => new Mlp(new Layer(Sample.Layers[0].Weights * 1e200, Sample.Layers[0].Bias, Activation.Tanh), Sample.Layers[1]).Forward(X * 1e200)).Message);
        Assert.Contains("Mlp.Step", Assert.Throws<ArithmeticException>(() => Sample.Step(Sample.Backward(pass, pass.Scores * 1e10), 1e308)).Message);
    }
}
