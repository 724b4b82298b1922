namespace Perceptron;

/// <summary>An activation as the kernels need it: f(s), and f′ written with h = f(s), so that s need not be kept.</summary>
interface ICurve<V> where V : struct
{
    static abstract V Value(V s);
    static abstract V Slope(V h);
}

/// <summary>σ′ = h − h².</summary>
readonly struct SigmoidCurve<V, S> : ICurve<V> where V : struct where S : struct, ISimd<V>
{
    public static V Value(V s) => Functions<V, S>.Sigmoid(s);
    public static V Slope(V h) => S.FmaNegated(h, h, h);
}

/// <summary>tanh′ = 1 − h².</summary>
readonly struct TanhCurve<V, S> : ICurve<V> where V : struct where S : struct, ISimd<V>
{
    public static V Value(V s) => Functions<V, S>.Tanh(s);
    public static V Slope(V h) => S.FmaNegated(h, h, S.Of(1));
}

/// <summary>1 where h is above 0, else 0.</summary>
readonly struct ReLUCurve<V, S> : ICurve<V> where V : struct where S : struct, ISimd<V>
{
    public static V Value(V s) => S.Max(S.Of(0), s);
    public static V Slope(V h) => S.IfLess(S.Of(0), h, S.Of(1), S.Of(0));
}

/// <summary>1.</summary>
readonly struct IdentityCurve<V, S> : ICurve<V> where V : struct where S : struct, ISimd<V>
{
    public static V Value(V s) => s;
    public static V Slope(V h) => S.Of(1);
}

/// <summary>0.</summary>
readonly struct StepCurve<V, S> : ICurve<V> where V : struct where S : struct, ISimd<V>
{
    public static V Value(V s) => S.IfLess(s, S.Of(0), S.Of(0), S.Of(1));
    public static V Slope(V h) => S.Of(0);
}
