using System.Globalization;

namespace Perceptron.Tests;

public class GradientDescentTests
{
    static double TrainingAccuracy(Mlp model, Dataset data) => Accuracy.Of(model.Predict(data.X), data.Y);

    static Epoch After(int updates, double alpha, Reduction reduction)
    {
        var (data, start) = Reference.FromSeed44();
        return GradientDescent.Run(start, data, alpha, reduction).ElementAt(updates);
    }

    [Fact]
    public void Seed_44_gives_the_posts_points_and_labels()
    {
        var data = Dataset.Circles(44);
        Near.Relative(Reference.X, data.X, 1e-15);
        Assert.Equal(Reference.Y, data.Y.Column(0));
    }

    [Fact]
    public void The_stream_of_seed_44_goes_on_to_the_posts_first_weights() =>
        Assert.Equal(Reference.Initial, Reference.FromSeed44().Start);

    [Fact]
    public void The_posts_run_is_reproduced()
    {
        var (data, start) = Reference.FromSeed44();
        var run = GradientDescent.Run(start, data, alpha: 0.01, Reduction.Sum).Take(1002).ToList();

        var losses = Reference.Losses;
        Assert.Equal(1001, losses.Length);
        for (var t = 0; t < losses.Length; t++)
            Near.Relative(losses[t], run[t].Loss, 1e-12);
        Near.Relative(Reference.Final, run[1001].Model, 1e-10);
        Assert.Equal(1.0, Reference.Accuracy);
        Assert.Equal(1.0, TrainingAccuracy(run[1001].Model, data));
    }

    [Fact]
    public void The_eleven_losses_that_the_post_prints_agree_to_twelve_digits()
    {
        var (data, start) = Reference.FromSeed44();
        var run = GradientDescent.Run(start, data, alpha: 0.01, Reduction.Sum).Take(1001).ToList();
        Assert.Equal(11, Reference.Printed.Count());
        foreach (var (update, loss) in Reference.Printed)
            Assert.Equal(
                double.Parse(loss, CultureInfo.InvariantCulture).ToString("E11", CultureInfo.InvariantCulture),
                run[update].Loss.ToString("E11", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Element_t_is_the_model_after_t_updates()
    {
        var (data, start) = Reference.FromSeed44();
        var run = GradientDescent.Run(start, data, 0.01, Reduction.Sum);
        Assert.Equal(start, run.First().Model);
        Assert.Equal([0, 1, 2, 3], run.Take(4).Select(epoch => epoch.Updates));

        var pass = start.Forward(data.X);
        var once = start.Step(start.Backward(pass, CrossEntropy.Gradient(pass.Scores, data.Y, Reduction.Sum)), 0.01);
        Near.Relative(once, run.ElementAt(1).Model, 1e-13);
        Near.Relative(CrossEntropy.Loss(pass.Scores, data.Y, Reduction.Mean), run.First().Loss, 1e-14);
    }

    [Fact]
    public void Every_enumeration_trains_anew_and_changes_nothing_it_was_given()
    {
        var (data, start) = Reference.FromSeed44();
        var run = GradientDescent.Run(start, data, 0.01, Reduction.Sum);
        Assert.Equal(run.Take(5).ToList(), run.Take(5).ToList());
        Assert.Equal(Reference.Initial, start);
        Near.Relative(Reference.X, data.X, 1e-15);
    }

    [Fact]
    public void It_is_lazy() =>
        Assert.Equal(0, GradientDescent.Run(Reference.Initial, Dataset.Circles(44), 0.01, Reduction.Sum).First().Updates);

    [Fact]
    public void A_bad_call_is_refused_at_the_call_not_at_the_first_element()
    {
        var (data, start) = Reference.FromSeed44();
        Refused.Null("start", () => GradientDescent.Run(null!, data, 0.01, Reduction.Sum));
        Refused.Null("data", () => GradientDescent.Run(start, (Dataset)null!, 0.01, Reduction.Sum));
        Refused.Null("batches", () => GradientDescent.Run(start, (IEnumerable<Dataset>)null!, 0.01, Reduction.Sum));
        foreach (var alpha in new[] { 0, -0.01, double.NaN, double.PositiveInfinity })
            Refused.Range("alpha", "above 0", alpha.ToString("R", CultureInfo.InvariantCulture), () => GradientDescent.Run(start, data, alpha, Reduction.Sum));
        Refused.Range("reduction", "Mean or Sum", "7", () => GradientDescent.Run(start, data, 0.01, (Reduction)7));
        Refused.Argument("start", "2 inputs", "Mlp 3→1", () => GradientDescent.Run(Mlp.Random(new(1), 3, 1), data, 0.01, Reduction.Sum));
        Refused.Argument("start", "1 output", "Mlp 2→2", () => GradientDescent.Run(Mlp.Random(new(1), 2, 2), data, 0.01, Reduction.Sum));
        Refused.Argument("start", "last layer is sigmoid", "is identity", () =>
            GradientDescent.Run(new Mlp(start.Layers[0], start.Layers[1].With(Activation.Identity)), data, 0.01, Reduction.Sum));
    }

    [Fact]
    public void A_rate_that_leaves_the_finite_numbers_is_reported_with_the_update()
    {
        var (data, start) = Reference.FromSeed44();
        var run = GradientDescent.Run(start, data, 1e308, Reduction.Sum);
        Assert.Contains("alpha = 1E+308", Assert.Throws<ArithmeticException>(() => run.Take(100).Count()).Message);
    }

    [Fact]
    public void The_sequence_says_what_it_is_and_that_it_has_no_end() =>
        Assert.Equal("Gradient descent of Mlp 2→3→1 (13 parameters) on circles, alpha = 0.01, summed gradient: an endless sequence of epochs, cut it with .Take(n)",
            GradientDescent.Run(Reference.Initial, Dataset.Circles(44), 0.01, Reduction.Sum).ToString());

    [Fact]
    public void An_epoch_says_its_loss() =>
        Assert.Equal("after 100 updates: loss 0.425752", After(100, 0.01, Reduction.Sum).ToString());
}
