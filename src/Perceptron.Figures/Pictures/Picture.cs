namespace Perceptron.Figures;

/// <summary>What a figure shows, as plain data: the one thing that crosses to the drawing plug-in.</summary>
/// <param name="Title">Says what is seen.</param>
/// <param name="Axes">Two axes, or three for a picture in space.</param>
/// <param name="EqualScale">Whether one unit is as long on every axis: true where angles and distances mean something.</param>
/// <param name="Marks">What is drawn, back to front.</param>
/// <param name="Eye">Where a picture in space is looked at from; null in the plane.</param>
sealed record Picture(string Title, Axis[] Axes, bool EqualScale, Mark[] Marks, double[]? Eye = null);

/// <summary>One axis: its title and the range it shows.</summary>
/// <param name="Title">The quantity, as in x₁.</param>
/// <param name="Low">Its lowest value (not its logarithm).</param>
/// <param name="High">Its highest value.</param>
/// <param name="Logarithmic">Whether equal steps stand for equal factors.</param>
/// <param name="Ticks">The only values to be labelled; null leaves the choice to the drawing.</param>
sealed record Axis(string Title, double Low, double High, bool Logarithmic = false, double[]? Ticks = null);
