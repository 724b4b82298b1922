namespace Perceptron;

/// <summary>Gradient descent on the cross-entropy.</summary>
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
    /// An element that is passed over, as <see cref="Epochs.Every"/> and <c>ElementAt</c> do, costs its update only.
    /// </returns>
    /// <exception cref="ArgumentException">The model does not fit the data, or α is not a finite number above 0. Thrown at the call, not at the first element.</exception>
    /// <exception cref="ArithmeticException">While enumerating: α is so large that the parameters leave the finite numbers.</exception>
    public static IEnumerable<Epoch> Run(Mlp start, Dataset data, double alpha, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(data);
        Check(alpha, reduction);
        CheckInputs(start, data, nameof(start));
        CheckOutput(start);
        return new Descent(start, Forever(data), data.Name, alpha, reduction);
    }

    /// <summary>The same with other points for every update, such as <see cref="Dataset.Batches"/>: stochastic gradient descent.</summary>
    /// <param name="start">The model to start from: one sigmoid output, one input per column of X.</param>
    /// <param name="batches">The points of the first update, of the second, and so on.</param>
    /// <param name="alpha">α, the learning rate.</param>
    /// <param name="reduction">Whether the gradient is the mean over the points of a batch or their sum.</param>
    /// <returns>One element per batch: the model after t updates, and its mean loss on the batch of the next update.</returns>
    /// <exception cref="ArgumentException">The model has not one sigmoid output, or α is not a finite number above 0. While enumerating: a batch does not fit the model.</exception>
    /// <exception cref="ArithmeticException">While enumerating: α is so large that the parameters leave the finite numbers.</exception>
    public static IEnumerable<Epoch> Run(Mlp start, IEnumerable<Dataset> batches, double alpha, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(batches);
        Check(alpha, reduction);
        CheckOutput(start);
        return new Descent(start, batches, "batches", alpha, reduction);
    }

    internal static void CheckInputs(Mlp start, Dataset data, string name)
    {
        if (start.Inputs != data.Dimensions)
            throw new ArgumentException($"GradientDescent.Run expects a start with {Require.Count(data.Dimensions, "input")} (one per column of X), but got {start}.", name);
    }

    static void CheckOutput(Mlp start)
    {
        if (start.Outputs != 1)
            throw new ArgumentException($"GradientDescent.Run expects a start with 1 output (one score per point), but got {start}.", nameof(start));
        if (start.Layers[^1].Activation != Activation.Sigmoid)
            throw new ArgumentException($"GradientDescent.Run expects a start whose last layer is sigmoid, because the cross-entropy compares probabilities with labels, but the last layer is {start.Layers[^1].Activation}.", nameof(start));
    }

    static void Check(double alpha, Reduction reduction)
    {
        Require.Positive(alpha, "GradientDescent.Run");
        Require.Known(reduction, "GradientDescent.Run");
    }

    static IEnumerable<Dataset> Forever(Dataset data)
    {
        while (true)
            yield return data;
    }
}
