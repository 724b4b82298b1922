using System.Runtime.CompilerServices;

namespace Perceptron;

/// <summary>
/// exp, σ, tanh and softplus of every lane, over the whole range of a double: within 2 units in the last place of the
/// right answer, NaN and infinities carried. The measured errors are in docs/kernels.md, from FunctionsTests.
/// </summary>
/// <remarks>
/// e^x = 2ᵏ·e^r with k the whole number next to x / log 2, so |r| ≤ ½ log 2, and e^r = 1 + r + r²P(r). This P and that of the
/// logarithm are interpolated at Chebyshev nodes; they change e^r by 1.2e-17 and the logarithm by 1e-17 at most.
/// </remarks>
static class Functions<V, S> where V : struct where S : struct, ISimd<V>
{
    // The high part has 20 zero bits at its end: times any k it is exact.
    const double Log2E = 1.4426950408889634, Log2High = 0.6931471804855391, Log2Low = 7.440617110012397e-11;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp(V x) => Exp(x, S.Of(710));

    /// <summary>σ(x) = e / (1 + e) with e = eˣ; exactly 1 from x = 40 on, where nothing is left to see of 1 − σ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid(V x)
    {
        var e = Exp(x, S.Of(40));
        var r = S.Reciprocal(S.Add(e, S.Of(1)));
        var q = S.Multiply(e, r);
        // e − q(1 + e), without the rounding of 1 + e.
        return S.Fma(S.FmaNegated(q, e, S.Subtract(e, q)), r, q);
    }

    /// <summary>tanh x = −m / (2 + m) with m = e^−2|x| − 1 and the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh(V x)
    {
        var p = Reduced(S.Max(S.Of(-40), S.Multiply(S.Of(-2), S.Abs(x))), out var r, out var low, out var k);
        var power = S.Scale(S.Of(1), k);
        var m = S.Fma(S.Add(r, S.Fma(p, S.Multiply(r, r), low)), power, S.Subtract(power, S.Of(1)));
        var sum = S.Add(S.Of(2), m);
        // What 2 + m loses would cost a whole unit in the last place.
        var lost = S.Subtract(m, S.Subtract(sum, S.Of(2)));
        return S.CopySign(S.Divide(m, sum, lost), x);
    }

    /// <summary>log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus(V x) => S.Add(S.Max(S.Of(0), x), Log1P(Exp(S.Subtract(S.Of(0), S.Abs(x)))));

    /// <summary>log(1 + e) for 0 ≤ e ≤ 1: 2 artanh(s) with s = f / (2 + f), where 1 + e = 2ʲ(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Log1P(V e)
    {
        var above = S.Of(0.5);
        var f = S.IfLess(above, e, S.Multiply(S.Of(0.5), S.Subtract(e, S.Of(1))), e);
        var s = S.Divide(f, S.Add(S.Of(2), f), S.Of(0));
        var z = S.Multiply(s, s);
        var p = S.Fma(S.Of(0.13609030262858499), z, S.Of(0.13209708242059462));
        p = S.Fma(p, z, S.Of(0.15388867805613718));
        p = S.Fma(p, z, S.Of(0.18181737626302938));
        p = S.Fma(p, z, S.Of(0.2222222304835159));
        p = S.Fma(p, z, S.Of(0.28571428567275936));
        p = S.Fma(p, z, S.Of(0.4000000000000794));
        p = S.Fma(p, z, S.Of(0.6666666666666666));
        var log = S.FmaNegated(s, S.FmaNegated(z, p, f), f);
        var high = S.IfLess(above, e, S.Of(Log2High), S.Of(0));
        var sum = S.Add(high, log);
        var rest = S.Add(S.Subtract(high, sum), log);
        return S.Add(sum, S.Add(rest, S.IfLess(above, e, S.Of(Log2Low), S.Of(0))));
    }

    /// <summary>e to the power of x, or of most where x is larger. e^−746 is 0 and e^710 is ∞; NaN comes through, being the second argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Exp(V x, V most)
    {
        var p = Reduced(S.Max(S.Of(-746), S.Min(most, x)), out var r, out _, out var k);
        return S.Scale(S.Fma(S.Fma(p, r, S.Of(1)), r, S.Of(1)), k);
    }

    /// <summary>x = k·log 2 + r + low, where low is what r cannot hold, and P(r) = (eʳ − 1 − r) / r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Reduced(V x, out V r, out V low, out V k)
    {
        k = S.Subtract(S.Fma(x, S.Of(Log2E), S.Of(Power.Shift)), S.Of(Power.Shift));
        var high = S.FmaNegated(k, S.Of(Log2High), x);
        r = S.FmaNegated(k, S.Of(Log2Low), high);
        low = S.FmaNegated(k, S.Of(Log2Low), S.Subtract(high, r));
        var p = S.Fma(S.Of(2.5100424157005067e-08), r, S.Of(2.7620138719733994e-07));
        p = S.Fma(p, r, S.Of(2.7557268378684192e-06));
        p = S.Fma(p, r, S.Of(2.480152119021773e-05));
        p = S.Fma(p, r, S.Of(0.00019841269863105968));
        p = S.Fma(p, r, S.Of(0.0013888888917281794));
        p = S.Fma(p, r, S.Of(0.008333333333330051));
        p = S.Fma(p, r, S.Of(0.04166666666662399));
        p = S.Fma(p, r, S.Of(0.16666666666666669));
        return S.Fma(p, r, S.Of(0.5000000000000001));
    }
}
