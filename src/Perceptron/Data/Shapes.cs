using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

// Every set is two curves with Gaussian noise: a point of class k is cₖ(t) + noise·(N, N), with t uniform in [0, 1).
public sealed partial class Dataset
{
    /// <summary>Two round clouds about (−2, −2), class 0, and (2, 2), class 1: a straight line separates them while the noise is small.</summary>
    /// <param name="seed">Equal seeds give equal points.</param>
    /// <param name="count">The number of points, half in each class.</param>
    /// <param name="noise">The standard deviation in each coordinate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative, the count below 2, or the noise not a finite number above 0.</exception>
    public static Dataset Blobs(int seed, int count = 200, double noise = 0.6) => Blobs(Stream(seed), count, noise);

    /// <summary>The same from a stream that goes on afterwards.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Blobs(NumPyRandom random, int count = 200, double noise = 0.6) =>
        Draw("blobs", random, count, noise, _ => (-2, -2), _ => (2, 2));

    /// <summary>Two circles round the origin: radius 3 is class 0, radius 1 is class 1. Seed 44 gives the points of the post.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Circles(int seed, int count = 200, double noise = 0.05) => Circles(Stream(seed), count, noise);

    /// <summary>The same from a stream that goes on afterwards: the post draws its weights after its points.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Circles(NumPyRandom random, int count = 200, double noise = 0.05) =>
        Draw("circles", random, count, noise, Turn(radius: 3), Turn(radius: 1));

    /// <summary>Two half circles, each reaching into the other: the upper one round (0, 0) is class 0, the lower one round (1, ½) class 1.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Moons(int seed, int count = 200, double noise = 0.1) => Moons(Stream(seed), count, noise);

    /// <summary>The same from a stream that goes on afterwards.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Moons(NumPyRandom random, int count = 200, double noise = 0.1) =>
        Draw("moons", random, count, noise,
            t => (Math.Cos(Math.PI * t), Math.Sin(Math.PI * t)),
            t => (1 - Math.Cos(Math.PI * t), 0.5 - Math.Sin(Math.PI * t)));

    /// <summary>Four clouds at (±1, ±1): class 1 where the signs differ. No straight line gets more than three of them right.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Xor(int seed, int count = 200, double noise = 0.25) => Xor(Stream(seed), count, noise);

    /// <summary>The same from a stream that goes on afterwards.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Xor(NumPyRandom random, int count = 200, double noise = 0.25) =>
        Draw("xor", random, count, noise,
            t => t < 0.5 ? (-1, -1) : (1, 1),
            t => t < 0.5 ? (-1, 1) : (1, -1));

    /// <summary>Two arms that wind one and a half times round the origin, each half a turn from the other.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Spirals(int seed, int count = 200, double noise = 0.1) => Spirals(Stream(seed), count, noise);

    /// <summary>The same from a stream that goes on afterwards.</summary>
    /// <inheritdoc cref="Blobs(int, int, double)"/>
    public static Dataset Spirals(NumPyRandom random, int count = 200, double noise = 0.1) =>
        Draw("spirals", random, count, noise, Arm(sign: 1), Arm(sign: -1));

    static Func<double, (double X, double Y)> Turn(double radius) => t =>
        (radius * Math.Cos(2 * Math.PI * t), radius * Math.Sin(2 * Math.PI * t));

    static Func<double, (double X, double Y)> Arm(double sign) => t =>
    {
        var (radius, angle) = (0.5 + 2.5 * t, 3 * Math.PI * t);
        return (sign * radius * Math.Cos(angle), sign * radius * Math.Sin(angle));
    };

    static NumPyRandom Stream(int seed)
    {
        Require.AtLeast(0, seed, "Dataset");
        return new NumPyRandom((uint)seed);
    }

    // The order of the draws is the post's: for each class all t, then all noise in x, then all noise in y; last the order of the rows.
    static Dataset Draw(string name, NumPyRandom random, int count, double noise, params Func<double, (double X, double Y)>[] curves)
    {
        ArgumentNullException.ThrowIfNull(random);
        Require.AtLeast(2, count, "Dataset");
        Require.Positive(noise, "Dataset");
        var (x, y) = (Matrix<double>.Build.Dense(count, 2), Matrix<double>.Build.Dense(count, 1));
        var row = 0;
        foreach (var size in new[] { count - count / 2, count / 2 })
        {
            var label = row == 0 ? 0 : 1;
            var points = random.Uniform(size).Select(curves[label]).ToArray();
            for (var i = 0; i < size; i++)
                x[row + i, 0] = points[i].X + noise * random.Normal();
            for (var i = 0; i < size; i++)
                (x[row + i, 1], y[row + i, 0]) = (points[i].Y + noise * random.Normal(), label);
            row += size;
        }

        var order = random.Permutation(count);
        return new Dataset(
            Matrix<double>.Build.Dense(count, 2, (i, j) => x[order[i], j]),
            Matrix<double>.Build.Dense(count, 1, (i, j) => y[order[i], j]),
            name);
    }
}
