namespace Perceptron;

/// <summary>Full-batch gradient descent on the cross-entropy.</summary>
public static class GradientDescent
{
    /// <summary>θ ← θ − α ∂L/∂θ, again and again: a lazy and endless sequence, for its reader to cut.</summary>
    /// <param name="start">The model to start from: one sigmoid output, one input per column of X.</param>
    /// <param name="data">Points and labels.</param>
    /// <param name="alpha">α, the learning rate.</param>
    /// <param name="reduction">Whether the gradient is the mean over the points or their sum, which is n times as long a step.</param>
    /// <returns>
    /// Element t is the model after t updates with its mean loss; element 0 is the start. The post's run is
    /// <c>.Take(1002)</c>: 1001 updates, and the loss before each. Every enumeration trains anew and gives the same.
    /// </returns>
    /// <exception cref="ArgumentException">The model does not fit the data, or α is not a finite number above 0. Thrown at the call, not at the first element.</exception>
    /// <exception cref="ArithmeticException">While enumerating: α is so large that the parameters leave the finite numbers.</exception>
    public static IEnumerable<Epoch> Run(Mlp start, Dataset data, double alpha, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(data);
        Require.Positive(alpha, "GradientDescent.Run");
        Require.Known(reduction, "GradientDescent.Run");
        if (start.Inputs != data.Dimensions)
            throw new ArgumentException($"GradientDescent.Run expects a start with {Require.Count(data.Dimensions, "input")} (one per column of X), but got {start}.", nameof(start));
        if (start.Outputs != 1)
            throw new ArgumentException($"GradientDescent.Run expects a start with 1 output (one score per point), but got {start}.", nameof(start));
        if (start.Layers[^1].Activation != Activation.Sigmoid)
            throw new ArgumentException($"GradientDescent.Run expects a start whose last layer is sigmoid, because the cross-entropy compares probabilities with labels, but the last layer is {start.Layers[^1].Activation}.", nameof(start));
        return new Descent(start, data, alpha, reduction);
    }
}
