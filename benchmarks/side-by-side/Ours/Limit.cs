using System.Runtime.CompilerServices;

namespace Perceptron;

/// <summary>
/// What the lesson's run takes at least: two passes over points that stay in the first-level cache, written for two
/// coordinates and three units and nothing else. The engine's time over this one's is the price of any depth and width.
/// </summary>
static unsafe class Limit<V, S> where V : struct where S : struct, ISimd<V>
{
    /// <summary>The mean loss before the last update whose number is a multiple of 100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Run(Mlp start, Dataset data, double alpha, int updates)
    {
        if (start.Layers is not [{ Inputs: 2, Units: 3 }, { Units: 1 }] || data.Count % S.Lanes != 0)
            throw new ArgumentException($"This loop is for 2 coordinates, 3 units and points by the {S.Lanes}.");
        var (n, loss, rate) = (data.Count, 0.0, alpha / data.Count);
        Doubles x = new(2 * n), z = new(n), h = new(3 * n), s = new(n);
        data.X.AsColumnMajorArray().CopyTo(x.Span);
        for (var i = 0; i < n; i++)
            z.Span[i] = 1 - 2 * data.Y[i, 0];
        double[] w = [.. start.Layers[0].Weights.AsColumnMajorArray()], b = [.. start.Layers[0].Bias], wm = [.. start.Layers[1].Weights.AsColumnMajorArray()];
        var bm = start.Layers[1].Bias[0];
        double* x1 = x.At, x2 = x.At + n, h0 = h.At, h1 = h.At + n, h2 = h.At + 2 * n;
        for (var t = 0; t < updates; t++)
        {
            V w00 = S.Of(w[0]), w10 = S.Of(w[1]), w01 = S.Of(w[2]), w11 = S.Of(w[3]), w02 = S.Of(w[4]), w12 = S.Of(w[5]), b0 = S.Of(b[0]), b1 = S.Of(b[1]), b2 = S.Of(b[2]);
            for (nint i = 0; i < n; i += S.Lanes)
            {
                V a = S.Load(x1 + i), c = S.Load(x2 + i);
                S.Store(Functions<V, S>.Sigmoid(S.Fma(a, w00, S.Fma(c, w10, b0))), h0 + i);
                S.Store(Functions<V, S>.Sigmoid(S.Fma(a, w01, S.Fma(c, w11, b1))), h1 + i);
                S.Store(Functions<V, S>.Sigmoid(S.Fma(a, w02, S.Fma(c, w12, b2))), h2 + i);
            }
            V m0 = S.Of(wm[0]), m1 = S.Of(wm[1]), m2 = S.Of(wm[2]), bias = S.Of(bm), zero = S.Of(0);
            V gm0 = zero, gm1 = zero, gm2 = zero, gbm = zero, g00 = zero, g10 = zero, g01 = zero, g11 = zero, g02 = zero, g12 = zero, gb0 = zero, gb1 = zero, gb2 = zero;
            for (nint i = 0; i < n; i += S.Lanes)
            {
                V a = S.Load(x1 + i), c = S.Load(x2 + i), p0 = S.Load(h0 + i), p1 = S.Load(h1 + i), p2 = S.Load(h2 + i), sign = S.Load(z.At + i);
                var score = S.Fma(p0, m0, S.Fma(p1, m1, S.Fma(p2, m2, bias)));
                S.Store(score, s.At + i);
                var delta = S.Multiply(sign, Functions<V, S>.Sigmoid(S.Multiply(sign, score)));
                (gbm, gm0, gm1, gm2) = (S.Add(gbm, delta), S.Fma(p0, delta, gm0), S.Fma(p1, delta, gm1), S.Fma(p2, delta, gm2));
                V d0 = S.Multiply(S.Multiply(delta, m0), S.FmaNegated(p0, p0, p0)), d1 = S.Multiply(S.Multiply(delta, m1), S.FmaNegated(p1, p1, p1)), d2 = S.Multiply(S.Multiply(delta, m2), S.FmaNegated(p2, p2, p2));
                (gb0, gb1, gb2) = (S.Add(gb0, d0), S.Add(gb1, d1), S.Add(gb2, d2));
                (g00, g01, g02) = (S.Fma(a, d0, g00), S.Fma(a, d1, g01), S.Fma(a, d2, g02));
                (g10, g11, g12) = (S.Fma(c, d0, g10), S.Fma(c, d1, g11), S.Fma(c, d2, g12));
            }
            if (t % 100 == 0)
                loss = Kernels<V, S>.Loss(s.At, z.At, n) / n;
            bm -= rate * S.Sum(gbm);
            (wm[0], wm[1], wm[2]) = (wm[0] - rate * S.Sum(gm0), wm[1] - rate * S.Sum(gm1), wm[2] - rate * S.Sum(gm2));
            (b[0], b[1], b[2]) = (b[0] - rate * S.Sum(gb0), b[1] - rate * S.Sum(gb1), b[2] - rate * S.Sum(gb2));
            (w[0], w[2], w[4]) = (w[0] - rate * S.Sum(g00), w[2] - rate * S.Sum(g01), w[4] - rate * S.Sum(g02));
            (w[1], w[3], w[5]) = (w[1] - rate * S.Sum(g10), w[3] - rate * S.Sum(g11), w[5] - rate * S.Sum(g12));
        }
        return loss;
    }
}
