namespace Perceptron.Figures;

/// <content>Figures that look inside: at one point all through a network, at a slope, at the loss round a run.</content>
public sealed partial class Figure
{
    /// <summary>
    /// Every point in three places: in the plane with the predicted classes, in the hidden space h = f(xW + b) with its flat boundary, and unit by unit.
    /// In a page with scripts, pointing at a point or moving the slider marks it in all three; elsewhere the point of which the network is least sure is marked.
    /// </summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="model">A network of 2 inputs with one output and 2 or 3 units in its last hidden layer.</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <exception cref="ArgumentException">The data has not 2 columns, or the model not 2 or 3 hidden units and one output.</exception>
    public static Figure Linked(Dataset data, Mlp model, string? title = null) => LinkedFigure.Of(data, model, title);

    /// <summary>An activation function f(s) and its slope f′(s).</summary>
    /// <param name="activation">The function.</param>
    /// <param name="from">The lowest score.</param>
    /// <param name="to">The highest score.</param>
    /// <param name="title">Replaces the title.</param>
    /// <exception cref="ArgumentException">The range is empty or not finite.</exception>
    public static Figure Activation(Activation activation, double from = -6, double to = 6, string? title = null) =>
        ActivationFigure.Of(activation, from, to, title);

    /// <summary>The step and the sigmoids σ(kz), which come the closer to it the larger k is, and have a slope.</summary>
    /// <param name="steepness">One to four factors k above 0; 1, 3 and 10 if it is null.</param>
    /// <param name="title">Replaces the title.</param>
    /// <exception cref="ArgumentException">There is no factor, there are more than four, or one is not a finite number above 0.</exception>
    public static Figure StepAndSigmoid(double[]? steepness = null, string? title = null) => StepFigure.Of(steepness, title);

    /// <summary>
    /// A map of the mean loss L(θ + a·u + c·v) over the plane through a run's last model θ that is spanned by the two directions u, v in which the run varies most
    /// (the principal directions of its path), and the path itself, projected on that plane.
    /// </summary>
    /// <param name="data">The points that the run was trained on.</param>
    /// <param name="history">A finite piece of a run, cut by Take; at least three epochs.</param>
    /// <param name="title">Replaces the title computed from the losses.</param>
    /// <remarks>The description says how much of the path lies in the plane, and by how much the loss on the map differs from the run's own at its start.</remarks>
    /// <exception cref="ArgumentException">The history has fewer than three epochs or no end, or its models do not fit the data.</exception>
    public static Figure LossSurface(Dataset data, IEnumerable<Epoch> history, string? title = null) => LossSurfaceFigure.Of(data, history, title);
}
