using CsCheck;

namespace Perceptron.Tests;

public class EpochsTests
{
    static IEnumerable<Epoch> Run()
    {
        var (data, start) = Reference.FromSeed44();
        return GradientDescent.Run(start, data, 0.01, Reduction.Sum);
    }

    static Epoch[] Losses(params double[] losses) => [.. losses.Select((loss, t) => new Epoch(t, loss, Reference.Initial))];

    [Fact]
    public void Every_hundredth_element_is_the_same_as_without_the_others()
    {
        var all = Run().Take(401).ToArray();
        Assert.Equal([all[0], all[100], all[200], all[300], all[400]], Run().Every(100).Take(5));
    }

    [Fact]
    public void Until_ends_with_the_first_that_got_there()
    {
        Assert.Equal([3, 2, 1.0], Losses(3, 2, 1, 0, 1).Until(epoch => epoch.Loss <= 1).Select(epoch => epoch.Loss));
        var end = Run().Until(epoch => epoch.Loss < 0.1).ToArray();
        Assert.True(end[^1].Loss < 0.1 && end[^2].Loss >= 0.1);
    }

    [Fact]
    public void Early_stopping_waits_for_as_long_as_its_patience()
    {
        double[] losses = [5, 4, 4.5, 3, 3, 3.5, 3.2, 1, 0];
        Assert.Equal([5, 4, 4.5], Losses(losses).WhileImproving(1, epoch => epoch.Loss).Select(epoch => epoch.Loss));
        Assert.Equal([5, 4, 4.5, 3, 3, 3.5], Losses(losses).WhileImproving(2, epoch => epoch.Loss).Select(epoch => epoch.Loss));
        Assert.Equal(losses, Losses(losses).WhileImproving(4, epoch => epoch.Loss).Select(epoch => epoch.Loss));
        Assert.Equal([1, double.NaN], Losses(1, double.NaN, 0).WhileImproving(1, epoch => epoch.Loss).Select(epoch => epoch.Loss));
    }

    [Fact]
    public void Bad_calls_are_refused_at_the_call()
    {
        Refused.Range("updates", "at least 1", "0", () => Run().Every(0));
        Refused.Range("patience", "at least 1", "0", () => Run().WhileImproving(0, epoch => epoch.Loss));
        Refused.Range("size", "at least 1", "0", () => Dataset.Circles(44).Batches(0, 1));
        Refused.Null("run", () => Epochs.Every(null!, 1));
        Refused.Null("reached", () => Run().Until(null!));
        Refused.Null("error", () => Run().WhileImproving(1, null!));
    }

    [Fact]
    public void Each_turn_of_batches_has_every_point_once_in_a_new_order() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[1, 70], Gen.UInt).Sample((count, size, seed) =>
        {
            var data = Dataset.Circles(new NumPyRandom(1), count);
            var turns = data.Batches(size, seed).Take(2 * ((count + size - 1) / size)).ToArray();
            static (double, double, double)[] Points(IEnumerable<Dataset> batches) =>
                [.. batches.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => (b.X[i, 0], b.X[i, 1], b.Y[i, 0])))];
            var (first, second) = (Points(turns.Take(turns.Length / 2)), Points(turns.Skip(turns.Length / 2)));
            var all = Points([data]);
            return turns.SkipLast(1).All(b => b.Count <= size) && first.Order().SequenceEqual(all.Order()) && second.Order().SequenceEqual(all.Order())
                && Points(data.Batches(size, seed).Take(turns.Length)).SequenceEqual(first.Concat(second))
                && (count < 20 || !first.SequenceEqual(second));
        });

    [Fact] // The batches change their size at the end of a turn, and the kernels' storage is used again.
    public void Training_on_batches_is_the_readable_step_on_each_of_them()
    {
        var (data, start) = Reference.FromSeed44();
        var model = start;
        var run = GradientDescent.Run(start, data.Batches(48, 7), 0.5, Reduction.Mean).Take(13);
        foreach (var (epoch, batch) in run.Zip(data.Batches(48, 7)))
        {
            Near.Relative(model, epoch.Model, 1e-12);
            var pass = model.Forward(batch.X);
            Near.Relative(CrossEntropy.Loss(pass.Scores, batch.Y, Reduction.Mean), epoch.Loss, 1e-12);
            model = model.Step(model.Backward(pass, CrossEntropy.Gradient(pass.Scores, batch.Y, Reduction.Mean)), 0.5);
        }
    }

    [Fact] // The first batch has less room than the second needs.
    public void Batches_may_grow()
    {
        var (data, start) = Reference.FromSeed44();
        Dataset[] batches = [data.Batches(3, 1).First(), data, data.Batches(10, 1).First()];
        var model = start;
        foreach (var (epoch, batch) in GradientDescent.Run(start, batches, 0.01, Reduction.Sum).Zip(batches))
        {
            Near.Relative(model, epoch.Model, 1e-12);
            var pass = model.Forward(batch.X);
            model = model.Step(model.Backward(pass, CrossEntropy.Gradient(pass.Scores, batch.Y, Reduction.Sum)), 0.01);
        }
        Assert.Equal(3, GradientDescent.Run(start, batches, 0.01, Reduction.Sum).Count());
    }
}
