namespace Perceptron;

/// <summary>An exercise whose answer is a number computed from a few others.</summary>
/// <param name="Arguments">Their names.</param>
/// <param name="Points">Where an answer is tried.</param>
/// <param name="Right">What is right there.</param>
/// <param name="Praise">What a right answer means.</param>
/// <param name="Mistakes">Typical wrong formulas, each with what to say about it.</param>
sealed partial record FormulaExercise(
    string[] Arguments, double[][] Points, Func<double[], double> Right, string Praise, (Func<double[], double> Formula, string Words)[] Mistakes)
{
    static readonly Random Random = new(44);

    /// <summary>σ(z) ≥ θ from z = log(θ / (1 − θ)) on.</summary>
    public static FormulaExercise Threshold { get; } = new(
        ["θ"], Draw(() => [0.05 + 0.9 * Random.NextDouble()]), a => Math.Log(a[0] / (1 - a[0])),
        "σ(z) = θ at z = log(θ / (1 − θ)), the logarithm of the odds.",
        [
            (a => Math.Log((1 - a[0]) / a[0]), "The fraction stands upside down. A higher θ asks for a higher score."),
            (a => a[0] / (1 - a[0]), "These are the odds θ / (1 − θ). The score is their logarithm."),
            (a => (1 - a[0]) / a[0], "This is e^−z. One logarithm and one sign are missing."),
            (a => Math.Log(a[0]), "log θ solves e^z = θ. From σ(z) = 1 / (1 + e^−z) = θ you get e^−z = 1/θ − 1."),
            (a => -Math.Log(a[0]), "−log θ solves e^−z = θ. Here e^−z = 1/θ − 1: the 1 in the denominator is lost."),
            (a => Math.Log(1 - a[0]), "log(1 − θ) is a part of it: z = log θ − log(1 − θ)."),
            (a => Math.Log(a[0]) * Math.Log(1 - a[0]), "The logarithm of a quotient is a difference: log θ − log(1 − θ)."),
            (a => Math.Log(a[0]) / Math.Log(1 - a[0]), "log(θ / (1 − θ)) is the logarithm of a quotient, not a quotient of logarithms."),
            (a => 1 / (1 + Math.Exp(-a[0])), "σ(θ) goes from a score to a probability. The way back is asked for: from the probability θ to its score."),
            (a => Math.Log10(a[0] / (1 - a[0])), "The right fraction, but with log₁₀. The e in σ asks for the natural logarithm: Log."),
            (a => Math.Log2(a[0] / (1 - a[0])), "The right fraction, but with log₂. The e in σ asks for the natural logarithm: Log."),
            (a => a[0], "θ is compared with σ(z), not with z itself."),
        ]);

    /// <summary>The line w₁x₁ + w₂x₂ + b = 0 at x₁: x₂ = −(w₁x₁ + b) / w₂.</summary>
    public static FormulaExercise Height { get; } = new(
        ["w₁", "w₂", "b", "x₁"], Draw(() => [Sign() * (1 + Random.NextDouble()), Sign() * (2 + Random.NextDouble()), Sign() * (0.5 + Random.NextDouble()), Sign() * (1 + Random.NextDouble())]),
        a => -(a[0] * a[3] + a[2]) / a[1],
        "x₂ = −(w₁x₁ + b) / w₂. What does it give for an upright line?",
        [
            (a => (a[0] * a[3] + a[2]) / a[1], "The sign is wrong: from w₁x₁ + w₂x₂ + b = 0 follows w₂x₂ = −(w₁x₁ + b)."),
            (a => -a[0] * a[3] / a[1], "b is forgotten. Without it every line would run through the origin."),
            (a => -a[2] / a[1], "x₁ is forgotten: this is the height at x₁ = 0 only."),
            (a => -a[0] * a[3] / a[1] - a[2], "b has to be divided by w₂, too."),
            (a => -a[0] * a[3] - a[2] / a[1], "w₁x₁ has to be divided by w₂, too."),
            (a => -(a[0] * a[3] + a[2]), "The division by w₂ is missing."),
            (a => -(a[0] * a[3] + a[2]) * a[1], "It is divided by w₂, not multiplied."),
            (a => -(a[1] * a[3] + a[2]) / a[0], "w₁ and w₂ have changed places: w₁ belongs to x₁, and x₂ is what you look for."),
            (a => (a[2] - a[0] * a[3]) / a[1], "The sign of b is wrong: it goes to the other side of the equation together with w₁x₁."),
            (a => -(a[3] + a[2]) / a[1], "w₁ is forgotten."),
            (a => a[0] * a[3] + a[1] * a[3] + a[2], "This is the score of the point (x₁, x₁). Set the score to 0 and solve for x₂."),
        ]);

    /// <summary>d squares and d(d − 1)/2 products of two.</summary>
    public static FormulaExercise Products { get; } = new(
        ["d"], Draw(() => [Random.Next(3, 60)]), a => a[0] * (a[0] + 1) / 2,
        "d squares and d(d − 1)/2 products of two different coordinates: d(d + 1)/2.",
        [
            (a => a[0] * a[0], "x₁x₂ and x₂x₁ are the same product: each pair is counted twice."),
            (a => a[0] * (a[0] - 1) / 2, "The squares are missing: d more."),
            (a => a[0] * (a[0] - 1), "The squares are missing, and each pair is counted twice."),
            (a => a[0] * (a[0] + 1), "Twice too many. Each product is counted in both orders, and each square too."),
            (a => a[0] * (a[0] + 3) / 2, "The d coordinates themselves are counted, too. They are of degree 1."),
            (a => (a[0] + 1) * (a[0] + 2) / 2, "The constant 1 and the d coordinates themselves are counted, too."),
            (a => 2 * a[0], "The squares, and only neighbours multiplied in a ring: there are more pairs."),
            (a => 2 * a[0] - 1, "The squares, and only neighbours multiplied: there are more pairs."),
            (a => a[0], "These are the squares alone."),
            (a => Math.Pow(2, a[0]), "2ᵈ counts all subsets of the coordinates. Here two factors are taken, not any number."),
            (a => a[0] * a[0] / 2, "The squares are not counted twice, so half of d² is too few."),
        ]);

    /// <summary>m(d + 1) below and m + 1 above.</summary>
    public static FormulaExercise ParameterCount { get; } = new(
        ["d", "m"], Draw(() => [Random.Next(2, 30), Random.Next(2, 30)]), a => a[1] * (a[0] + 1) + a[1] + 1,
        "m(d + 1) for the hidden units and m + 1 for the meta classifier. For d = 2 and m = 3 these are 13.",
        [
            (a => a[1] * (a[0] + 1), "m(d + 1) is the hidden layer alone, or else all weights without a bias. Either way m + 1 are missing: the meta classifier, or a bias for each of the m + 1 classifiers."),
            (a => a[1] * (a[0] + 1) + a[1], "The bias of the meta classifier is missing: 1 more."),
            (a => a[1] * a[0] + a[1] + 1, "m are missing: the biases of the hidden units, or the weights of the meta classifier."),
            (a => a[1] * a[0], "This is W alone. b, w_m and b_m are missing."),
            (a => a[1] * (a[0] + 1) + a[0] + 1, "The meta classifier looks at the m answers, not at the d coordinates: it has m weights."),
            (a => a[1] * a[0] + a[1] + 2, "One bias for the whole hidden layer is too few: each of the m units has its own."),
            (a => a[0] + a[1] + 1, "These are the circles in a drawing of the network. Parameters are the lines between them, and the biases."),
            (a => a[0] * (a[1] + 1) + a[0] + 1, "d and m have changed places: m classifiers look at d coordinates each."),
        ]);

    /// <summary>tanh′ = 1 − tanh².</summary>
    public static FormulaExercise TanhSlope { get; } = new(
        ["h"], Draw(() => [1.9 * Random.NextDouble() - 0.95]), a => 1 - a[0] * a[0],
        "tanh′(s) = 1 − h²: largest, 1, in the middle; four times the slope of σ there.",
        [
            (a => a[0] * (1 - a[0]), "h(1 − h) is the slope of σ. The tanh has another one."),
            (a => 1 - Math.Pow(Math.Tanh(a[0]), 2), "h is tanh(s) already: it is put through tanh twice."),
            (a => 1 - a[0], "The square is missing: 1 − h². A slope that is the same at h and −h needs it."),
            (a => a[0] * a[0] - 1, "The sign is wrong: tanh rises everywhere, so its slope is positive."),
            (a => 1 + a[0] * a[0], "A plus for a minus: where |h| comes close to 1, tanh is flat, and the slope goes to 0."),
            (a => Math.Pow(1 - a[0], 2), "(1 − h)² is not 1 − h². It is (1 − h)(1 + h)."),
            (a => 1 / (1 + a[0] * a[0]), "1 / (1 + h²) is the slope of the arctangent."),
            (a => 1 / (1 - a[0] * a[0]), "This is the slope of the inverse, ds/dh. The slope asked for is one over it."),
            (a => -a[0] * a[0], "The 1 of 1 − h² is missing."),
            (a => -2 * a[0], "This is the derivative of 1 − h². It has been derived once too often."),
            (a => 2 * a[0] * (1 - a[0]), "This takes h for a σ. With p = σ(2s) = (h + 1)/2 the slope is 4p(1 − p)."),
        ]);

    /// <summary>σ′ is ¼ at most, so L of them are (¼)ᴸ at most.</summary>
    public static FormulaExercise Flatness { get; } = new(
        ["L"], [.. Enumerable.Range(2, 12).Select(layers => new double[] { layers })], a => Math.Pow(0.25, a[0]),
        "(¼)ᴸ: after 5 layers less than a thousandth is left, after 10 less than a millionth. This is why deep networks use other activations in between.",
        [
            (a => Math.Pow(0.5, a[0]), "½ is the largest value of the sigmoid in its middle. Its slope there is σ(1 − σ) = ½ · ½."),
            (a => Math.Pow(4, a[0]), "The slope is a quarter, not four: what comes through becomes smaller, not larger."),
            (a => 0.25 * a[0], "The chain rule multiplies the slopes; it does not add them."),
            (a => 0.25 / a[0], "Each layer multiplies by a quarter again: a power, not a quotient."),
            (a => 1 / (4 * a[0] + 1), "Each layer multiplies by a quarter again: a power, not a quotient."),
            (a => 0.25, "This is one layer. Each further one multiplies by a quarter again."),
            (a => Math.Pow(0.25, a[0] - 1), "One factor too few: each of the L sigmoids has one."),
            (a => Math.Pow(0.25, a[0] + 1), "One factor too many: each of the L sigmoids has one."),
            (a => 1, "1 is the largest slope of tanh. That of the sigmoid is a quarter."),
            (a => Math.Exp(-a[0]), "It falls with a power of ¼, not of 1/e."),
        ]);

    /// <summary>αn.</summary>
    public static FormulaExercise RateForTheMean { get; } = new(
        ["α", "n"], Draw(() => [0.001 + Random.NextDouble(), Random.Next(2, 500)]), a => a[0] * a[1],
        "The mean is the sum over n, so its gradient is n times shorter: the rate has to be n times larger, αn. The post's 0.01 with 200 points becomes 2.",
        [
            (a => a[0] / a[1], "The wrong way round: the gradient of the mean is n times shorter already. To go as far, its rate has to be larger."),
            (a => a[0], "With the same rate each step is n times shorter: the run is another one."),
            (a => a[1], "α is missing. For a rate of 1 this would be right."),
            (a => 1 / a[1], "α is missing, and n stands on the wrong side."),
            (a => a[0] + a[1], "Steps are made longer by a factor, not by a sum."),
            (a => a[0] * Math.Sqrt(a[1]), "√n is how the noise of a mean shrinks. The gradient of the mean itself is n times shorter."),
            (a => a[0] / Math.Sqrt(a[1]), "√n is how the noise of a mean shrinks. The gradient of the mean itself is n times shorter."),
            (a => a[0] * (a[1] - 1), "n − 1 belongs to the estimate of a variance. The mean loss divides by n."),
            (a => a[0] * a[1] * a[1], "One n too many: dividing the loss by n divides its gradient by n, once."),
            (a => a[0] * a[1] / 2, "There is no ½ in the cross-entropy."),
        ]);

    /// <summary>Bayes' rule with equal shares: f₁ / (f₁ + f₀).</summary>
    public static FormulaExercise Posterior { get; } = new(
        ["f₁", "f₀"], Draw(() => [0.1 + 2 * Random.NextDouble(), 0.1 + 2 * Random.NextDouble()]), a => a[0] / (a[0] + a[1]),
        "Of all points that fall there, f₁ in f₁ + f₀ belong to class 1. This is Bayes' rule for classes of equal size.",
        [
            (a => a[1] / (a[0] + a[1]), "This is the probability of class 0."),
            (a => a[0] / a[1], "f₁ / f₀ are the odds. They can be more than 1; a probability cannot."),
            (a => a[1] / a[0], "These are the odds of class 0. A probability is a part of the whole, f₁ + f₀."),
            (a => a[0], "A density is not yet a probability: it has to be compared with that of the other class."),
            (a => a[0] - a[1], "The difference can be negative. Which part of f₁ + f₀ is f₁?"),
            (a => Math.Log(a[0] / a[1]), "This is the logarithm of the odds: the score. Its sigmoid is the probability."),
            (a => Activation.Sigmoid.Value(a[0] - a[1]), "The score is the difference of the logarithms of the densities, not of the densities."),
            (a => Activation.Sigmoid.Value(a[0] / a[1]), "The score is the logarithm of f₁ / f₀: the logarithm is missing."),
            (a => a[0] / (1 + a[0]), "f₀ stands in the place of the 1."),
            (a => a[0] > a[1] ? 1 : 0, "This is the decision. How sure one can be of it is asked for."),
            (a => 1, "Certainty? Both classes have points there."),
            (a => 0.5, "This is right only where both densities are equal."),
            (a => a[0] * a[0] / (a[0] * a[0] + a[1] * a[1]), "The right shape, but the densities come in as they are, not squared."),
            (a => a[0] / Math.Sqrt(a[0] * a[0] + a[1] * a[1]), "f₁ and f₀ are shares of a sum, not sides of a triangle."),
            (a => a[0] * a[1], "The product is the density of drawing one point of each class there."),
            (a => (a[0] + a[1]) / a[0], "The fraction stands upside down: it is more than 1."),
            (a => a[0] + a[1], "f₁ + f₀ is the whole. Which part of it is f₁?"),
            (a => (a[0] + a[1]) / 2, "This is the density of all points together. Which part of it belongs to class 1?"),
            (a => a[0] / 2, "This is the density of class 1 among all points. It has to be divided by that of all points, (f₁ + f₀) / 2."),
            (a => (a[0] - a[1]) / (a[0] + a[1]), "This goes from −1 to 1: 0 where the densities are equal. There ½ must come out."),
            (a => Math.Max(a[0], a[1]) / (a[0] + a[1]), "This is the probability of the more probable class, not of class 1."),
            (a => a[1], "This is the density of class 0, and a density is not yet a probability."),
        ]);

    /// <summary>w − α(g + λw), because λ/2·w² has the slope λw.</summary>
    public static FormulaExercise Decay { get; } = new(
        ["w", "g", "α", "λ"], Draw(() => [Sign() * (1 + Random.NextDouble()), Sign() * (2 + Random.NextDouble()), 0.1 + 0.1 * Random.NextDouble(), 0.3 + 0.1 * Random.NextDouble()]),
        a => a[0] - a[2] * (a[1] + a[3] * a[0]),
        "λ/2·w² has the slope λw, so the new weight is (1 − αλ)w − αg: each update makes the weight a little shorter, hence weight decay.",
        [
            (a => a[0] - a[2] * a[1], "This is the update without decay: λ is not in it."),
            (a => a[0] - a[2] * (a[1] - a[3] * a[0]), "The sign of λw is wrong: with it every update would make the weight larger, not smaller."),
            (a => a[0] + a[2] * (a[1] + a[3] * a[0]), "Up instead of down: the update goes against the slope."),
            (a => a[0] - a[2] * a[1] - a[3] * a[0], "The decay is not multiplied by α: the weight shrinks by the factor 1 − αλ, not 1 − λ."),
            (a => a[0] - a[1] - a[2] * a[3] * a[0], "The step of the loss is not multiplied by α."),
            (a => a[0] - (a[1] + a[3] * a[0]), "α is missing."),
            (a => a[0] - a[2] * (a[1] + a[3]), "λ alone is the slope of λw. The slope of λ/2·w² has w in it."),
            (a => a[0] - a[2] * (a[1] + a[3] / 2 * a[0]), "The slope of w² is 2w, and with the ½ it is w: no half is left."),
            (a => a[0] - a[2] * (a[1] + 2 * a[3] * a[0]), "λw² would have the slope 2λw. Here is a ½, and it takes the 2 away."),
            (a => a[0] - a[2] * (a[1] + a[3] * a[0] * a[0]), "λw² is not the slope: take the derivative of λ/2·w²."),
            (a => a[0] - a[2] * (a[1] + a[3] / 2 * a[0] * a[0]), "λ/2·w² is added to the loss. The update wants its slope."),
            (a => a[0] - a[2] * (a[1] + a[3] * a[1]), "λ multiplies the weight, not the gradient."),
            (a => (1 - a[2] * a[3]) * (a[0] - a[2] * a[1]), "Nearly: here the weight shrinks after the step. Both slopes belong to the old weight."),
            (a => a[2] * (a[1] + a[3] * a[0]), "This is the step. Take it off the old weight."),
            (a => -a[2] * (a[1] + a[3] * a[0]), "This is the step. Add it to the old weight."),
            (a => a[1] + a[3] * a[0], "This is the slope of the loss with its penalty. The new weight is asked for."),
            (a => a[0] - a[2] * a[3] * a[0], "g is missing: the weight also has to go downhill on the loss."),
            (a => (1 - a[3]) * (a[0] - a[2] * a[1]), "The decay is not multiplied by α, and it also shrinks the step: both slopes belong to the old weight."),
            (a => a[0] - a[2] * a[1] - a[3] / 2 * a[0] * a[0], "λ/2·w² is added to the loss. The update wants its slope, times α."),
            (a => a[0] - a[2] * (a[1] + a[3] * Math.Abs(a[0])), "|w| for w: a negative weight would grow. The slope of λ/2·w² has the sign of w."),
            (a => a[0] - a[2] * (a[1] + a[3] * Math.Sign(a[0])), "λ·sign(w) is the slope of λ|w|, another penalty. The slope of λ/2·w² has w in it."),
        ]);

    static int Sign() => Random.Next(2) == 0 ? -1 : 1;

    static double[][] Draw(Func<double[]> point) => [.. Enumerable.Range(0, 12).Select(_ => point())];
}
