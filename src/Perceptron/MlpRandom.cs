using System.Collections.Immutable;

namespace Perceptron;

public sealed partial record Mlp
{
    /// <summary>A sigmoid network with parameters uniform in [0, 1), drawn W then b, layer by layer: the post's start.</summary>
    /// <param name="random">The stream to draw from; it goes on afterwards.</param>
    /// <param name="widths">The number of inputs, then the number of units of each layer: 2, 3, 1 in the post.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or one is below 1.</exception>
    public static Mlp Random(NumPyRandom random, params int[] widths) => Random(random, Activation.Sigmoid, widths);

    /// <summary>The same draw with another activation in the hidden layers; the last layer stays sigmoid.</summary>
    /// <inheritdoc cref="Random(NumPyRandom, int[])"/>
    public static Mlp Random(NumPyRandom random, Activation hidden, params int[] widths)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(widths);
        return Random(random, widths, [.. Enumerable.Repeat(hidden, Math.Max(0, widths.Length - 2)), Activation.Sigmoid]);
    }

    /// <summary>The same draw with an activation for each layer.</summary>
    /// <param name="random">The stream to draw from; it goes on afterwards.</param>
    /// <param name="widths">The number of inputs, then the number of units of each layer.</param>
    /// <param name="activations">One per layer: one fewer than widths.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, one is below 1, or there is not one activation per layer.</exception>
    public static Mlp Random(NumPyRandom random, int[] widths, Activation[] activations)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(widths);
        ArgumentNullException.ThrowIfNull(activations);
        if (widths.Length < 2)
            throw new ArgumentException($"Mlp.Random expects at least two widths (the inputs, then the units of each layer), but got {widths.Length}.", nameof(widths));
        for (var i = 0; i < widths.Length; i++)
            Require.AtLeast(1, widths[i], "Mlp.Random", $"widths[{i}]");
        if (activations.Length != widths.Length - 1)
            throw new ArgumentException($"Mlp.Random expects one activation per layer ({widths.Length - 1}), but got {activations.Length}.", nameof(activations));
        // All is checked before the first draw, so that a bad call does not move the stream.
        foreach (var activation in activations)
            ArgumentNullException.ThrowIfNull(activation, nameof(activations));

        var layers = ImmutableArray.CreateBuilder<Layer>(activations.Length);
        for (var i = 0; i < activations.Length; i++)
        {
            var weights = random.Uniform(widths[i], widths[i + 1]);
            layers.Add(new Layer(weights, random.Uniform(widths[i + 1]), activations[i]));
        }
        return new Mlp(layers.MoveToImmutable());
    }
}
