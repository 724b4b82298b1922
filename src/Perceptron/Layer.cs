using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>A fully connected layer, h = f(s) with s = xW + b.</summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed record Layer
{
    /// <summary>A layer from its parameters, which are copied.</summary>
    /// <param name="weights">W, d×m: one row per input, one column per unit.</param>
    /// <param name="bias">b: one number per unit.</param>
    /// <param name="activation">f, applied to every score.</param>
    /// <exception cref="ArgumentException">A parameter is empty or not finite, or the bias does not have one number per column of the weights.</exception>
    public Layer(Matrix<double> weights, Vector<double> bias, Activation activation)
    {
        Require.Finite(weights, "Layer");
        Require.Finite(bias, "Layer");
        ArgumentNullException.ThrowIfNull(activation);
        if (bias.Count != weights.ColumnCount)
            throw new ArgumentException($"Layer expects bias with {Require.Count(weights.ColumnCount, "number")} (one per column of weights), but got {bias.Count}.", nameof(bias));
        Weights = Matrix<double>.Build.DenseOfMatrix(weights);
        Bias = Vector<double>.Build.DenseOfVector(bias);
        Activation = activation;
    }

    /// <summary>W, d×m: one row per input, one column per unit.</summary>
    public Matrix<double> Weights { get; private init; }

    /// <summary>b, m numbers: one per unit.</summary>
    public Vector<double> Bias { get; private init; }

    /// <summary>f, applied to every score.</summary>
    public Activation Activation { get; }

    /// <summary>d, the number of inputs.</summary>
    public int Inputs => Weights.RowCount;

    /// <summary>m, the number of units.</summary>
    public int Units => Weights.ColumnCount;

    /// <summary>(d + 1)·m: all weights and biases.</summary>
    public int ParameterCount => (Inputs + 1) * Units;

    /// <summary>Puts classifiers side by side: the weights of each become one column of W.</summary>
    /// <exception cref="ArgumentException">There is none, or they have different numbers of inputs.</exception>
    public static Layer Stack(params LogisticRegression[] classifiers)
    {
        ArgumentNullException.ThrowIfNull(classifiers);
        if (classifiers.Length == 0)
            throw new ArgumentException("Layer.Stack expects at least one classifier, but got none.", nameof(classifiers));
        foreach (var classifier in classifiers)
        {
            ArgumentNullException.ThrowIfNull(classifier, nameof(classifiers));
            if (classifier.Weights.Count != classifiers[0].Weights.Count)
                throw new ArgumentException($"Layer.Stack expects classifiers with equally many inputs, but got {classifiers[0].Weights.Count} and {classifier.Weights.Count}.", nameof(classifiers));
        }
        return new Layer(
            Matrix<double>.Build.DenseOfColumnVectors(classifiers.Select(c => c.Weights)),
            Vector<double>.Build.DenseOfEnumerable(classifiers.Select(c => c.Bias)),
            Activation.Sigmoid);
    }

    /// <summary>The same parameters under another activation.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Layer With(Activation activation) => new(Weights, Bias, activation);

    /// <summary>From x to h, keeping what the way back needs.</summary>
    /// <param name="x">n×d: one point per row.</param>
    /// <returns>x (n×d), s = xW + b (n×m) and h = f(s) (n×m).</returns>
    /// <exception cref="ArgumentException">x is empty, not finite, or does not have d columns.</exception>
    /// <exception cref="ArithmeticException">A score is too large for a double.</exception>
    public LayerPass Forward(Matrix<double> x)
    {
        Require.Finite(x, "Layer.Forward");
        Require.Columns(x, Inputs, "one per input", "Layer.Forward");
        // A copy: the way back must see the x of the way forth, whatever becomes of the caller's.
        var pass = ForwardOf(x.Clone());
        Require.NoOverflow(pass.S, "Layer.Forward", "the score");
        return pass;
    }

    /// <summary>Carries δ = ∂L/∂s (n×m) back through s = xW + b.</summary>
    /// <param name="pass">What <see cref="Forward"/> of this layer returned.</param>
    /// <param name="delta">δ = ∂L/∂s, n×m.</param>
    /// <returns>∂L/∂W = xᵀδ (d×m), ∂L/∂b = the column sums of δ (m), and ∂L/∂x = δWᵀ (n×d).</returns>
    /// <exception cref="ArgumentException">δ is not finite, or it does not have the shape of s.</exception>
    public LayerGradient Backward(LayerPass pass, Matrix<double> delta)
    {
        ArgumentNullException.ThrowIfNull(pass);
        Require.Columns(pass.X, Inputs, "one per input of this layer", "Layer.Backward", "pass.X");
        Require.Columns(pass.S, Units, "one per unit of this layer", "Layer.Backward", "pass.S");
        Require.Finite(delta, "Layer.Backward");
        Require.SameShape(delta, pass.S.RowCount, Units, "the shape of s", "Layer.Backward");
        return BackwardOf(pass, delta);
    }

    /// <summary>Equal parameters and the same activation.</summary>
    public bool Equals(Layer? other) =>
        other is not null && Activation == other.Activation && Weights.Equals(other.Weights) && Bias.Equals(other.Bias);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Weights, Bias, Activation);

    /// <summary>Such as <c>Layer 2→3 sigmoid (9 parameters)</c>.</summary>
    public override string ToString() => $"Layer {Inputs}→{Units} {Activation} ({Require.Count(ParameterCount, "parameter")})";

    /// <summary>The same activation over other parameters, taken as they are: only for numbers of this library's own making.</summary>
    internal Layer With(Matrix<double> weights, Vector<double> bias) => this with { Weights = weights, Bias = bias };

    internal LayerPass ForwardOf(Matrix<double> x)
    {
        var s = (x * Weights).AddToEachRow(Bias);
        return new LayerPass(x, s, Activation.ValueOf(s));
    }

    internal LayerGradient BackwardOf(LayerPass pass, Matrix<double> delta) =>
        new(pass.X.TransposeThisAndMultiply(delta), delta.ColumnSums(), delta.TransposeAndMultiply(Weights));

    internal Layer StepOf(LayerGradient gradient, double alpha) =>
        With(Weights - alpha * gradient.Weights, Bias - alpha * gradient.Bias);
}
