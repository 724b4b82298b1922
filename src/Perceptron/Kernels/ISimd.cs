namespace Perceptron;

/// <summary>What the kernels need of a vector of doubles. One source serves every width: the compiler makes a copy for each.</summary>
/// <typeparam name="V">The vector itself, which has no members here, so that it stays in a register.</typeparam>
unsafe interface ISimd<V> where V : struct
{
    /// <summary>Doubles in a vector.</summary>
    static abstract int Lanes { get; }

    static abstract V Of(double value);
    static abstract V Load(double* from);
    static abstract void Store(V v, double* to);
    static abstract V Add(V a, V b);
    static abstract V Subtract(V a, V b);
    static abstract V Multiply(V a, V b);

    /// <summary>a·b + c.</summary>
    static abstract V Fma(V a, V b, V c);

    /// <summary>c − a·b.</summary>
    static abstract V FmaNegated(V a, V b, V c);

    /// <summary>The smaller one; b where b is NaN.</summary>
    static abstract V Min(V a, V b);

    /// <summary>The larger one; b where b is NaN.</summary>
    static abstract V Max(V a, V b);

    static abstract V Abs(V a);
    static abstract V CopySign(V a, V sign);

    /// <summary>then where a &lt; b, else otherwise.</summary>
    static abstract V IfLess(V a, V b, V then, V otherwise);

    /// <summary>a·2ᵏ, rounded once, for whole k between −1100 and 1100.</summary>
    static abstract V Scale(V a, V k);

    /// <summary>1/a to 28 bits at least, for a from 1 to 10¹⁸.</summary>
    static abstract V Reciprocal(V a);

    /// <summary>a / (b + lost), for b as <see cref="Reciprocal"/> wants it, and lost what the sum b could not hold.</summary>
    static abstract V Divide(V a, V b, V lost);

    /// <summary>The sum of the lanes, always in the same order.</summary>
    static abstract double Sum(V a);
}
