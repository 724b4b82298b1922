using System.Runtime.CompilerServices;

namespace Perceptron;

/// <summary>
/// The loops over the rows of one block. A matrix of n rows is stored column after column, ld doubles apart; the number
/// of rows is a multiple of the lanes. Tiles at an edge repeat their last row or column and write the same value twice.
/// </summary>
static unsafe class Kernels<V, S> where V : struct where S : struct, ISimd<V>
{
    /// <summary>C = AB + 1·biasᵀ (n×m), with A n×depth, and B[k, j] at b + k·bk + j·bj. No bias: zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Product(double* a, double* b, nint bk, nint bj, double* bias, double* c, int n, nint ld, int depth, int width)
    {
        for (var j = 0; j < width; j += 4)
        {
            nint j1 = Math.Min(j + 1, width - 1), j2 = Math.Min(j + 2, width - 1), j3 = Math.Min(j + 3, width - 1);
            for (var i = 0; i < n; i += 3 * S.Lanes)
            {
                nint i1 = Math.Min(i + S.Lanes, n - S.Lanes), i2 = Math.Min(i + 2 * S.Lanes, n - S.Lanes);
                double* a0 = a + i, a1 = a + i1, a2 = a + i2;
                double* b0 = b + j * bj, b1 = b + j1 * bj, b2 = b + j2 * bj, b3 = b + j3 * bj;
                V c00 = S.Of(bias == null ? 0 : bias[j]), c01 = S.Of(bias == null ? 0 : bias[j1]);
                V c02 = S.Of(bias == null ? 0 : bias[j2]), c03 = S.Of(bias == null ? 0 : bias[j3]);
                V c10 = c00, c11 = c01, c12 = c02, c13 = c03, c20 = c00, c21 = c01, c22 = c02, c23 = c03;
                for (var k = 0; k < depth; k++)
                {
                    V x0 = S.Load(a0), x1 = S.Load(a1), x2 = S.Load(a2);
                    var w = S.Of(*b0);
                    c00 = S.Fma(x0, w, c00);
                    c10 = S.Fma(x1, w, c10);
                    c20 = S.Fma(x2, w, c20);
                    w = S.Of(*b1);
                    c01 = S.Fma(x0, w, c01);
                    c11 = S.Fma(x1, w, c11);
                    c21 = S.Fma(x2, w, c21);
                    w = S.Of(*b2);
                    c02 = S.Fma(x0, w, c02);
                    c12 = S.Fma(x1, w, c12);
                    c22 = S.Fma(x2, w, c22);
                    w = S.Of(*b3);
                    c03 = S.Fma(x0, w, c03);
                    c13 = S.Fma(x1, w, c13);
                    c23 = S.Fma(x2, w, c23);
                    a0 += ld;
                    a1 += ld;
                    a2 += ld;
                    b0 += bk;
                    b1 += bk;
                    b2 += bk;
                    b3 += bk;
                }
                StoreThree(c + j * ld, i, i1, i2, c00, c10, c20);
                StoreThree(c + j1 * ld, i, i1, i2, c01, c11, c21);
                StoreThree(c + j2 * ld, i, i1, i2, c02, c12, c22);
                StoreThree(c + j3 * ld, i, i1, i2, c03, c13, c23);
            }
        }
    }

    /// <summary>G = AᵀD (depth×width, column after column), with A n×depth and D n×width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dots(double* a, double* d, double* g, int n, nint ld, int depth, int width)
    {
        for (var j = 0; j < width; j += 4)
        {
            nint j1 = Math.Min(j + 1, width - 1), j2 = Math.Min(j + 2, width - 1), j3 = Math.Min(j + 3, width - 1);
            double* d0 = d + j * ld, d1 = d + j1 * ld, d2 = d + j2 * ld, d3 = d + j3 * ld;
            for (var k = 0; k < depth; k += 2)
            {
                nint k1 = Math.Min(k + 1, depth - 1);
                double* a0 = a + k * ld, a1 = a + k1 * ld;
                V g00 = S.Of(0), g01 = g00, g02 = g00, g03 = g00, g10 = g00, g11 = g00, g12 = g00, g13 = g00;
                for (nint i = 0; i < n; i += S.Lanes)
                {
                    V x0 = S.Load(a0 + i), x1 = S.Load(a1 + i);
                    var t = S.Load(d0 + i);
                    g00 = S.Fma(x0, t, g00);
                    g10 = S.Fma(x1, t, g10);
                    t = S.Load(d1 + i);
                    g01 = S.Fma(x0, t, g01);
                    g11 = S.Fma(x1, t, g11);
                    t = S.Load(d2 + i);
                    g02 = S.Fma(x0, t, g02);
                    g12 = S.Fma(x1, t, g12);
                    t = S.Load(d3 + i);
                    g03 = S.Fma(x0, t, g03);
                    g13 = S.Fma(x1, t, g13);
                }
                SumFour(g + k, depth, j, j1, j2, j3, g00, g01, g02, g03);
                SumFour(g + k1, depth, j, j1, j2, j3, g10, g11, g12, g13);
            }
        }
    }

    /// <summary>s = Aw + b (n×1), with A n×depth: the one unit of the last layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Score(double* a, double* w, double bias, double* s, int n, nint ld, int depth)
    {
        for (var i = 0; i < n; i += 4 * S.Lanes)
        {
            nint i1 = Math.Min(i + S.Lanes, n - S.Lanes), i2 = Math.Min(i + 2 * S.Lanes, n - S.Lanes), i3 = Math.Min(i + 3 * S.Lanes, n - S.Lanes);
            V s0 = S.Of(bias), s1 = s0, s2 = s0, s3 = s0;
            var column = a;
            for (var k = 0; k < depth; k++, column += ld)
            {
                var wk = S.Of(w[k]);
                s0 = S.Fma(S.Load(column + i), wk, s0);
                s1 = S.Fma(S.Load(column + i1), wk, s1);
                s2 = S.Fma(S.Load(column + i2), wk, s2);
                s3 = S.Fma(S.Load(column + i3), wk, s3);
            }
            StoreThree(s, i, i1, i2, s0, s1, s2);
            S.Store(s3, s + i3);
        }
    }

    /// <summary>
    /// Where s was, δ = ∂L/∂s = σ(s) − y = z·σ(z·s), with z = 1 for label 0, −1 for label 1, and 0 for a row that fills up
    /// the last vector. Returns Σδ, or NaN where a score is not finite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Delta(double* s, double* z, int n)
    {
        V sum = S.Of(0), check = sum;
        for (nint i = 0; i < n; i += S.Lanes)
        {
            V score = S.Load(s + i), sign = S.Load(z + i);
            var delta = S.Multiply(sign, Functions<V, S>.Sigmoid(S.Multiply(sign, score)));
            S.Store(delta, s + i);
            sum = S.Add(sum, delta);
            check = S.Fma(score, S.Of(0), check);
        }
        return S.Sum(S.Add(sum, check));
    }

    /// <summary>Σ −log of the probability of each label = Σ log(1 + e^(z·s)) over the rows that count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Loss(double* s, double* z, int n)
    {
        var sum = S.Of(0);
        for (nint i = 0; i < n; i += S.Lanes)
        {
            var sign = S.Load(z + i);
            sum = S.Fma(S.Multiply(sign, sign), Functions<V, S>.Softplus(S.Multiply(sign, S.Load(s + i))), sum);
        }
        return S.Sum(sum);
    }

    /// <summary>a ← a + scale·b, count numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double* a, double scale, double* b, nint count)
    {
        var factor = S.Of(scale);
        for (nint i = 0; i < count; i += S.Lanes)
            S.Store(S.Fma(factor, S.Load(b + i), S.Load(a + i)), a + i);
    }

    static void StoreThree(double* column, nint i0, nint i1, nint i2, V c0, V c1, V c2)
    {
        S.Store(c0, column + i0);
        S.Store(c1, column + i1);
        S.Store(c2, column + i2);
    }

    static void SumFour(double* g, nint depth, nint j0, nint j1, nint j2, nint j3, V g0, V g1, V g2, V g3)
    {
        g[j0 * depth] = S.Sum(g0);
        g[j1 * depth] = S.Sum(g1);
        g[j2 * depth] = S.Sum(g2);
        g[j3 * depth] = S.Sum(g3);
    }
}
