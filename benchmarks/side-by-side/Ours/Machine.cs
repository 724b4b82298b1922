using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace Perceptron;

/// <summary>What is measured of the kernels by themselves, on one thread.</summary>
abstract unsafe class Machine
{
    public static Machine Widest() => LanesOf.Processor switch
    {
        Lanes.Eight => new Machine<Vector512<double>, Simd512>(),
        Lanes.Four => new Machine<Vector256<double>, Simd256>(),
        _ => new Machine<double, Plain>(),
    };

    /// <summary>The lesson's run by <see cref="Limit{V, S}"/>.</summary>
    public abstract double Limit(Mlp start, Dataset data, double alpha, int updates);

    /// <summary>Nanoseconds for one σ and for one multiplication with addition, both of numbers in the first-level cache.</summary>
    public abstract (double Sigmoid, double MultiplyAdd) Speeds();

    /// <summary>C = AB by blocks of rows, as a layer goes forward. A m×k and B k×n, column after column; C comes block after block.</summary>
    public abstract Func<double> Product(double[] a, double[] b, int m, int k, int n);
}

/// <inheritdoc/>
sealed unsafe class Machine<V, S> : Machine where V : struct where S : struct, ISimd<V>
{
    const int Rows = 48;

    public override double Limit(Mlp start, Dataset data, double alpha, int updates) => Limit<V, S>.Run(start, data, alpha, updates);

    public override (double Sigmoid, double MultiplyAdd) Speeds()
    {
        const int count = 1024, depth = 16, width = 4;
        Doubles numbers = new(count), a = new(Rows * depth), b = new(depth * width), c = new(Rows * width);
        var kernels = ActivationKernels.Of<V, S>(Activation.Sigmoid);
        return (Best(() => kernels.Activate(numbers.At, count)) / count,
            Best(() => Kernels<V, S>.Product(a.At, b.At, 1, depth, null, c.At, Rows, Rows, depth, width)) / (Rows * depth * width));
    }

    public override Func<double> Product(double[] a, double[] b, int m, int k, int n)
    {
        var blocks = (m + Rows - 1) / Rows;
        Doubles fromA = new((long)blocks * Rows * k), fromB = new(b.Length), c = new((long)blocks * Rows * n);
        b.CopyTo(fromB.Span);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < k; j++)
                fromA.Span[(i / Rows * k + j) * Rows + i % Rows] = a[j * m + i];
        }
        return () =>
        {
            for (nint block = 0; block < blocks; block++)
                Kernels<V, S>.Product(fromA.At + block * Rows * k, fromB.At, 1, k, null, c.At + block * Rows * n, Rows, Rows, k, n);
            return c.Span[(blocks * n - 1) * Rows + (m - 1) % Rows];
        };
    }

    /// <summary>Nanoseconds of one call, the least of many.</summary>
    static double Best(Action call)
    {
        const int calls = 1000, rounds = 200;
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
                call();
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalNanoseconds / calls);
        }
        return best;
    }
}
