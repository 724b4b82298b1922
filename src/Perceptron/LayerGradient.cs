using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>How the loss changes with all that goes into a layer.</summary>
/// <param name="Weights">∂L/∂W, d×m.</param>
/// <param name="Bias">∂L/∂b, m.</param>
/// <param name="X">∂L/∂x, n×d: for a hidden layer this is ∂L/∂h of the layer before.</param>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed record LayerGradient(Matrix<double> Weights, Vector<double> Bias, Matrix<double> X)
{
    /// <summary>Such as <c>LayerGradient: ∂L/∂W 2×3, ∂L/∂b 3, ∂L/∂x 200×2</c>.</summary>
    public override string ToString() =>
        $"LayerGradient: ∂L/∂W {Require.Shape(Weights)}, ∂L/∂b {Bias.Count}, ∂L/∂x {Require.Shape(X)}";
}
