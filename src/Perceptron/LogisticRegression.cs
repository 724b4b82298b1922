using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>A linear classifier that says how sure it is: P(y = 1 | x) = σ(wᵀx + b).</summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed record LogisticRegression
{
    /// <summary>A classifier from its parameters, which are copied.</summary>
    /// <param name="weights">w: one number per input.</param>
    /// <param name="bias">b.</param>
    /// <exception cref="ArgumentException">A number is not finite, or there is no weight.</exception>
    public LogisticRegression(Vector<double> weights, double bias)
    {
        Require.Finite(weights, "LogisticRegression");
        Require.Finite(bias, "LogisticRegression");
        Weights = Vector<double>.Build.DenseOfVector(weights);
        Bias = bias;
    }

    /// <summary>w: one number per input.</summary>
    public Vector<double> Weights { get; }

    /// <summary>b.</summary>
    public double Bias { get; }

    /// <summary>Full-batch gradient descent on the cross-entropy, from zero.</summary>
    /// <param name="data">Points and labels.</param>
    /// <param name="alpha">α, the learning rate.</param>
    /// <param name="updates">The number of updates.</param>
    /// <param name="reduction">Whether the gradient is the mean over the points or their sum.</param>
    /// <remarks>The loss is convex: any start leads to the same optimum. On separable data there is none, and the weights grow for ever.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">α is not a finite number above 0, or updates is negative.</exception>
    /// <exception cref="ArithmeticException">α is so large that the parameters leave the finite numbers.</exception>
    public static LogisticRegression Train(Dataset data, double alpha, int updates, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(data);
        Require.Positive(alpha, "LogisticRegression.Train");
        Require.AtLeast(0, updates, "LogisticRegression.Train");
        Require.Known(reduction, "LogisticRegression.Train");
        var zero = new LogisticRegression(Vector<double>.Build.Dense(data.Dimensions), 0);
        return From(GradientDescent.Run(zero.ToMlp(), data, alpha, reduction).ElementAt(updates).Model);
    }

    /// <summary>The classifier that a sigmoid layer of one unit is.</summary>
    /// <exception cref="ArgumentException">The layer has more than one unit or is not sigmoid.</exception>
    public static LogisticRegression From(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer.Units != 1 || layer.Activation != Activation.Sigmoid)
            throw new ArgumentException($"LogisticRegression.From expects a sigmoid layer of one unit, but got {layer}.", nameof(layer));
        return new LogisticRegression(layer.Weights.Column(0), layer.Bias[0]);
    }

    /// <summary>The classifier that a network of one sigmoid unit is.</summary>
    /// <exception cref="ArgumentException">The network has more than one layer, or its layer more than one unit, or it is not sigmoid.</exception>
    public static LogisticRegression From(Mlp model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Layers.Length != 1)
            throw new ArgumentException($"LogisticRegression.From expects a network of one layer, but got {model}. If its hidden layers are identity, Collapse() it first.", nameof(model));
        return From(model.Layers[0]);
    }

    /// <summary>s = Xw + b of every row.</summary>
    /// <param name="x">n×d: one point per row.</param>
    /// <returns>n×1.</returns>
    /// <exception cref="ArgumentException">x is empty, not finite, or does not have one column per weight.</exception>
    public Matrix<double> Scores(Matrix<double> x)
    {
        Check(x, "LogisticRegression.Scores");
        return ScoresOf(x, "LogisticRegression.Scores");
    }

    /// <summary>P(y = 1 | x) = σ(s) of every row.</summary>
    /// <inheritdoc cref="Scores"/>
    public Matrix<double> Probabilities(Matrix<double> x)
    {
        Check(x, "LogisticRegression.Probabilities");
        return Activation.Sigmoid.ValueOf(ScoresOf(x, "LogisticRegression.Probabilities"));
    }

    /// <summary>The threshold rule: 1 where the probability is at least the threshold, else 0.</summary>
    /// <param name="x">n×d: one point per row.</param>
    /// <param name="threshold">Between 0 and 1; ½ is the line wᵀx + b = 0.</param>
    /// <returns>A new matrix of 0 and 1, n×1.</returns>
    /// <exception cref="ArgumentException">x is empty, not finite, or does not have one column per weight; or the threshold is not between 0 and 1.</exception>
    public Matrix<double> Predict(Matrix<double> x, double threshold = 0.5)
    {
        Check(x, "LogisticRegression.Predict");
        Require.Threshold(threshold, "LogisticRegression.Predict");
        return Activation.Sigmoid.ValueOf(ScoresOf(x, "LogisticRegression.Predict"))
            .Map(p => p >= threshold ? 1.0 : 0.0, Zeros.Include);
    }

    /// <summary>The same classifier as a network of one sigmoid unit.</summary>
    public Mlp ToMlp() => new(Layer.Stack(this));

    /// <summary>Such as <c>LogisticRegression σ(1.5·x₁ - 2·x₂ + 0.25)</c>.</summary>
    public override string ToString() => $"LogisticRegression σ({Formula.Score(Weights, Bias)})";

    Matrix<double> ScoresOf(Matrix<double> x, string who) =>
        Require.NoOverflow((x * Weights + Bias).ToColumnMatrix(), who, "the score");

    void Check(Matrix<double> x, string who)
    {
        Require.Finite(x, who);
        Require.Columns(x, Weights.Count, "one per weight", who);
    }
}
