using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Perceptron;

/// <summary>Eight doubles: AVX-512.</summary>
readonly unsafe struct Simd512 : ISimd<Vector512<double>>
{
    public static bool IsSupported => Avx512F.IsSupported && Vector512.IsHardwareAccelerated;
    public static int Lanes => 8;
    public static Vector512<double> Of(double value) => Vector512.Create(value);
    public static Vector512<double> Load(double* from) => Vector512.Load(from);
    public static void Store(Vector512<double> v, double* to) => Vector512.Store(v, to);
    public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;
    public static Vector512<double> Subtract(Vector512<double> a, Vector512<double> b) => a - b;
    public static Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) => a * b;
    public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Avx512F.FusedMultiplyAdd(a, b, c);
    public static Vector512<double> FmaNegated(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Avx512F.FusedMultiplyAddNegated(a, b, c);
    public static Vector512<double> Min(Vector512<double> a, Vector512<double> b) => Avx512F.Min(a, b);
    public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) => Avx512F.Max(a, b);
    public static Vector512<double> Abs(Vector512<double> a) => Vector512.Abs(a);
    public static Vector512<double> CopySign(Vector512<double> a, Vector512<double> sign) => Vector512.CopySign(a, sign);
    public static Vector512<double> IfLess(Vector512<double> a, Vector512<double> b, Vector512<double> then, Vector512<double> otherwise) => Vector512.ConditionalSelect(Vector512.LessThan(a, b), then, otherwise);
    public static Vector512<double> Scale(Vector512<double> a, Vector512<double> k) => Avx512F.Scale(a, k);

    /// <summary>14 bits from the processor, 28 by one step of Newton's: a division would take longer than all of σ.</summary>
    public static Vector512<double> Reciprocal(Vector512<double> a) => Newton(a, Avx512F.Reciprocal14(a));

    /// <summary>The rest a − q(b + lost) is exact, because the products are fused.</summary>
    public static Vector512<double> Divide(Vector512<double> a, Vector512<double> b, Vector512<double> lost)
    {
        var r = Reciprocal(b);
        var q = a * r;
        return Fma(FmaNegated(q, lost, FmaNegated(q, b, a)), r, q);
    }

    static Vector512<double> Newton(Vector512<double> a, Vector512<double> r) => Fma(r, FmaNegated(a, r, Of(1)), r);

    public static double Sum(Vector512<double> a) => Simd256.Sum(a.GetLower() + a.GetUpper());
}

/// <summary>Four doubles: AVX2 with fused multiply-add.</summary>
readonly unsafe struct Simd256 : ISimd<Vector256<double>>
{
    public static bool IsSupported => System.Runtime.Intrinsics.X86.Fma.IsSupported && Vector256.IsHardwareAccelerated;
    public static int Lanes => 4;
    public static Vector256<double> Of(double value) => Vector256.Create(value);
    public static Vector256<double> Load(double* from) => Vector256.Load(from);
    public static void Store(Vector256<double> v, double* to) => Vector256.Store(v, to);
    public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;
    public static Vector256<double> Subtract(Vector256<double> a, Vector256<double> b) => a - b;
    public static Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) => a * b;
    public static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, Vector256<double> c) => System.Runtime.Intrinsics.X86.Fma.MultiplyAdd(a, b, c);
    public static Vector256<double> FmaNegated(Vector256<double> a, Vector256<double> b, Vector256<double> c) => System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(a, b, c);
    public static Vector256<double> Min(Vector256<double> a, Vector256<double> b) => Avx.Min(a, b);
    public static Vector256<double> Max(Vector256<double> a, Vector256<double> b) => Avx.Max(a, b);
    public static Vector256<double> Abs(Vector256<double> a) => Vector256.Abs(a);
    public static Vector256<double> CopySign(Vector256<double> a, Vector256<double> sign) => Vector256.CopySign(a, sign);
    public static Vector256<double> IfLess(Vector256<double> a, Vector256<double> b, Vector256<double> then, Vector256<double> otherwise) => Vector256.ConditionalSelect(Vector256.LessThan(a, b), then, otherwise);
    public static Vector256<double> Reciprocal(Vector256<double> a) => Of(1) / a;

    /// <summary>The rest a − q(b + lost) is exact, because the products are fused.</summary>
    public static Vector256<double> Divide(Vector256<double> a, Vector256<double> b, Vector256<double> lost)
    {
        var r = Reciprocal(b);
        var q = a * r;
        return Fma(FmaNegated(q, lost, FmaNegated(q, b, a)), r, q);
    }

    /// <summary>Two halves of the power, because 2ᵏ itself may be no double; only the second product can round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Scale(Vector256<double> a, Vector256<double> k)
    {
        var half = Fma(k, Of(0.5), Of(Power.Shift));
        return a * TwoTo(half) * TwoTo(k - (half - Of(Power.Shift)) + Of(Power.Shift));
    }

    public static double Sum(Vector256<double> a)
    {
        var pair = a.GetLower() + a.GetUpper();
        return pair.ToScalar() + pair.GetElement(1);
    }

    static Vector256<double> TwoTo(Vector256<double> shifted) => ((shifted.AsInt64() + Vector256.Create(Power.Bias)) << 52).AsDouble();
}

/// <summary>One double, for processors without either.</summary>
readonly unsafe struct Plain : ISimd<double>
{
    public static int Lanes => 1;
    public static double Of(double value) => value;
    public static double Load(double* from) => *from;
    public static void Store(double v, double* to) => *to = v;
    public static double Add(double a, double b) => a + b;
    public static double Subtract(double a, double b) => a - b;
    public static double Multiply(double a, double b) => a * b;

    // The processor's own where it has one; emulated, a fused product would take a hundred times as long.
    public static double Fma(double a, double b, double c) => double.MultiplyAddEstimate(a, b, c);
    public static double FmaNegated(double a, double b, double c) => double.MultiplyAddEstimate(-a, b, c);
    public static double Min(double a, double b) => a < b ? a : b;
    public static double Max(double a, double b) => a > b ? a : b;
    public static double Abs(double a) => Math.Abs(a);
    public static double CopySign(double a, double sign) => Math.CopySign(a, sign);
    public static double IfLess(double a, double b, double then, double otherwise) => a < b ? then : otherwise;
    public static double Reciprocal(double a) => 1 / a;

    public static double Divide(double a, double b, double lost)
    {
        var q = a / b;
        return q - q * lost / b;
    }

    public static double Scale(double a, double k)
    {
        var half = k * 0.5 + Power.Shift;
        return a * TwoTo(half) * TwoTo(k - (half - Power.Shift) + Power.Shift);
    }

    public static double Sum(double a) => a;

    static double TwoTo(double shifted) => BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + Power.Bias) << 52);
}

/// <summary>2ᵏ by the bits of k.</summary>
static class Power
{
    /// <summary>1.5·2⁵²: added to a number, it leaves the nearest whole number in the low bits.</summary>
    public const double Shift = 6755399441055744;

    /// <summary>The exponent of 1.</summary>
    public const long Bias = 1023;
}
