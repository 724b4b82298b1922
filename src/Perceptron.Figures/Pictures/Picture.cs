namespace Perceptron.Figures;

/// <summary>What a figure shows, as plain data: the one thing that crosses to the drawing plug-in.</summary>
/// <param name="Title">Says what is seen.</param>
/// <param name="Panels">One panel, or several beside and below each other.</param>
/// <param name="Height">In pixels; null leaves it to the page.</param>
/// <param name="NarrowHeight">The same on a narrow page.</param>
sealed record Picture(string Title, Panel[] Panels, int? Height = null, int? NarrowHeight = null)
{
    /// <summary>A picture of one panel, which fills it.</summary>
    internal Picture(string title, Axis[] axes, bool equalScale, Mark[] marks, double[]? eye = null)
        : this(title, [new Panel(axes, equalScale, marks, eye)])
    {
    }
}

/// <summary>A part of a picture with axes of its own.</summary>
/// <param name="Axes">Two axes, or three for a panel in space.</param>
/// <param name="EqualScale">Whether one unit is as long on every axis: true where angles and distances mean something.</param>
/// <param name="Marks">What is drawn, back to front.</param>
/// <param name="Eye">Where a panel in space is looked at from; null in the plane.</param>
/// <param name="Heading">What this panel shows, above it; null where the picture's title says it.</param>
/// <param name="Wide">The panel's place on a wide page; null fills the picture.</param>
/// <param name="Narrow">The panel's place on a narrow page; null is the same place.</param>
/// <param name="Framed">Whether its axes are drawn: false for a space that is projected on the plane.</param>
sealed record Panel(Axis[] Axes, bool EqualScale, Mark[] Marks, double[]? Eye = null, string? Heading = null, Place? Wide = null, Place? Narrow = null, bool Framed = true)
{
    internal bool InSpace => Axes.Length == 3;
}

/// <summary>A rectangle of the picture, in parts of its width and height from the lower left.</summary>
readonly record struct Place(double Left, double Right, double Bottom, double Top);

/// <summary>One axis: its title and the range it shows.</summary>
/// <param name="Title">The quantity, as in x₁.</param>
/// <param name="Low">Its lowest value (not its logarithm).</param>
/// <param name="High">Its highest value.</param>
/// <param name="Logarithmic">Whether equal steps stand for equal factors.</param>
/// <param name="Ticks">The only values to be labelled; null leaves the choice to the drawing.</param>
/// <param name="TickNames">Names of those values, in place of their numbers.</param>
sealed record Axis(string Title, double Low, double High, bool Logarithmic = false, double[]? Ticks = null, string[]? TickNames = null);
