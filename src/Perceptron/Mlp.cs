using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>
/// A multi-layer perceptron: layers one after the other, ŷ = f_L(… f₁(xW₁ + b₁) … W_L + b_L).
/// A value: training makes new ones.
/// </summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed partial record Mlp
{
    /// <summary>A network from its layers, first to last.</summary>
    /// <exception cref="ArgumentException">There is no layer, or a layer does not have one input per unit of the layer before.</exception>
    public Mlp(params ImmutableArray<Layer> layers)
    {
        if (layers.IsDefaultOrEmpty)
            throw new ArgumentException("Mlp expects at least one layer, but got none.", nameof(layers));
        for (var i = 0; i < layers.Length; i++)
        {
            if (layers[i] is null)
                throw new ArgumentException($"Mlp expects layers that are not null, but layers[{i}] is.", nameof(layers));
            if (i > 0 && layers[i].Inputs != layers[i - 1].Units)
                throw new ArgumentException($"Mlp expects layers[{i}] with {Require.Count(layers[i - 1].Units, "input")} (one per unit of layers[{i - 1}]), but got {layers[i]}.", nameof(layers));
        }
        Layers = layers;
    }

    /// <summary>The layers, first to last.</summary>
    public ImmutableArray<Layer> Layers { get; private init; }

    /// <summary>d, the number of inputs.</summary>
    public int Inputs => Layers[0].Inputs;

    /// <summary>The number of outputs: 1 for a classifier of two classes.</summary>
    public int Outputs => Layers[^1].Units;

    /// <summary>All weights and biases of all layers.</summary>
    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>From x to ŷ, keeping s and h of every layer.</summary>
    /// <param name="x">n×d: one point per row.</param>
    /// <exception cref="ArgumentException">x is empty, not finite, or does not have d columns.</exception>
    /// <exception cref="ArithmeticException">A score is too large for a double.</exception>
    public MlpPass Forward(Matrix<double> x)
    {
        Require.Finite(x, "Mlp.Forward");
        Require.Columns(x, Inputs, "one per input", "Mlp.Forward");
        // A copy: the way back must see the x of the way forth, whatever becomes of the caller's.
        var pass = ForwardOf(x.Clone());
        for (var i = 0; i < Layers.Length; i++)
            Require.NoOverflow(pass.Layers[i].S, "Mlp.Forward", $"layer {i}, score");
        return pass;
    }

    /// <summary>Back-propagation: from ∂L/∂s of the last layer to the gradients of every layer.</summary>
    /// <param name="pass">What <see cref="Forward"/> of this network returned.</param>
    /// <param name="scoreDelta">δ = ∂L/∂s of the last layer, n×1 for a classifier, such as <see cref="CrossEntropy.Gradient"/>.</param>
    /// <returns>One gradient per layer, in the order of <see cref="Layers"/>.</returns>
    /// <exception cref="ArgumentException">The pass is not one of this network's shape, or δ is not finite or does not have the shape of the scores.</exception>
    public ImmutableArray<LayerGradient> Backward(MlpPass pass, Matrix<double> scoreDelta)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (!pass.Layers.Select(p => (p.X.ColumnCount, p.S.ColumnCount)).SequenceEqual(Layers.Select(l => (l.Inputs, l.Units))))
            throw new ArgumentException($"Mlp.Backward expects the pass of this {this}, but got {pass}.", nameof(pass));
        Require.Finite(scoreDelta, "Mlp.Backward");
        Require.SameShape(scoreDelta, pass.Scores.RowCount, Outputs, "the shape of the scores", "Mlp.Backward");
        return BackwardOf(pass, scoreDelta);
    }

    /// <summary>θ ← θ − α ∂L/∂θ for all parameters at once.</summary>
    /// <param name="gradient">One per layer: what <see cref="Backward"/> returned.</param>
    /// <param name="alpha">α, the learning rate.</param>
    /// <returns>A new network; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The gradient is not finite or not of this network's shape, or α is not above 0.</exception>
    /// <exception cref="ArithmeticException">A parameter becomes too large for a double.</exception>
    public Mlp Step(ImmutableArray<LayerGradient> gradient, double alpha)
    {
        Require.Positive(alpha, "Mlp.Step");
        if (gradient.IsDefault || gradient.Length != Layers.Length)
            throw new ArgumentException($"Mlp.Step expects one gradient per layer ({Layers.Length}), but got {(gradient.IsDefault ? 0 : gradient.Length)}.", nameof(gradient));
        for (var i = 0; i < Layers.Length; i++)
            CheckGradient(Layers[i], gradient[i], $"gradient[{i}]");
        var next = StepOf(gradient, alpha);
        foreach (var layer in next.Layers)
        {
            Require.NoOverflow(layer.Weights, "Mlp.Step", "weight");
            Require.NoOverflow(layer.Bias.ToColumnMatrix(), "Mlp.Step", "bias");
        }
        return next;
    }

    /// <summary>P(y = 1 | x) of every row: ŷ, n×1.</summary>
    /// <exception cref="ArgumentException">x is empty, not finite, or does not have d columns.</exception>
    /// <exception cref="InvalidOperationException">The last layer's activation does not stay between 0 and 1.</exception>
    public Matrix<double> Probabilities(Matrix<double> x)
    {
        if (!GivesProbabilities)
            throw new InvalidOperationException($"Mlp.Probabilities expects a last layer whose output lies between 0 and 1 (sigmoid or step), but it is {Layers[^1].Activation}: its output is no probability. Read Forward(x).YHat instead.");
        return Forward(x).YHat;
    }

    /// <summary>The threshold rule: 1 where ŷ is at least the threshold, else 0.</summary>
    /// <param name="x">n×d: one point per row.</param>
    /// <param name="threshold">Between 0 and 1; ½ when a wrong 0 is as bad as a wrong 1.</param>
    /// <returns>A new matrix of 0 and 1, n×1.</returns>
    /// <exception cref="ArgumentException">x is empty, not finite, or does not have d columns; or the threshold is not between 0 and 1.</exception>
    public Matrix<double> Predict(Matrix<double> x, double threshold = 0.5)
    {
        Require.Threshold(threshold, "Mlp.Predict");
        return Forward(x).YHat.Map(p => p >= threshold ? 1.0 : 0.0, Zeros.Include);
    }

    /// <summary>The layers are equal, one by one.</summary>
    public bool Equals(Mlp? other) => other is not null && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => Layers.Aggregate(Layers.Length, HashCode.Combine);

    /// <summary>Such as <c>Mlp 2→3→1 (13 parameters)</c>.</summary>
    public override string ToString() =>
        $"Mlp {string.Join("→", Layers.Select(layer => layer.Inputs).Append(Outputs))} ({Require.Count(ParameterCount, "parameter")})";

    /// <summary>Whether the last layer's activation stays between 0 and 1.</summary>
    internal bool GivesProbabilities => Layers[^1].Activation == Activation.Sigmoid || Layers[^1].Activation == Activation.Step;

    internal MlpPass ForwardOf(Matrix<double> x)
    {
        var passes = ImmutableArray.CreateBuilder<LayerPass>(Layers.Length);
        foreach (var layer in Layers)
        {
            passes.Add(layer.ForwardOf(x));
            x = passes[^1].H;
        }
        return new MlpPass(passes.MoveToImmutable());
    }

    internal ImmutableArray<LayerGradient> BackwardOf(MlpPass pass, Matrix<double> delta)
    {
        var gradients = new LayerGradient[Layers.Length];
        for (var i = Layers.Length - 1; ; i--)
        {
            gradients[i] = Layers[i].BackwardOf(pass.Layers[i], delta);
            if (i == 0)
                return [.. gradients];
            // ∂L/∂h of the layer before becomes its ∂L/∂s: h depends on s element by element.
            delta = gradients[i].X.PointwiseMultiply(Layers[i - 1].Activation.SlopeOf(pass.Layers[i - 1].S));
        }
    }

    internal Mlp StepOf(ImmutableArray<LayerGradient> gradient, double alpha) =>
        With([.. Layers.Zip(gradient, (layer, g) => layer.StepOf(g, alpha))]);

    /// <summary>Other parameters in layers of the same shape.</summary>
    internal Mlp With(ImmutableArray<Layer> layers) => this with { Layers = layers };

    static void CheckGradient(Layer layer, LayerGradient gradient, string name)
    {
        ArgumentNullException.ThrowIfNull(gradient, name);
        Require.Finite(gradient.Weights, "Mlp.Step", $"{name}.Weights");
        Require.Finite(gradient.Bias, "Mlp.Step", $"{name}.Bias");
        Require.SameShape(gradient.Weights, layer.Inputs, layer.Units, "the shape of the weights", "Mlp.Step", $"{name}.Weights");
        Require.SameShape(gradient.Bias.ToRowMatrix(), 1, layer.Units, "one number per unit", "Mlp.Step", $"{name}.Bias");
    }
}
