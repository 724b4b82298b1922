namespace Perceptron.Figures;

/// <summary>
/// Where the panels of a training film lie: the loss as a strip above the two others, which are side by side on a wide page.
/// On a narrow page all are on top of each other, the plane lowest, next to the slider.
/// </summary>
static class TrainingPlaces
{
    /// <summary>In pixels: the strip, the height of the others, and the gap for an axis and a heading.</summary>
    const double Strip = 90, High = 285, NarrowHigh = 250, Gap = 70;

    const double Plot = Strip + Gap + High, NarrowPlot = Strip + 2 * (Gap + NarrowHigh);

    internal static Room Room => new(Above: 70, Below: 196, NarrowBelow: 350);

    internal static int Height => (int)Plot + Room.Above + Room.Below;

    internal static int NarrowHeight => (int)NarrowPlot + Room.Above + Room.NarrowBelow;

    internal static Panel[] Put(Panel loss, Panel plane, Panel space) =>
    [
        loss with { Wide = new(0, 1, 1 - Strip / Plot, 1), Narrow = new(0, 1, 1 - Strip / NarrowPlot, 1) },
        plane with { Wide = new(0, 0.48, 0, High / Plot), Narrow = new(0, 1, 0, NarrowHigh / NarrowPlot) },
        space with { Wide = new(0.52, 1, 0, High / Plot), Narrow = new(0, 1, (Gap + NarrowHigh) / NarrowPlot, (Gap + 2 * NarrowHigh) / NarrowPlot) },
    ];
}
