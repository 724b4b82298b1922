using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>The fast path against the readable one, against itself on other threads, and its manners.</summary>
public class TrainerTests
{
    public static TheoryData<int> Widths => [.. Supported.Lanes.Select(lanes => (int)lanes)];

    // Of a vector's largest number: single ones may cancel to nearly nothing.
    static double Difference(Matrix<double> expected, Matrix<double> actual) =>
        (expected - actual).Enumerate().Max(Math.Abs) / Math.Max(expected.Enumerate().Max(Math.Abs), 1e-300);

    static double Difference(Mlp expected, Mlp actual) => expected.Layers.Zip(actual.Layers, (e, a) =>
        Math.Max(Difference(e.Weights, a.Weights), Difference(e.Bias.ToColumnMatrix(), a.Bias.ToColumnMatrix()))).Max();

    static Training Post(Lanes lanes) => new(Reference.FromSeed44().Start, Reference.FromSeed44().Data, 0.01, Reduction.Sum, lanes);

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_posts_run_agrees_with_the_readable_path(int lanes)
    {
        var (model, loss) = Post((Lanes)lanes).Fast(1001);
        var readable = Post((Lanes)lanes).Readable(1001);
        Near.Relative(readable.Loss, loss, 1e-12);
        Near.Relative(readable.Model, model, 1e-12);
    }

    [Fact]
    public void Random_networks_agree_with_the_readable_path() =>
        Training.Gen.Sample(training =>
        {
            var (model, loss) = training.Fast(4);
            var readable = training.Readable(4);
            return Difference(readable.Model, model) <= 1e-12 && Math.Abs(readable.Loss - loss) <= 1e-12 * readable.Loss;
        }, iter: Supported.Withheld ? 15 : 150, print: training => training.ToString());

    [Theory] // Around the ends of vectors, tiles and blocks, where an edge goes wrong first.
    [MemberData(nameof(Widths))]
    public void Every_number_of_points_and_units_near_an_edge_agrees(int lanes)
    {
        Activation[] hidden = [Activation.Tanh, Activation.Sigmoid];
        foreach (var points in new[] { 1, 2, 4, 5, 7, 8, 9, 23, 24, 25, 33, 48, 49, 479, 481 })
            foreach (var (inputs, units, last) in new[] { (1, 1, 1), (2, 3, 2), (3, 4, 5), (5, 2, 9), (4, 65, 3) })
            {
                var training = Training.Of([inputs, units, last, 1], hidden, points, Reduction.Sum, (Lanes)lanes, 7);
                var (model, loss) = training.Fast(2);
                var readable = training.Readable(2);
                Assert.True(Difference(readable.Model, model) <= 1e-12, $"{training}: {Difference(readable.Model, model)}");
                Near.Relative(readable.Loss, loss, 1e-12);
            }
    }

    [Theory] // So that a chunk is a sum of several blocks, and the last one short.
    [InlineData(4_003, 80, 1)]
    [InlineData(17_003, 3, 2)]
    public void More_blocks_than_chunks_agree(int points, int units, int threads)
    {
        var training = Training.Of([2, units, 1], [Activation.Sigmoid], points, Reduction.Mean, LanesOf.Processor, 5);
        var plan = new Plan(training.Start, points);
        Assert.True(plan.Blocks(points) > plan.Chunks, $"{plan.Blocks(points)} blocks, {plan.Chunks} chunks");
        var (model, loss) = training.Fast(2, threads);
        var readable = training.Readable(2);
        Assert.True(Difference(readable.Model, model) <= 1e-12, $"{training}: {Difference(readable.Model, model)}");
        Near.Relative(readable.Loss, loss, 1e-12);
    }

    [Theory]
    [InlineData(2_000, new[] { 2, 3, 1 })]
    [InlineData(20_001, new[] { 2, 64, 1 })]
    [InlineData(1_003, new[] { 5, 70, 33, 1 })]
    public void Any_number_of_threads_gives_the_same_bits(int points, int[] widths)
    {
        var training = Training.Of(widths, [.. widths.Skip(2).Select(_ => Activation.Sigmoid)], points, Reduction.Mean, LanesOf.Processor, 3);
        var one = training.Fast(20);
        foreach (var threads in new[] { 2, 3, 5 })
            for (var again = 0; again < 3; again++)
                Assert.Equal(one, training.Fast(20, threads));
    }

    [Fact]
    public void Vectors_of_every_width_agree() =>
        Training.Gen.Sample(training =>
        {
            var plain = (training with { Lanes = Lanes.One }).Fast(4);
            return Supported.Lanes.All(lanes => Difference(plain.Model, (training with { Lanes = lanes }).Fast(4).Model) <= 1e-12);
        }, iter: Supported.Withheld ? 15 : 60, print: training => training.ToString());

    [Theory]
    [InlineData(200, 3, 1)]
    [InlineData(20_000, 16, 2)]
    public void An_update_allocates_nothing(int points, int units, int threads)
    {
        var training = Training.Of([2, units, 1], [Activation.Sigmoid], points, Reduction.Mean, LanesOf.Processor, 1);
        var trainer = training.Trainer(threads);
        void Update()
        {
            trainer.Gradient(withLoss: true);
            trainer.Step(training.Alpha, training.Reduction);
        }

        for (var i = 0; i < 50; i++)
            Update();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            Update();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Moving_over_elements_allocates_nothing()
    {
        var (data, start) = Reference.FromSeed44();
        using var run = GradientDescent.Run(start, data, 0.01, Reduction.Sum).GetEnumerator();
        for (var i = 0; i < 50; i++)
            run.MoveNext();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            run.MoveNext();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_epoch_stays_what_it_was_while_the_training_goes_on()
    {
        var (data, start) = Reference.FromSeed44();
        using var run = GradientDescent.Run(start, data, 0.01, Reduction.Sum).GetEnumerator();
        Assert.True(run.MoveNext() && run.MoveNext());
        var epoch = run.Current;
        Assert.Same(epoch, run.Current);
        var weights = epoch.Model.Layers[0].Weights.ToArray();
        for (var i = 0; i < 10; i++)
            run.MoveNext();
        Assert.Equal(weights, epoch.Model.Layers[0].Weights.ToArray());
        Assert.NotEqual(epoch.Model, run.Current.Model);
    }

    [Fact]
    public void What_is_looked_at_on_the_way_changes_nothing()
    {
        var (data, start) = Reference.FromSeed44();
        var run = GradientDescent.Run(start, data, 0.01, Reduction.Sum);
        Assert.Equal(run.ElementAt(100), run.Take(101).ToArray()[100]);
    }

    [Fact]
    public void A_loss_of_saturated_points_keeps_its_digits()
    {
        var x = Matrices.Of(new double[,] { { 40 }, { -60 } });
        var (data, start) = (new Dataset(x, Matrices.Of(new double[,] { { 1 }, { 0 } })), new Mlp(new Layer(Matrices.Of(new double[,] { { 1 } }), Matrices.Of(0.0), Activation.Sigmoid)));
        Near.Relative((Math.Exp(-40) + Math.Exp(-60)) / 2, GradientDescent.Run(start, data, 0.01, Reduction.Sum).First().Loss, 1e-15);
    }

    [Fact]
    public void The_widest_vectors_of_the_processor_are_used() =>
        Assert.Equal(Environment.GetEnvironmentVariable("PERCEPTRON_TESTS_LANES") is { } lanes ? Enum.Parse<Lanes>(lanes) : Supported.Widest, LanesOf.Processor);
}
