using BenchmarkDotNet.Attributes;

namespace Perceptron.Benchmarks;

/// <summary>A hundred updates, nobody looking at the epochs on the way.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    Dataset data = null!;
    Mlp start = null!;

    [Params(200, 20_000)]
    public int Points { get; set; }

    [Params(3, 64)]
    public int Units { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var random = new NumPyRandom(44);
        data = Dataset.Circles(random, Points);
        start = Mlp.Random(random, 2, Units, 1);
    }

    [Benchmark]
    public Epoch Hundred_updates() => GradientDescent.Run(start, data, 2.0, Reduction.Mean).ElementAt(100);

    [Benchmark]
    public Epoch Hundred_updates_with_every_epoch() => GradientDescent.Run(start, data, 2.0, Reduction.Mean).Take(101).ToArray()[^1];
}
