namespace Perceptron.Figures;

/// <summary>Something drawn: one of the closed set below. Coordinates are arrays per axis: [x, y] or [x, y, z].</summary>
abstract record Mark(string Name)
{
    /// <summary>The points of one kind.</summary>
    /// <param name="Name">Their name in the legend.</param>
    /// <param name="Kind">What they are: it decides their colour and shape.</param>
    /// <param name="At">Their coordinates.</param>
    /// <param name="Probability">The model's ŷ for each, shown when a point is hovered; null when there is no model.</param>
    /// <param name="Says">What each says when it is hovered, in place of its coordinates.</param>
    /// <param name="AllSay">The same for all of them; %{y} stands for the second coordinate.</param>
    /// <param name="Linked">Marks of one such name hold the same points in the same order, in whatever panel: choosing a point chooses it in all.</param>
    internal sealed record Points(string Name, PointKind Kind, double[][] At, double[]? Probability = null, string[]? Says = null, string? AllSay = null, string? Linked = null) : Mark(Name);

    /// <summary>A mark round the chosen one of the linked points of its panel; where the panel holds the point more than once, a line joins its places.</summary>
    /// <param name="At">Its places at first.</param>
    internal sealed record Chosen(double[][] At) : Mark("chosen point");

    /// <summary>A line through the points in their order.</summary>
    /// <param name="Name">Its name in the legend; pieces of one name share one entry.</param>
    /// <param name="Style">0, 1, 2 …: lines of one picture differ by their dashes.</param>
    /// <param name="Through">Its points.</param>
    /// <param name="Measured">Whether it is a quantity over time rather than a boundary.</param>
    /// <param name="Dotted">Whether each of its points carries a dot.</param>
    internal sealed record Curve(string Name, int Style, double[][] Through, bool Measured = false, bool Dotted = false) : Mark(Name);

    /// <summary>A thin line along which a quantity is the same: not in the legend.</summary>
    /// <param name="Through">Its points.</param>
    internal sealed record Level(double[][] Through) : Mark("level");

    /// <summary>An arrow from a line into its positive side, with a label at its tip.</summary>
    /// <param name="Name">The line it belongs to: they are shown and hidden together.</param>
    /// <param name="Style">The line's style.</param>
    /// <param name="Label">What holds on that side.</param>
    /// <param name="From">Its foot, on the line.</param>
    /// <param name="To">Its tip, on the positive side.</param>
    /// <param name="Beyond">On which side of the tip the label stands: −1, 0 or 1 across and upwards.</param>
    internal sealed record Arrow(string Name, int Style, string Label, double[] From, double[] To, (int Across, int Up) Beyond) : Mark(Name);

    /// <summary>Words in the picture, centred on a point.</summary>
    internal sealed record Words(string Text, double[] At) : Mark(Text);

    /// <summary>The class that a model predicts at the centre of each cell of a grid.</summary>
    /// <param name="X">The cells' centres from left to right.</param>
    /// <param name="Y">The cells' centres from bottom to top.</param>
    /// <param name="Classes">0 or 1: one row for each of <paramref name="Y"/>, one column for each of <paramref name="X"/>.</param>
    internal sealed record Cells(double[] X, double[] Y, int[][] Classes) : Mark("regions");

    /// <summary>A part of the plane, whatever its shape: inside its outlines, of which those of holes run the other way round.</summary>
    /// <param name="Name">Its name in the legend.</param>
    /// <param name="Kind">What it is: it decides its colour.</param>
    /// <param name="Around">Its outlines one after another, each followed by not a number.</param>
    /// <param name="Outlined">Whether the outline is drawn, and stands in the legend.</param>
    internal sealed record Area(string Name, AreaKind Kind, double[][] Around, bool Outlined) : Mark(Name);

    /// <summary>A flat convex face in space.</summary>
    /// <param name="Name">Its name in the legend.</param>
    /// <param name="Corners">Its corners in order, not closed.</param>
    internal sealed record Face(string Name, double[][] Corners) : Mark(Name);
}

/// <summary>What a point is.</summary>
enum PointKind
{
    /// <summary>A point of class 0.</summary>
    Class0,

    /// <summary>A point of class 1.</summary>
    Class1,

    /// <summary>A ring round a point that the model puts on the wrong side.</summary>
    Wrong,

    /// <summary>Where a path begins.</summary>
    Start,

    /// <summary>Where a path ends.</summary>
    End,

    /// <summary>Where on a measured curve the rest of the picture is.</summary>
    Now,
}

/// <summary>What a part of the plane is.</summary>
enum AreaKind
{
    /// <summary>Where class 0 is predicted.</summary>
    Class0,

    /// <summary>Where class 1 is predicted.</summary>
    Class1,

    /// <summary>A flat thing seen in perspective.</summary>
    Face,
}
