using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>The points in the coordinates of the last hidden layer, and the flat boundary that the last layer draws there.</summary>
static class HiddenSpaceFigure
{
    const string Boundary = "wₘᵀh + bₘ = 0";

    internal static Figure Of(Dataset data, Mlp model, string? title)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(model);
        if (model.Layers.Length < 2)
            throw new ArgumentException("Figure.HiddenSpace expects a network with a hidden layer, but got one with a single layer.", nameof(model));
        var (hidden, meta) = (model.Layers[^2], model.Layers[^1]);
        if (meta.Units != 1)
            throw new ArgumentException($"Figure.HiddenSpace expects a network with one output, but got {meta.Units}.", nameof(model));
        if (hidden.Units > 3)
            throw new ArgumentException($"Figure.HiddenSpace draws the outputs of 1, 2 or 3 hidden units, but got {hidden.Units}: there is no picture of a space of {hidden.Units} dimensions.", nameof(model));

        var pass = model.Forward(data.X);
        var h = pass.Layers[^2].H;
        var space = new Space(Scatter.At(h, data), [.. meta.Weights.Column(0)], meta.Bias[0], [.. pass.Scores.Column(0).Select(s => s >= 0)],
            [.. pass.YHat.Column(0)], [.. Range(hidden.Activation, h)]);
        return space.W.Length switch
        {
            1 => Threshold(space, data, title),
            2 => Line(space, title),
            _ => Cube(space, title),
        };
    }

    /// <summary>What the three forms have in common.</summary>
    /// <param name="Points">The points at h.</param>
    /// <param name="W">w_m.</param>
    /// <param name="B">b_m.</param>
    /// <param name="One">For each point whether w_mᵀh + b_m ≥ 0.</param>
    /// <param name="YHat">The network's output for each point.</param>
    /// <param name="Ranges">Per unit the range in which h lies.</param>
    sealed record Space(Scatter Points, double[] W, double B, bool[] One, double[] YHat, (double Low, double High)[] Ranges)
    {
        internal string[] Names { get; } = [.. W.Select((_, k) => Words.Indexed("h", k + 1))];

        internal string Equation => $"{Words.Linear(W, B, Names)} = 0";

        internal Axis[] Axes => [.. Names.Zip(Ranges, (name, range) =>
        {
            var margin = (range.High - range.Low) / 20;
            return new Axis(name, range.Low - margin, range.High + margin, Ticks: [range.Low, (range.Low + range.High) / 2, range.High]);
        })];

        internal string Coordinates => string.Join(" ", Enumerable.Range(0, 2).Where(label => Points.CountOf(label) > 0).Select(label =>
            $"Class {label} ({(label == 0 ? "circles" : "diamonds")}): {Words.Count(Points.CountOf(label), "point")}, "
            + string.Join(", ", Points.Of(label).Take(Names.Length).Select((h, k) => $"{Names[k]} from {Words.Number(h.Min())} to {Words.Number(h.Max())}")) + "."));
    }

    static Figure Cube(Space space, string? title)
    {
        double[] low = [.. space.Ranges.Select(r => r.Low)], high = [.. space.Ranges.Select(r => r.High)];
        var face = CutThroughBox.Polygon(space.W, space.B, low, high);
        Mark[] plane = face is null ? [] : [new Mark.Face(Boundary, face)];
        title ??= $"The hidden space, cut by a plane: {space.Points.Score(space.One)}";
        var cut = face is null
            ? $"The plane {space.Equation} does not meet the cube."
            : $"The plane {space.Equation} cuts the cube in {Words.Count(face.Length, "corner")}.";
        return new Figure(
            new Picture(title, space.Axes, equalScale: true, [.. plane, .. space.Points.Marks(space.One, space.YHat)], Viewpoint.Along(space.W)),
            $"{cut} {space.Points.Errors(space.One)} {space.Coordinates}");
    }

    static Figure Line(Space space, string? title)
    {
        var ((left, right), (bottom, top)) = (space.Ranges[0], space.Ranges[1]);
        var box = new Box(left, right, bottom, top);
        var segment = box.Clip(space.W[0], space.W[1], space.B);
        Mark[] line = segment is null ? [] : [new Mark.Curve(Boundary, 0, segment)];
        title ??= $"The hidden space, cut by a line: {space.Points.Score(space.One)}";
        var cut = segment is null ? $"The line {space.Equation} does not meet the square." : $"The line {space.Equation} {Slope.Of(space.W[0], space.W[1])}.";
        return new Figure(new Picture(title, space.Axes, box.IsNearlySquare, [.. line, .. space.Points.Marks(space.One, space.YHat)]), $"{cut} {space.Points.Errors(space.One)} {space.Coordinates}");
    }

    static Figure Threshold(Space space, Dataset data, string? title)
    {
        // Each class has a band of its own, in which its points are spread so that none hides another: steps of the golden ratio fill it evenly.
        double[] spread = [.. data.Y.Column(0).Select((label, k) => label + 0.5 * ((k * 0.6180339887498949) % 1 - 0.5))];
        var points = Scatter.At([space.Points.X, spread], data);
        var threshold = -space.B / space.W[0];
        var axis = space.Axes[0];
        var visible = double.IsFinite(threshold) && threshold >= axis.Low && threshold <= axis.High;
        Mark[] line = visible ? [new Mark.Curve(Boundary, 0, [[threshold, threshold], [-0.5, 1.5]])] : [];
        title ??= $"One hidden unit, cut by a threshold: {points.Score(space.One)}";
        var cut = visible
            ? $"The threshold lies at h₁ = {Words.Number(threshold)}; class 1 is predicted {(space.W[0] > 0 ? "above" : "below")} it."
            : $"The threshold {space.Equation} lies outside the picture.";
        return new Figure(
            new Picture(title, [axis, new Axis("class", -0.5, 1.5, Ticks: [0, 1])], equalScale: false, [.. line, .. points.Marks(space.One, space.YHat)]),
            $"{cut} {points.Errors(space.One)} {space.Coordinates}");
    }

    /// <summary>The range of a bounded activation; of an unbounded one the range that the points take.</summary>
    static IEnumerable<(double Low, double High)> Range(Activation activation, Matrix<double> h) => h.EnumerateColumns().Select(column =>
        activation == Activation.Sigmoid || activation == Activation.Step ? (0, 1)
        : activation == Activation.Tanh ? (-1, 1)
        : column.Max() > column.Min() ? (column.Min(), column.Max()) : (column.Min() - 0.5, column.Max() + 0.5));
}
