using CsCheck;

namespace Perceptron.Tests;

public class ShapesTests
{
    static readonly (string Name, Func<int, int, double, Dataset> Draw, Func<NumPyRandom, Dataset> FromStream)[] All =
    [
        ("blobs", Dataset.Blobs, random => Dataset.Blobs(random)),
        ("circles", Dataset.Circles, random => Dataset.Circles(random)),
        ("moons", Dataset.Moons, random => Dataset.Moons(random)),
        ("xor", Dataset.Xor, random => Dataset.Xor(random)),
        ("spirals", Dataset.Spirals, random => Dataset.Spirals(random)),
    ];

    [Fact]
    public void Equal_seeds_give_equal_points_and_other_seeds_give_others() =>
        Assert.All(All, set =>
        {
            Assert.Equal(set.Draw(7, 50, 0.1).X, set.Draw(7, 50, 0.1).X);
            Assert.NotEqual(set.Draw(7, 50, 0.1).X, set.Draw(8, 50, 0.1).X);
        });

    [Fact]
    public void A_seed_is_the_start_of_a_stream()
    {
        Assert.Equal(Dataset.Blobs(3).X, Dataset.Blobs(new NumPyRandom(3)).X);
        Assert.Equal(Dataset.Circles(3).X, Dataset.Circles(new NumPyRandom(3)).X);
        Assert.Equal(Dataset.Moons(3).X, Dataset.Moons(new NumPyRandom(3)).X);
        Assert.Equal(Dataset.Xor(3).X, Dataset.Xor(new NumPyRandom(3)).X);
        Assert.Equal(Dataset.Spirals(3).X, Dataset.Spirals(new NumPyRandom(3)).X);
    }

    [Fact]
    public void Half_of_the_points_are_of_each_class() =>
        Gen.Select(Gen.OneOf(All), Gen.Int[0, 1000], Gen.Int[2, 30]).Sample((set, seed, count) =>
        {
            var data = set.Draw(seed, count, 0.1);
            return data.Count == count && data.Dimensions == 2 && data.Name == set.Name && data.Y.Enumerate().Sum() == count / 2;
        });

    [Fact]
    public void The_classes_are_mixed() =>
        Assert.All(All, set => Assert.InRange(set.Draw(1, 200, 0.1).Y.Column(0).Take(100).Sum(), 30, 70));

    [Fact]
    public void Noise_is_the_spread_round_the_shape()
    {
        var data = Dataset.Blobs(5, count: 4000, noise: 0.3);
        var spread = data.X.MapIndexed((i, _, x) => x - (data.Y[i, 0] == 1 ? 2 : -2));
        Assert.Equal(0.3, spread.FrobeniusNorm() / Math.Sqrt(8000), 0.01);
    }

    [Fact]
    public void Circles_have_radius_3_for_class_0_and_1_for_class_1()
    {
        var data = Dataset.Circles(1, noise: 1e-9);
        for (var i = 0; i < data.Count; i++)
            Assert.Equal(data.Y[i, 0] == 0 ? 3 : 1, data.X.Row(i).L2Norm(), 1e-7);
    }

    [Fact]
    public void Xor_is_class_1_where_the_signs_differ()
    {
        var data = Dataset.Xor(1, noise: 1e-9);
        for (var i = 0; i < data.Count; i++)
            Assert.Equal(data.Y[i, 0] == 1, data.X[i, 0] * data.X[i, 1] < 0);
        Assert.Equal(4, data.X.EnumerateRows().Select(x => (Math.Sign(x[0]), Math.Sign(x[1]))).Distinct().Count());
    }

    [Fact]
    public void The_moons_are_half_circles_reaching_into_each_other()
    {
        var data = Dataset.Moons(1, noise: 1e-9);
        for (var i = 0; i < data.Count; i++)
        {
            var (x, y) = (data.X[i, 0], data.X[i, 1]);
            Assert.Equal(1, data.Y[i, 0] == 0 ? Math.Sqrt(x * x + y * y) : Math.Sqrt((x - 1) * (x - 1) + (y - 0.5) * (y - 0.5)), 1e-7);
            Assert.True(data.Y[i, 0] == 0 ? y >= -1e-7 : y <= 0.5 + 1e-7);
        }
    }

    [Fact]
    public void The_arms_of_the_spirals_are_half_a_turn_apart()
    {
        var data = Dataset.Spirals(1, noise: 1e-9);
        for (var i = 0; i < data.Count; i++)
        {
            var x = data.X.Row(i) * (data.Y[i, 0] == 0 ? 1 : -1);
            var angle = 3 * Math.PI * (x.L2Norm() - 0.5) / 2.5;
            Assert.Equal(Math.Cos(angle), x[0] / x.L2Norm(), 1e-6);
            Assert.Equal(Math.Sin(angle), x[1] / x.L2Norm(), 1e-6);
        }
    }

    [Fact]
    public void Blobs_are_separated_by_a_line() =>
        Assert.All(Enumerable.Range(0, 200), seed =>
        {
            var data = Dataset.Blobs(seed);
            for (var i = 0; i < data.Count; i++)
                Assert.Equal(data.Y[i, 0] == 1, data.X[i, 0] + data.X[i, 1] > 0);
        });

    [Fact]
    public void A_bad_seed_count_or_noise_is_refused_before_the_stream_moves()
    {
        Assert.All(All, set =>
        {
            Refused.Range("seed", "at least 0", "got -1", () => set.Draw(-1, 200, 0.1));
            Refused.Range("count", "at least 2", "got 1", () => set.Draw(1, 1, 0.1));
            Refused.Range("noise", "above 0", "got 0", () => set.Draw(1, 200, 0));
            Refused.Range("noise", "above 0", "got -1", () => set.Draw(1, 200, -1));
            Refused.Range("noise", "above 0", "NaN", () => set.Draw(1, 200, double.NaN));
            Refused.Range("noise", "above 0", "Infinity", () => set.Draw(1, 200, double.PositiveInfinity));
            Refused.Null("random", () => set.FromStream(null!));
        });
        var random = new NumPyRandom(1);
        Refused.Range("noise", "above 0", "got 0", () => Dataset.Circles(random, noise: 0));
        Assert.Equal(new NumPyRandom(1).NextUInt32(), random.NextUInt32());
    }
}
