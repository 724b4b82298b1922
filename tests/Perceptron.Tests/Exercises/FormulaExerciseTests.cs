namespace Perceptron.Tests;

public class FormulaExerciseTests
{
    static readonly FormulaExercise[] All = [FormulaExercise.Threshold, FormulaExercise.Height, FormulaExercise.Products, FormulaExercise.ParameterCount, FormulaExercise.TanhSlope, FormulaExercise.Flatness, FormulaExercise.RateForTheMean, FormulaExercise.Posterior, FormulaExercise.Decay];

    [Fact]
    public void Right_answers_are_right_however_they_are_written()
    {
        Assert.StartsWith("✓ Right.", Check.Threshold(theta => Math.Log(theta) - Math.Log(1 - theta)), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.ParameterCount((d, m) => Mlp.Random(new NumPyRandom(1), d, m, 1).ParameterCount), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.TanhSlope(h => Activation.Tanh.Slope(Math.Atanh(h))), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.RateForTheMean((alpha, n) => n * alpha), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.Height((w1, w2, b, x1) => -w1 / w2 * x1 - b / w2), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.Products(d => Enumerable.Range(0, d).Sum(i => d - i)), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.Posterior((f1, f0) => Activation.Sigmoid.Value(Math.Log(f1) - Math.Log(f0))), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.Decay((w, g, alpha, lambda) => (1 - alpha * lambda) * w - alpha * g), StringComparison.Ordinal);
        Assert.StartsWith("✓ Right.", Check.Flatness(layers => Math.Pow(2, -2 * layers)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_rate_makes_the_same_run()
    {
        var data = Dataset.Circles(44, count: 50);
        var start = Mlp.Random(new NumPyRandom(44), 2, 3, 1);
        var (sum, mean) = (GradientDescent.Run(start, data, 0.01, Reduction.Sum).ElementAt(200), GradientDescent.Run(start, data, FormulaExercise.RateForTheMean.Right([0.01, 50]), Reduction.Mean).ElementAt(200));
        Assert.Equal(sum.Loss, mean.Loss, 1e-10);
    }

    [Fact]
    public void The_right_flatness_is_the_slope_of_a_chain_of_sigmoids_in_its_middle()
    {
        // Each sigmoid's middle is at 0: a bias of −½ brings the answer ½ of the one before there.
        static double Chain(double s) => Enumerable.Range(0, 3).Aggregate(s, (x, i) => Activation.Sigmoid.Value(i == 0 ? x : x - 0.5));
        Assert.Equal(FormulaExercise.Flatness.Right([3]), (Chain(1e-4) - Chain(-1e-4)) / 2e-4, 1e-8);
    }

    [Fact]
    public void The_right_posterior_is_the_share_of_class_1_among_many_points()
    {
        // Two normal densities round 0 and 1; points of both that fall near 0.8.
        var random = new NumPyRandom(44);
        var near = Enumerable.Range(0, 400_000).Select(i => (One: i % 2 == 1, X: random.Normal(i % 2, 1))).Where(p => Math.Abs(p.X - 0.8) < 0.05).ToArray();
        static double Density(double x, double mean) => Math.Exp(-(x - mean) * (x - mean) / 2);
        Assert.Equal(FormulaExercise.Posterior.Right([Density(0.8, 1), Density(0.8, 0)]), near.Count(p => p.One) / (double)near.Length, 0.02);
    }

    [Fact]
    public void The_right_decay_goes_against_the_slope_of_loss_and_penalty()
    {
        static double Loss(double w) => Math.Exp(-w) + 0.3 / 2 * w * w;
        var slope = (Loss(1.5 + 1e-5) - Loss(1.5 - 1e-5)) / 2e-5;
        Assert.Equal(1.5 - 0.1 * slope, FormulaExercise.Decay.Right([1.5, -Math.Exp(-1.5), 0.1, 0.3]), 1e-9);
    }

    [Fact]
    public void The_right_height_is_on_the_line()
    {
        var line = new LogisticRegression(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([1.5, -2.0]), 0.7);
        var x2 = FormulaExercise.Height.Right([1.5, -2, 0.7, 3]);
        Assert.Equal(0, line.Scores(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(1, 2, [3, x2]))[0, 0], 1e-14);
    }

    [Fact]
    public void The_right_threshold_is_where_the_sigmoid_reaches_it() =>
        Assert.All([0.1, 0.5, 0.9], theta => Assert.Equal(theta, Activation.Sigmoid.Value(FormulaExercise.Threshold.Right([theta])), 1e-14));

    [Fact]
    public void Eight_mistakes_at_least_are_known_of_each_and_every_one_is_told_in_its_own_words()
    {
        foreach (var exercise in All)
        {
            Assert.True(exercise.Mistakes.Length >= 8);
            foreach (var (formula, words) in exercise.Mistakes)
                Assert.Equal($"✗ Not yet. {words}", exercise.Look(formula));
        }
    }

    [Fact] // Where all numbers were positive, |w| would pass for w.
    public void The_signs_of_all_four_numbers_matter_to_the_height()
    {
        Assert.All([0, 1, 2, 3], i => Assert.Equal([-1, 1], FormulaExercise.Height.Points.Select(point => Math.Sign(point[i])).Distinct().Order()));
        Assert.StartsWith("✗", Check.Height((w1, w2, b, x1) => -(w1 * Math.Abs(x1) + b) / w2), StringComparison.Ordinal);
    }

    [Fact] // Where all weights were positive, |w| would pass for w.
    public void The_signs_of_weight_and_slope_matter_to_decay()
    {
        Assert.All([0, 1], i => Assert.Equal([-1, 1], FormulaExercise.Decay.Points.Select(point => Math.Sign(point[i])).Distinct().Order()));
        Assert.StartsWith("✗", Check.Decay((w, g, alpha, lambda) => w - alpha * (Math.Abs(g) + lambda * w)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_that_is_wrong_everywhere_is_named()
    {
        Assert.Equal("✗ Not yet. It is 3 times the right answer, for all numbers: a factor is wrong.", Check.TanhSlope(h => 3 * (1 - h * h)));
        Assert.Equal("✗ Not yet. The sign is wrong; all else is right.", Check.RateForTheMean((alpha, n) => -alpha * n));
    }

    [Fact]
    public void A_mistake_that_has_no_name_is_shown_by_one_example()
    {
        var said = Check.TanhSlope(h => 1 - h * h * h * h);
        Assert.Matches(@"^✗ Not yet\. For h = -?0\.\d+ it gives 0\.\d+; right is 0\.\d+\.$", said);
        Assert.Matches(@"^✗ Not yet\. For d = \d+ and m = \d+ it gives 7; right is \d+\.$", Check.ParameterCount((_, _) => 7));
    }

    [Fact]
    public void No_answer_and_one_that_throws_are_told()
    {
        Assert.StartsWith("– No answer yet.", Check.Threshold(null), StringComparison.Ordinal);
        Assert.StartsWith("– No answer yet.", Check.Threshold(_ => double.NaN), StringComparison.Ordinal);
        Assert.StartsWith("– No answer yet.", Check.ParameterCount((_, _) => 0), StringComparison.Ordinal);
        Assert.Equal("✗ Not yet. Your answer stops with InvalidOperationException: so.", Check.Threshold(_ => throw new InvalidOperationException("so.")));
    }

    [Fact]
    public void An_answer_that_is_not_a_number_everywhere_is_wrong() =>
        Assert.Contains("it gives NaN", Check.Threshold(theta => theta < 0.6 ? Math.Log(theta / (1 - theta)) : double.NaN), StringComparison.Ordinal);
}
