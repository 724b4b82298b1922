namespace Perceptron.Figures;

/// <content>Figures that move.</content>
public sealed partial class Figure
{
    /// <summary>
    /// A whole training run in one chart: the loss, the predicted regions with the line of each hidden unit, and the points in the hidden space,
    /// all at one moment that a slider and a play button choose. It needs no kernel: what is to be seen is in the chart.
    /// </summary>
    /// <remarks>
    /// The moments, about 45, lie close together at the start of the run and far apart at its end; the first and the last update are among them, and the first after which every point is right.
    /// </remarks>
    /// <param name="history">A finite piece of a run, cut by Take: of a network with 2 inputs, 2 or 3 hidden units and 1 output.</param>
    /// <param name="data">The points of the plane (n×2) that it was trained on.</param>
    /// <param name="title">Replaces the title computed from the losses.</param>
    /// <exception cref="ArgumentException">The history has fewer than 2 epochs, has no end, is out of order or holds a loss that is not finite, or its network or the data have another shape.</exception>
    public static Figure Training(IEnumerable<Epoch> history, Dataset data, string? title = null) => TrainingFigure.Of(history, data, title);

    /// <summary>
    /// The plane with the line of each hidden unit, for a reader to set by hand: by dragging, or with sliders for weights and biases.
    /// The regions, the loss and the accuracy follow; all is computed in the page.
    /// </summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="start">What is set at first: 2 inputs, 1 to 4 hidden units, 1 output, sigmoid in both layers.</param>
    /// <param name="learned">What a button sets, of the same shape; null for no such button.</param>
    /// <param name="title">Replaces the computed title.</param>
    /// <exception cref="ArgumentException">The data or a network has another shape.</exception>
    public static HandFigure ByHand(Dataset data, Mlp start, Mlp? learned = null, string? title = null) => Figures.ByHand.Of(data, start, learned, title);
}
