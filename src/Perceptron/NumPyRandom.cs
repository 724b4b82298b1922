using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Perceptron;

/// <summary>
/// The random numbers of <c>numpy.random.RandomState(seed)</c>, bit for bit: MT19937 seeded by
/// <c>init_genrand</c>, doubles of 53 bits, normals by the polar method, permutations by masked rejection.
/// </summary>
/// <remarks>
/// A generator is a stream: each draw moves it on, so equal seeds and equal calls give equal numbers.
/// Not safe for several threads at once.
/// </remarks>
public sealed class NumPyRandom : RandomSource
{
    const int N = 624, M = 397;

    readonly uint[] state = new uint[N];
    int position = N;
    double? secondNormal;

    /// <summary>Starts the stream that <c>numpy.random.seed(seed)</c> starts.</summary>
    public NumPyRandom(uint seed) : base(threadSafe: false)
    {
        state[0] = seed;
        for (var i = 1; i < N; i++)
            state[i] = 1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + (uint)i;
    }

    /// <summary>The next 32 bits of the generator, as an unsigned number.</summary>
    public uint NextUInt32()
    {
        if (position == N)
            Twist();
        var bits = state[position++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9d2c5680u;
        bits ^= (bits << 15) & 0xefc60000u;
        return bits ^ (bits >> 18);
    }

    /// <summary>A matrix of numbers uniform in [0, 1), drawn row by row: NumPy's <c>rand(rows, columns)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1.</exception>
    public Matrix<double> Uniform(int rows, int columns)
    {
        Require.AtLeast(1, rows, "NumPyRandom.Uniform");
        Require.AtLeast(1, columns, "NumPyRandom.Uniform");
        var result = Matrix<double>.Build.Dense(rows, columns);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                result[i, j] = NextDouble();
        return result;
    }

    /// <summary>A vector of numbers uniform in [0, 1): NumPy's <c>rand(count)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public Vector<double> Uniform(int count)
    {
        Require.AtLeast(1, count, "NumPyRandom.Uniform");
        // Not with Build.Dense(count, draw): from some thousand numbers on MathNet calls draw from several threads at once.
        var result = Vector<double>.Build.Dense(count);
        for (var i = 0; i < count; i++)
            result[i] = NextDouble();
        return result;
    }

    /// <summary>A draw from the standard normal distribution, N(0, 1): NumPy's <c>randn()</c>.</summary>
    /// <remarks>The polar method makes two at a time; the second one is kept for the next call.</remarks>
    public double Normal()
    {
        if (secondNormal is { } kept)
        {
            secondNormal = null;
            return kept;
        }

        double u, v, square;
        do
        {
            u = 2 * NextDouble() - 1;
            v = 2 * NextDouble() - 1;
            square = u * u + v * v;
        }
        while (square is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        secondNormal = scale * u;
        return scale * v;
    }

    /// <summary>A draw from N(mean, std²): NumPy's <c>normal(mean, std)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, or the standard deviation is not a finite number above 0.</exception>
    public double Normal(double mean, double std)
    {
        Require.Finite(mean, "NumPyRandom.Normal");
        Require.Positive(std, "NumPyRandom.Normal");
        return mean + std * Normal();
    }

    /// <summary>The numbers 0 … n − 1 in random order: NumPy's <c>permutation(n)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public int[] Permutation(int n)
    {
        Require.AtLeast(1, n, "NumPyRandom.Permutation");
        var order = Enumerable.Range(0, n).ToArray();
        for (var i = n - 1; i > 0; i--)
        {
            var j = UpTo((uint)i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    /// <inheritdoc/>
    protected override double DoSample()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// <summary>Uniform in 0 … max: as many bits as max has, drawn again until they are not above it.</summary>
    int UpTo(uint max)
    {
        var mask = uint.MaxValue >> int.CreateChecked(uint.LeadingZeroCount(max));
        uint value;
        do
            value = NextUInt32() & mask;
        while (value > max);
        return (int)value;
    }

    void Twist()
    {
        for (var i = 0; i < N; i++)
        {
            var mixed = (state[i] & 0x80000000u) | (state[(i + 1) % N] & 0x7fffffffu);
            state[i] = state[(i + M) % N] ^ (mixed >> 1) ^ ((mixed & 1) * 0x9908b0dfu);
        }
        position = 0;
    }
}
