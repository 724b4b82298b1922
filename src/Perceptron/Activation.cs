using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>An activation function h = f(s), its value and its slope f′(s) side by side, for any finite score.</summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed class Activation
{
    readonly Func<double, double> value, slope;

    Activation(string name, Func<double, double> value, Func<double, double> slope) =>
        (Name, this.value, this.slope) = (name, value, slope);

    /// <summary>σ(s) = 1 / (1 + e⁻ˢ), with σ′ = σ(1 − σ).</summary>
    // Written with e^−|s|, which cannot overflow, and without 1 − σ, which loses all digits where σ is near 1.
    public static readonly Activation Sigmoid = new("sigmoid",
        s => s >= 0 ? 1 / (1 + Math.Exp(-s)) : Math.Exp(s) / (1 + Math.Exp(s)),
        s => { var e = Math.Exp(-Math.Abs(s)); return e / ((1 + e) * (1 + e)); });

    /// <summary>tanh s, with tanh′ = 1 − tanh².</summary>
    public static readonly Activation Tanh = new("tanh",
        Math.Tanh,
        s => { var e = Math.Exp(-2 * Math.Abs(s)); return 4 * e / ((1 + e) * (1 + e)); });

    /// <summary>max(s, 0), with slope 1 above 0 and 0 elsewhere (0 at the kink, by convention).</summary>
    public static readonly Activation ReLU = new("ReLU", s => Math.Max(s, 0), s => s > 0 ? 1 : 0);

    /// <summary>s itself, with slope 1: no activation.</summary>
    public static readonly Activation Identity = new("identity", s => s, _ => 1);

    /// <summary>1 where s ≥ 0, else 0. Its slope is 0 everywhere, so that nothing can be learned through it: for pictures.</summary>
    public static readonly Activation Step = new("step", s => s >= 0 ? 1 : 0, _ => 0);

    /// <summary>The name as it is written in formulas and pictures.</summary>
    public string Name { get; }

    /// <summary>f(s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is not finite.</exception>
    public double Value(double s)
    {
        Require.Finite(s, "Activation.Value");
        return value(s);
    }

    /// <summary>f′(s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is not finite.</exception>
    public double Slope(double s)
    {
        Require.Finite(s, "Activation.Slope");
        return slope(s);
    }

    /// <summary>f of every element: a new matrix of the same shape.</summary>
    /// <exception cref="ArgumentException">A score is not finite, or there is none.</exception>
    public Matrix<double> Value(Matrix<double> s)
    {
        Require.Finite(s, "Activation.Value");
        return ValueOf(s);
    }

    /// <summary>f′ of every element: a new matrix of the same shape.</summary>
    /// <exception cref="ArgumentException">A score is not finite, or there is none.</exception>
    public Matrix<double> Slope(Matrix<double> s)
    {
        Require.Finite(s, "Activation.Slope");
        return SlopeOf(s);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal Matrix<double> ValueOf(Matrix<double> s) => s.Map(value, Zeros.Include);

    internal Matrix<double> SlopeOf(Matrix<double> s) => s.Map(slope, Zeros.Include);
}
