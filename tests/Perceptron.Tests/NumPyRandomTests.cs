using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>Against draws of NumPy itself (Data/numpy-draws.json), bit for bit.</summary>
public class NumPyRandomTests
{
    static readonly JsonElement[] Streams =
        [.. JsonDocument.Parse(Reference.Read("numpy-draws.json")).RootElement.GetProperty("streams").EnumerateArray()];

    public static TheoryData<uint> Seeds => [.. Streams.Select(stream => stream.GetProperty("seed").GetUInt32())];

    static JsonElement NumPy(uint seed, string draws) =>
        Streams.Single(stream => stream.GetProperty("seed").GetUInt32() == seed).GetProperty(draws);

    [Theory, MemberData(nameof(Seeds))]
    public void The_bits_are_NumPys_also_after_the_state_was_renewed_twice(uint seed)
    {
        var random = new NumPyRandom(seed);
        var bits = Enumerable.Range(0, 1300).Select(_ => random.NextUInt32()).ToArray();
        Assert.Equal(NumPy(seed, "firstBits").Deserialize<uint[]>(), bits[..5]);
        Assert.Equal(NumPy(seed, "laterBits").Deserialize<uint[]>(), bits[^5..]);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Uniform_matrices_are_drawn_row_by_row(uint seed) =>
        Assert.Equal(Reference.Matrix(NumPy(seed, "rand3x2")), new NumPyRandom(seed).Uniform(3, 2));

    [Theory, MemberData(nameof(Seeds))]
    public void A_uniform_vector_is_the_same_draws_as_a_matrix(uint seed) =>
        Assert.Equal(Reference.Matrix(NumPy(seed, "rand3x2")).ToRowMajorArray(), new NumPyRandom(seed).Uniform(6));

    [Theory, MemberData(nameof(Seeds))]
    public void Normals_are_NumPys(uint seed)
    {
        var random = new NumPyRandom(seed);
        Assert.Equal(NumPy(seed, "randn").Deserialize<double[]>(), Enumerable.Range(0, 7).Select(_ => random.Normal()));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Normals_take_a_mean_and_a_standard_deviation(uint seed)
    {
        var random = new NumPyRandom(seed);
        Assert.Equal(NumPy(seed, "normal10and3").Deserialize<double[]>(), Enumerable.Range(0, 3).Select(_ => random.Normal(10, 3)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_second_normal_waits_while_uniforms_are_drawn(uint seed)
    {
        var random = new NumPyRandom(seed);
        Assert.Equal(NumPy(seed, "randThenRandnTwice").Deserialize<double[]>(),
            new[] { random.NextDouble(), random.Normal(), random.NextDouble(), random.Normal() });
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Permutations_are_NumPys_and_leave_the_stream_where_NumPy_does(uint seed)
    {
        var random = new NumPyRandom(seed);
        Assert.Equal(NumPy(seed, "permutation37").Deserialize<int[]>(), random.Permutation(37));
        Assert.Equal(NumPy(seed, "randAfterIt").GetDouble(), random.NextDouble());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_permutation_of_one_draws_nothing(uint seed)
    {
        var random = new NumPyRandom(seed);
        Assert.Equal([0], random.Permutation(1));
        Assert.Equal(NumPy(seed, "permutation1ThenRand").GetDouble(), random.NextDouble());
    }

    [Fact] // MathNet fills a vector of this size from several threads; a stream has one order.
    public void A_long_vector_is_the_same_draw_as_a_matrix() =>
        Assert.Equal(new NumPyRandom(44).Uniform(100_000, 1).Column(0), new NumPyRandom(44).Uniform(100_000));

    [Fact]
    public void MathNet_can_draw_from_it()
    {
        var sample = new double[1000];
        MathNet.Numerics.Distributions.Normal.Samples(new NumPyRandom(1), sample, 0, 1);
        Assert.InRange(Vector<double>.Build.Dense(sample).Average(), -0.15, 0.15);
    }

    [Fact]
    public void Bad_counts_and_scales_are_refused_before_the_stream_moves()
    {
        var random = new NumPyRandom(44);
        Refused.Range("rows", "at least 1", "got 0", () => random.Uniform(0, 2));
        Refused.Range("columns", "at least 1", "got -1", () => random.Uniform(2, -1));
        Refused.Range("count", "at least 1", "got 0", () => random.Uniform(0));
        Refused.Range("n", "at least 1", "got 0", () => random.Permutation(0));
        Refused.Range("mean", "finite number", "NaN", () => random.Normal(double.NaN, 1));
        Refused.Range("std", "above 0", "got 0", () => random.Normal(0, 0));
        Refused.Range("std", "above 0", "Infinity", () => random.Normal(0, double.PositiveInfinity));
        Assert.Equal(new NumPyRandom(44).NextUInt32(), random.NextUInt32());
    }
}
