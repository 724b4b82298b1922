using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>The gradients made by hand against finite differences of the loss.</summary>
public class BackpropagationTests
{
    static readonly Gen<Reduction> Reductions = Gen.OneOf(Reduction.Mean, Reduction.Sum);

    static readonly Gen<(Mlp Model, Matrix<double> X, Matrix<double> Y, Reduction Reduction)> Cases =
        (from model in Matrices.GenMlp(Matrices.GenActivation)
         from rows in Gen.Int[1, 6]
         from x in Matrices.Gen(rows, model.Inputs)
         from y in Matrices.GenLabels(rows)
         from reduction in Reductions
         select (model, x, y, reduction))
        .Where(c => IsSmooth(c.model, c.x));

    // At the kink of ReLU there is no gradient to agree with, and a difference must not step over it.
    static bool IsSmooth(Mlp model, Matrix<double> x) =>
        model.Forward(x).Layers.Zip(model.Layers).All(pair =>
            pair.Second.Activation != Activation.ReLU || pair.First.S.Enumerate().All(s => Math.Abs(s) > 1e-3));

    static double Loss(Mlp model, Matrix<double> x, Matrix<double> y, Reduction reduction) =>
        CrossEntropy.Loss(model.Forward(x).Scores, y, reduction);

    static System.Collections.Immutable.ImmutableArray<LayerGradient> Analytic(Mlp model, Matrix<double> x, Matrix<double> y, Reduction reduction)
    {
        var pass = model.Forward(x);
        return model.Backward(pass, CrossEntropy.Gradient(pass.Scores, y, reduction));
    }

    static Mlp Replace(Mlp model, int i, Layer layer) => new(model.Layers.SetItem(i, layer));

    static bool Agree(Matrix<double> analytic, Matrix<double> numerical) =>
        (analytic - numerical).InfinityNorm() <= 1e-8 + 1e-6 * numerical.InfinityNorm();

    [Fact]
    public void The_gradient_of_every_weight_agrees_with_finite_differences() =>
        Cases.Sample((model, x, y, reduction) => Analytic(model, x, y, reduction).Select((gradient, i) => Agree(gradient.Weights,
            Gradients.Numerical(w => Loss(Replace(model, i, new Layer(w, model.Layers[i].Bias, model.Layers[i].Activation)), x, y, reduction), model.Layers[i].Weights)))
            .All(agrees => agrees));

    [Fact]
    public void The_gradient_of_every_bias_agrees_with_finite_differences() =>
        Cases.Sample((model, x, y, reduction) => Analytic(model, x, y, reduction).Select((gradient, i) => Agree(gradient.Bias.ToColumnMatrix(),
            Gradients.Numerical(b => Loss(Replace(model, i, new Layer(model.Layers[i].Weights, b, model.Layers[i].Activation)), x, y, reduction), model.Layers[i].Bias).ToColumnMatrix()))
            .All(agrees => agrees));

    [Fact]
    public void The_gradient_of_the_input_agrees_with_finite_differences() =>
        Cases.Sample((model, x, y, reduction) => Agree(
            Analytic(model, x, y, reduction)[0].X,
            Gradients.Numerical(at => Loss(model, at, y, reduction), x)));

    [Fact] // L = ½‖s‖², so δ = s
    public void One_layer_alone_agrees_with_finite_differences() =>
        Gen.Select(Matrices.Gen(5, 2), Matrices.GenLayer(2, 3, Matrices.GenActivation)).Sample((x, layer) =>
        {
            double L(Layer l, Matrix<double> at) => l.Forward(at).S.Enumerate().Sum(s => s * s) / 2;
            var pass = layer.Forward(x);
            var gradient = layer.Backward(pass, delta: pass.S);
            return Agree(gradient.Weights, Gradients.Numerical(w => L(new Layer(w, layer.Bias, layer.Activation), x), layer.Weights))
                && Agree(gradient.Bias.ToRowMatrix(), Gradients.Numerical(b => L(new Layer(layer.Weights, b, layer.Activation), x), layer.Bias).ToRowMatrix())
                && Agree(gradient.X, Gradients.Numerical(at => L(layer, at), x));
        });

    [Fact]
    public void The_gradient_of_the_loss_agrees_with_finite_differences() =>
        (from rows in Gen.Int[1, 8]
         from s in Matrices.Gen(rows, 1, size: 8)
         from y in Matrices.GenLabels(rows)
         from reduction in Reductions
         select (s, y, reduction))
        .Sample((s, y, reduction) => Agree(
            CrossEntropy.Gradient(s, y, reduction),
            Gradients.Numerical(at => CrossEntropy.Loss(at, y, reduction), s)));

    [Fact] // The post's δ and its four results, point by point and then added up, as it leaves them to the reader.
    public void The_batch_form_is_the_sum_of_the_posts_form_for_one_point()
    {
        var (data, model) = Reference.FromSeed44();
        var batch = Analytic(model, data.X, data.Y, Reduction.Sum);
        var (hidden, meta) = (model.Layers[0], model.Layers[1]);
        Matrix<double> dW = Matrix<double>.Build.Dense(2, 3), dwm = Matrix<double>.Build.Dense(3, 1);
        Vector<double> db = Vector<double>.Build.Dense(3), dbm = Vector<double>.Build.Dense(1);
        for (var i = 0; i < data.Count; i++)
        {
            var x = data.X.Row(i);
            var h = (x * hidden.Weights + hidden.Bias).Map(s => 1 / (1 + Math.Exp(-s)));
            var error = 1 / (1 + Math.Exp(-(h * meta.Weights.Column(0) + meta.Bias[0]))) - data.Y[i, 0];
            var delta = (error * meta.Weights.Column(0)).PointwiseMultiply((1 - h).PointwiseMultiply(h));
            dW += x.OuterProduct(delta);
            db += delta;
            dwm += (error * h).ToColumnMatrix();
            dbm += error;
        }
        Near.Absolute(dW, batch[0].Weights, 1e-11);
        Near.Absolute(db.ToRowMatrix(), batch[0].Bias.ToRowMatrix(), 1e-11);
        Near.Absolute(dwm, batch[1].Weights, 1e-11);
        Near.Absolute(dbm.ToRowMatrix(), batch[1].Bias.ToRowMatrix(), 1e-11);
    }

    [Fact]
    public void The_sum_is_n_times_the_mean() =>
        Cases.Sample((model, x, y, _) =>
            Analytic(model, x, y, Reduction.Sum).Zip(Analytic(model, x, y, Reduction.Mean)).All(pair =>
                Agree(pair.First.Weights, pair.Second.Weights * x.RowCount) && Agree(pair.First.X, pair.Second.X * x.RowCount)));
}
