namespace Perceptron;

/// <summary>How the losses of single points become one number, and so how large the gradient is.</summary>
public enum Reduction
{
    /// <summary>L = 1/n Σ Lᵢ: the same learning rate for any number of points.</summary>
    Mean,

    /// <summary>L = Σ Lᵢ: n times the mean, and so is its gradient.</summary>
    Sum,
}
