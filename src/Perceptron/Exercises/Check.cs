using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>The four gradients of a batch, each of the shape of its parameter.</summary>
/// <param name="dW">∂L/∂W, d×m.</param>
/// <param name="db">∂L/∂b, m numbers.</param>
/// <param name="dwm">∂L/∂w_m, m×1.</param>
/// <param name="dbm">∂L/∂b_m.</param>
public sealed record BatchGradients(Matrix<double>? dW, Vector<double>? db, Matrix<double>? dwm, double dbm);

/// <summary>
/// Looks at a reader's answer to an exercise and says in words what is right, what is wrong, and which mistake it is.
/// An answer is tried, not read: a formula on numbers drawn at random, a feature map on the circles. No answer, and one that throws, is told like any other.
/// </summary>
public static class Check
{
    /// <summary>Notebook 1: the score z from which σ(z) ≥ θ.</summary>
    /// <param name="answer">From θ, between 0 and 1, to z.</param>
    public static string Threshold(Func<double, double>? answer) =>
        FormulaExercise.Threshold.Look(answer is null ? null : a => answer(a[0]));

    /// <summary>Notebook 1: the height x₂ of the line w₁x₁ + w₂x₂ + b = 0 at x₁.</summary>
    /// <param name="answer">From w₁, w₂, b and x₁ to x₂.</param>
    public static string Height(Func<double, double, double, double, double>? answer) =>
        FormulaExercise.Height.Look(answer is null ? null : a => answer(a[0], a[1], a[2], a[3]));

    /// <summary>Notebook 2: how many products of two coordinates there are, squares included.</summary>
    /// <param name="answer">From the number of coordinates d to that of the products.</param>
    public static string Products(Func<int, int>? answer) =>
        FormulaExercise.Products.Look(answer is null ? null : a => answer((int)a[0]));

    /// <summary>Notebook 2: a feature map after which one line separates the circles.</summary>
    /// <param name="answer">From the points, n×2, to their features, n×k.</param>
    public static string FeatureMap(Func<Matrix<double>, Matrix<double>>? answer) => FeatureMapExercise.Look(answer);

    /// <summary>Notebook 3: how many parameters a network with d inputs, m hidden units and one output has.</summary>
    /// <param name="answer">From d and m to their number.</param>
    public static string ParameterCount(Func<int, int, int>? answer) =>
        FormulaExercise.ParameterCount.Look(answer is null ? null : a => answer((int)a[0], (int)a[1]));

    /// <summary>Notebook 4: tanh′(s), written with h = tanh(s).</summary>
    /// <param name="answer">From h, between −1 and 1, to the slope.</param>
    public static string TanhSlope(Func<double, double>? answer) =>
        FormulaExercise.TanhSlope.Look(answer is null ? null : a => answer(a[0]));

    /// <summary>Notebook 4: the gradients of the mean cross-entropy of all points, in matrix form.</summary>
    /// <param name="answer">From X (n×d), y (n×1), H (n×m), ŷ (n×1) and w_m (m×1) to the four gradients.</param>
    public static string Gradients(Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, BatchGradients?>? answer) =>
        GradientExercise.Look(answer);

    /// <summary>Notebook 5: the largest slope of a chain of L sigmoids, all weights being 1.</summary>
    /// <param name="answer">From L to that slope.</param>
    public static string Flatness(Func<int, double>? answer) =>
        FormulaExercise.Flatness.Look(answer is null ? null : a => answer((int)a[0]));

    /// <summary>Notebook 5: the learning rate with which the mean over n points makes the same run as α with their sum.</summary>
    /// <param name="answer">From α and n to that rate.</param>
    public static string RateForTheMean(Func<double, int, double>? answer) =>
        FormulaExercise.RateForTheMean.Look(answer is null ? null : a => answer(a[0], (int)a[1]));

    /// <summary>Notebook 6: a rule that is right at every point of the circles and says class 0 at the origin.</summary>
    /// <param name="answer">From x₁ and x₂ to the class, 0 or 1.</param>
    public static string Hole(Func<double, double, double>? answer) => HoleExercise.Look(answer);

    /// <summary>Notebook 6: the probability of class 1 at a place, when both classes are equally frequent.</summary>
    /// <param name="answer">From f₁ and f₀, the densities of the two classes at that place, to the probability.</param>
    public static string Posterior(Func<double, double, double>? answer) =>
        FormulaExercise.Posterior.Look(answer is null ? null : a => answer(a[0], a[1]));

    /// <summary>Notebook 6: a weight after one update on the loss L + λ/2·w².</summary>
    /// <param name="answer">From w, g = ∂L/∂w, α and λ to the new weight.</param>
    public static string Decay(Func<double, double, double, double, double>? answer) =>
        FormulaExercise.Decay.Look(answer is null ? null : a => answer(a[0], a[1], a[2], a[3]));
}
