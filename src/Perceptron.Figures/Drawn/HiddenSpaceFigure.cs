namespace Perceptron.Figures;

/// <summary>The points in the coordinates of the last hidden layer, and the flat boundary that the last layer draws there.</summary>
static class HiddenSpaceFigure
{
    internal static Figure Of(Dataset data, Mlp model, string? title)
    {
        var space = HiddenSpace.Of("Figure.HiddenSpace", data, model);
        return space.W.Length switch
        {
            1 => Threshold(space, data, title),
            2 => Line(space, title),
            _ => Cube(space, title),
        };
    }

    static Figure Cube(HiddenSpace space, string? title)
    {
        title ??= $"The hidden space, cut by a plane: {space.Points.Score(space.One)}";
        var cut = space.Face() is { } face
            ? $"The plane {space.Equation} cuts the cube in {Words.Count(face.Length, "corner")}."
            : $"The plane {space.Equation} does not meet the cube.";
        return new Figure(
            new Picture(title, space.Axes, equalScale: true, [.. space.Cut(), .. space.Points.Marks(space.One, space.YHat)], Viewpoint.Along(space.W)),
            $"{cut} {space.Points.Errors(space.One)} {space.Coordinates}");
    }

    static Figure Line(HiddenSpace space, string? title)
    {
        title ??= $"The hidden space, cut by a line: {space.Points.Score(space.One)}";
        var cut = space.Segment() is null ? $"The line {space.Equation} does not meet the square." : $"The line {space.Equation} {Slope.Of(space.W[0], space.W[1])}.";
        return new Figure(
            new Picture(title, space.Axes, space.Square.IsNearlySquare, [.. space.Cut(), .. space.Points.Marks(space.One, space.YHat)]),
            $"{cut} {space.Points.Errors(space.One)} {space.Coordinates}");
    }

    static Figure Threshold(HiddenSpace space, Dataset data, string? title)
    {
        // Each class has a band of its own, in which its points are spread so that none hides another.
        double[] spread = [.. data.Y.Column(0).Select((label, k) => label + Scatter.Spread(k) / 2)];
        var points = Scatter.At([space.Points.X, spread], data);
        var threshold = -space.B / space.W[0];
        var axis = space.Axes[0];
        var visible = double.IsFinite(threshold) && threshold >= axis.Low && threshold <= axis.High;
        Mark[] line = visible ? [new Mark.Curve(HiddenSpace.Boundary, 0, [[threshold, threshold], [-0.5, 1.5]])] : [];
        title ??= $"One hidden unit, cut by a threshold: {points.Score(space.One)}";
        var cut = visible
            ? $"The threshold lies at h₁ = {Words.Number(threshold)}; class 1 is predicted {(space.W[0] > 0 ? "above" : "below")} it."
            : $"The threshold {space.Equation} lies outside the picture.";
        return new Figure(
            new Picture(title, [axis, new Axis("class", -0.5, 1.5, Ticks: [0, 1])], equalScale: false, [.. line, .. points.Marks(space.One, space.YHat)]),
            $"{cut} {points.Errors(space.One)} {space.Coordinates}");
    }
}
