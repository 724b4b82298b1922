namespace Perceptron;

public sealed partial record Mlp
{
    /// <summary>The one layer that a network without hidden activations is: (xW₁ + b₁)W₂ + b₂ = x(W₁W₂) + (b₁W₂ + b₂), and so on.</summary>
    /// <returns>A layer with the same scores and the activation of the last layer.</returns>
    /// <exception cref="InvalidOperationException">A hidden layer is not identity: then no single layer says the same.</exception>
    public Layer Collapse()
    {
        for (var i = 0; i < Layers.Length - 1; i++)
            if (Layers[i].Activation != Activation.Identity)
                throw new InvalidOperationException($"Mlp.Collapse expects every hidden layer to be identity, but layer {i} is {Layers[i].Activation}: {Layers[i]} is not linear, so no single layer computes the same as {this}.");
        return Layers.Skip(1).Aggregate(Layers[0], (first, then) =>
            new Layer(first.Weights * then.Weights, first.Bias * then.Weights + then.Bias, then.Activation));
    }
}
