using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>What the lesson's notes say was measured: each number comes from a run here.</summary>
public class MeasuredTests
{
    static double TrainingAccuracy(Mlp model, Dataset data) => Accuracy.Of(model.Predict(data.X), data.Y);

    static Epoch After(int updates, double alpha, Reduction reduction)
    {
        var (data, start) = Reference.FromSeed44();
        return GradientDescent.Run(start, data, alpha, reduction).ElementAt(updates);
    }

    [Fact]
    public void The_mean_gradient_with_the_posts_rate_learns_nothing()
    {
        var end = After(1001, 0.01, Reduction.Mean);
        Assert.Equal(0.6923, end.Loss, 4);
        Assert.Equal(0.54, TrainingAccuracy(end.Model, Dataset.Circles(44)));
    }

    [Fact]
    public void The_mean_gradient_with_200_times_the_rate_is_the_same_run()
    {
        var (data, start) = Reference.FromSeed44();
        var sum = GradientDescent.Run(start, data, 0.01, Reduction.Sum);
        var mean = GradientDescent.Run(start, data, 2.0, Reduction.Mean);
        foreach (var (s, m) in sum.Zip(mean).Take(1002))
            Near.Relative(s.Loss, m.Loss, 1e-12);
    }

    [Theory] // On one side too short, on the other too long: the rate of the post is not a robust choice.
    [InlineData(0.001, 0.875)]
    [InlineData(0.01, 1)]
    [InlineData(0.05, 1)]
    [InlineData(0.1, 0.5)]
    public void What_is_learned_hangs_on_the_learning_rate(double alpha, double accuracy) =>
        Assert.Equal(accuracy, TrainingAccuracy(After(1001, alpha, Reduction.Sum).Model, Dataset.Circles(44)));

    [Fact] // On separable data the likelihood has no maximum.
    public void The_loss_falls_and_the_weights_grow_for_as_long_as_one_trains()
    {
        var (data, start) = Reference.FromSeed44();
        double loss = double.PositiveInfinity, size = 0;
        foreach (var epoch in GradientDescent.Run(start, data, 0.01, Reduction.Sum).Take(20_001).Where(e => e.Updates is 1000 or 5000 or 20_000))
        {
            var now = epoch.Model.Layers[^1].Weights.FrobeniusNorm();
            Assert.True(epoch.Loss < loss && now > size, $"{epoch}");
            (loss, size) = (epoch.Loss, now);
        }
        Assert.Equal(0.00034, loss, 5);
    }

    [Fact]
    public void Without_hidden_sigmoids_the_network_is_one_logistic_regression()
    {
        var random = new NumPyRandom(44);
        var data = Dataset.Circles(random);
        var end = GradientDescent.Run(Mlp.Random(random, Activation.Identity, 2, 3, 1), data, 0.01, Reduction.Sum).ElementAt(1001);
        var single = LogisticRegression.Train(data, 0.01, 1001, Reduction.Sum);
        Assert.Equal(0.525, TrainingAccuracy(end.Model, data));
        Assert.Equal(0.692, end.Loss, 3);

        var collapsed = LogisticRegression.From(end.Model.Collapse());
        Near.Absolute(single.Weights.ToColumnMatrix(), collapsed.Weights.ToColumnMatrix(), 1e-6);
        Assert.Equal(single.Bias, collapsed.Bias, 1e-6);
    }

    [Theory]
    [InlineData(0.5, 0.7)]
    [InlineData(0, 0.5)]
    public void Equal_weights_stay_equal_and_do_the_work_of_one_unit(double value, double accuracy)
    {
        var data = Dataset.Circles(44);
        Layer Equal(int inputs, int units) => new(
            Matrix<double>.Build.Dense(inputs, units, value), Vector<double>.Build.Dense(units, value), Activation.Sigmoid);
        var end = GradientDescent.Run(new Mlp(Equal(2, 3), Equal(3, 1)), data, 0.01, Reduction.Sum).ElementAt(1001).Model;
        Near.Absolute(end.Layers[0].Weights.SubMatrix(0, 2, 0, 1), end.Layers[0].Weights.SubMatrix(0, 2, 2, 1), 1e-9);
        Assert.Equal(accuracy, TrainingAccuracy(end, data), 2);
    }

    [Theory]
    [InlineData(1, 0.72)]
    [InlineData(2, 0.91)]
    [InlineData(3, 1.00)]
    public void Three_hidden_units_are_needed_for_the_circles(int units, double accuracy)
    {
        var random = new NumPyRandom(44);
        var data = Dataset.Circles(random);
        var end = GradientDescent.Run(Mlp.Random(random, 2, units, 1), data, 0.01, Reduction.Sum).ElementAt(1001).Model;
        Assert.Equal(accuracy, TrainingAccuracy(end, data), 0.005);
    }

    [Fact]
    public void Forty_random_starts_all_learn_the_circles()
    {
        var data = Dataset.Circles(44);
        Assert.All(Enumerable.Range(0, 40), seed =>
            Assert.Equal(1, TrainingAccuracy(GradientDescent.Run(Mlp.Random(new NumPyRandom((uint)seed), 2, 3, 1), data, 0.01, Reduction.Sum).ElementAt(1001).Model, data)));
    }

    [Fact] // The problem is convex: classifiers trained on their own do not only ignore each other, they become the same one.
    public void Independent_classifiers_reach_the_same_optimum_from_any_start()
    {
        var data = Dataset.Circles(44);
        var single = LogisticRegression.Train(data, 0.01, 1001, Reduction.Sum);
        Assert.Equal(0.525, Accuracy.Of(single.Predict(data.X), data.Y));
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var start = new LogisticRegression((new NumPyRandom((uint)seed).Uniform(2) - 0.5) * 6, 2 - seed);
            var end = LogisticRegression.From(GradientDescent.Run(start.ToMlp(), data, 0.01, Reduction.Sum).ElementAt(1001).Model);
            Near.Absolute(single.Weights.ToColumnMatrix(), end.Weights.ToColumnMatrix(), 1e-9);
            Assert.Equal(single.Bias, end.Bias, 1e-9);
        }
    }

    [Fact]
    public void Under_the_feature_map_one_linear_classifier_is_enough()
    {
        var data = Dataset.Circles(44).Map(FeatureMap.Squares);
        Assert.Equal(1, Accuracy.Of(LogisticRegression.Train(data, 0.01, 1001, Reduction.Sum).Predict(data.X), data.Y));
    }
}
