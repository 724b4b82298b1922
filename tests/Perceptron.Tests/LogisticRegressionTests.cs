using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class LogisticRegressionTests
{
    static readonly LogisticRegression Sample = new(Matrices.Of(1.5, -2), 0.25);
    static readonly Matrix<double> X = Matrices.Of(new double[,] { { 1, 1 }, { 2, 1 }, { 0, 0 } });

    [Fact]
    public void Scores_probabilities_and_predictions_are_those_of_the_formula()
    {
        Assert.Equal([-0.25, 1.25, 0.25], Sample.Scores(X).Column(0));
        Assert.Equal(1 / (1 + Math.Exp(0.25)), Sample.Probabilities(X)[0, 0], 1e-15);
        Assert.Equal([0, 1, 1], Sample.Predict(X).Column(0));
        Assert.Equal([0, 1, 0], Sample.Predict(X, 0.7).Column(0));
    }

    [Fact]
    public void It_is_an_mlp_of_one_unit() =>
        (from d in Gen.Int[1, 5]
         from w in Matrices.GenVector(d)
         from b in Gen.Double[-2, 2]
         from x in Matrices.Gen(4, d)
         select (new LogisticRegression(w, b), x)).Sample((classifier, x) =>
         {
             var model = classifier.ToMlp();
             Assert.Equal(classifier, LogisticRegression.From(model));
             Assert.Equal(classifier, LogisticRegression.From(model.Layers[0]));
             Near.Absolute(classifier.Scores(x), model.Forward(x).Scores, 1e-14);
             Near.Absolute(classifier.Probabilities(x), model.Probabilities(x), 1e-14);
         });

    [Fact]
    public void Training_starts_at_zero_and_separates_the_blobs()
    {
        var data = Dataset.Blobs(44);
        Assert.Equal(new LogisticRegression(Vector<double>.Build.Dense(2), 0), LogisticRegression.Train(data, 0.1, 0, Reduction.Mean));
        Assert.Equal(1, Accuracy.Of(LogisticRegression.Train(data, 0.1, 100, Reduction.Mean).Predict(data.X), data.Y));
    }

    [Fact]
    public void One_update_is_against_the_gradient()
    {
        var data = new Dataset(Matrices.Of(new double[,] { { 1, 2 }, { 3, -4 } }), Matrices.Of(new double[,] { { 1 }, { 0 } }));
        var once = LogisticRegression.Train(data, 0.1, 1, Reduction.Sum); // ŷ − y = (−½, ½)
        Near.Absolute(Matrices.Of(-0.1, 0.3).ToColumnMatrix(), once.Weights.ToColumnMatrix(), 1e-15);
        Assert.Equal(0, once.Bias, 1e-15);
    }

    [Fact]
    public void It_says_its_formula()
    {
        Assert.Equal("LogisticRegression σ(1.5·x₁ - 2·x₂ + 0.25)", Sample.ToString());
        Assert.Equal("LogisticRegression σ(-0.333333·x₁ - 7)", new LogisticRegression(Matrices.Of(-1.0 / 3), -7).ToString());
    }

    [Fact]
    public void It_keeps_a_copy()
    {
        var w = Matrices.Of(1.5, -2);
        var classifier = new LogisticRegression(w, 0.25);
        w.Clear();
        Assert.Equal(Sample, classifier);
    }

    [Fact]
    public void Bad_inputs_are_refused()
    {
        Refused.Null("weights", () => new LogisticRegression(null!, 0));
        Refused.Argument("weights", "at least one element", "empty", () => new LogisticRegression(Vector<double>.Build.Dense(0), 0));
        Refused.Argument("weights", "finite", "weights[0] is NaN", () => new LogisticRegression(Matrices.Of(double.NaN), 0));
        Refused.Range("bias", "finite", "Infinity", () => new LogisticRegression(Matrices.Of(1.0), double.PositiveInfinity));
        foreach (var call in new Func<Matrix<double>, Matrix<double>>[] { Sample.Scores, Sample.Probabilities, x => Sample.Predict(x) })
        {
            Refused.Null("x", () => call(null!));
            Refused.Argument("x", "2 columns (one per weight)", "1×3", () => call(Matrix<double>.Build.Dense(1, 3)));
            Refused.Argument("x", "finite", "x[0, 0] is NaN", () => call(X * double.NaN));
            Refused.Argument("x", "at least one row", "0×2", () => call(Matrix<double>.Build.Dense(0, 2)));
            Assert.Throws<ArithmeticException>(() => call(Matrix<double>.Build.Dense(1, 2, 1e308) * 1.7));
        }
        Refused.Range("threshold", "between 0 and 1", "2", () => Sample.Predict(X, 2));
        var data = Dataset.Blobs(1);
        Refused.Null("data", () => LogisticRegression.Train(null!, 0.1, 1, Reduction.Sum));
        Refused.Range("alpha", "above 0", "-1", () => LogisticRegression.Train(data, -1, 1, Reduction.Sum));
        Refused.Range("updates", "at least 0", "-1", () => LogisticRegression.Train(data, 0.1, -1, Reduction.Sum));
        Refused.Range("reduction", "Mean or Sum", "2", () => LogisticRegression.Train(data, 0.1, 1, (Reduction)2));
        Refused.Null("layer", () => LogisticRegression.From((Layer)null!));
        Refused.Null("model", () => LogisticRegression.From((Mlp)null!));
        Refused.Argument("layer", "sigmoid layer of one unit", "Layer 2→3", () => LogisticRegression.From(Reference.Initial.Layers[0]));
        Refused.Argument("layer", "sigmoid layer of one unit", "identity", () => LogisticRegression.From(Sample.ToMlp().Layers[0].With(Activation.Identity)));
        Refused.Argument("model", "one layer", "Mlp 2→3→1", () => LogisticRegression.From(Reference.Initial));
    }
}
