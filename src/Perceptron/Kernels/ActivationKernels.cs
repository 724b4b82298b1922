using System.Runtime.CompilerServices;

namespace Perceptron;

/// <summary>The loops that know an activation f.</summary>
abstract unsafe class ActivationKernels
{
    /// <summary>h = f(s), in place.</summary>
    public abstract void Activate(double* s, nint count);

    /// <summary>
    /// Back through the last layer: for each unit k of the layer before, gw[k] = hₖᵀδ; then δₖ = δ·w[k]·f′(hₖ) goes where hₖ
    /// was, and its sum to gb[k].
    /// </summary>
    public abstract void ScoreBack(double* delta, double* w, double* h, double* gw, double* gb, int n, nint ld, int depth);

    /// <summary>Back through an activation: for each unit, ∂L/∂h ⊙ f′(h) goes where h was, and its sum to gb.</summary>
    public abstract void SlopeBack(double* dh, double* h, double* gb, int n, nint ld, int width);

    /// <summary>Those of an activation, for vectors V.</summary>
    public static ActivationKernels Of<V, S>(Activation f) where V : struct where S : struct, ISimd<V> => f.Name switch
    {
        "sigmoid" => new ActivationKernels<V, S, SigmoidCurve<V, S>>(),
        "tanh" => new ActivationKernels<V, S, TanhCurve<V, S>>(),
        "ReLU" => new ActivationKernels<V, S, ReLUCurve<V, S>>(),
        "identity" => new ActivationKernels<V, S, IdentityCurve<V, S>>(),
        "step" => new ActivationKernels<V, S, StepCurve<V, S>>(),
        _ => throw new NotSupportedException($"No kernel for the activation {f}: add it to {nameof(ActivationKernels)}.{nameof(Of)}."),
    };
}

/// <inheritdoc cref="ActivationKernels"/>
sealed unsafe class ActivationKernels<V, S, F> : ActivationKernels where V : struct where S : struct, ISimd<V> where F : struct, ICurve<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Activate(double* s, nint count)
    {
        for (nint i = 0; i < count; i += S.Lanes)
            S.Store(F.Value(S.Load(s + i)), s + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ScoreBack(double* delta, double* w, double* h, double* gw, double* gb, int n, nint ld, int depth)
    {
        for (var k = 0; k < depth; k += 2)
        {
            var k1 = Math.Min(k + 1, depth - 1);
            double* h0 = h + k * ld, h1 = h + k1 * ld;
            V w0 = S.Of(w[k]), w1 = S.Of(w[k1]), gw0 = S.Of(0), gw1 = gw0, gb0 = gw0, gb1 = gw0;
            for (nint i = 0; i < n; i += S.Lanes)
            {
                V x0 = S.Load(h0 + i), x1 = S.Load(h1 + i), d = S.Load(delta + i);
                gw0 = S.Fma(x0, d, gw0);
                gw1 = S.Fma(x1, d, gw1);
                V t0 = S.Multiply(S.Multiply(d, w0), F.Slope(x0)), t1 = S.Multiply(S.Multiply(d, w1), F.Slope(x1));
                gb0 = S.Add(gb0, t0);
                gb1 = S.Add(gb1, t1);
                S.Store(t0, h0 + i);
                S.Store(t1, h1 + i);
            }
            (gw[k], gw[k1], gb[k], gb[k1]) = (S.Sum(gw0), S.Sum(gw1), S.Sum(gb0), S.Sum(gb1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void SlopeBack(double* dh, double* h, double* gb, int n, nint ld, int width)
    {
        for (var j = 0; j < width; j++, dh += ld, h += ld)
        {
            var sum = S.Of(0);
            for (nint i = 0; i < n; i += S.Lanes)
            {
                var t = S.Multiply(S.Load(dh + i), F.Slope(S.Load(h + i)));
                sum = S.Add(sum, t);
                S.Store(t, h + i);
            }
            gb[j] = S.Sum(sum);
        }
    }
}
