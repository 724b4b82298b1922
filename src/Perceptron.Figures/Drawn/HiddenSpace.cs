using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>The points as the last layer of a network sees them, and what it makes of them.</summary>
/// <param name="Points">The points at h.</param>
/// <param name="W">w_m.</param>
/// <param name="B">b_m.</param>
/// <param name="One">For each point whether w_mᵀh + b_m ≥ 0.</param>
/// <param name="YHat">The network's output for each point.</param>
/// <param name="Ranges">Per unit the range in which h lies.</param>
sealed record HiddenSpace(Scatter Points, double[] W, double B, bool[] One, double[] YHat, (double Low, double High)[] Ranges)
{
    internal const string Boundary = "wₘᵀh + bₘ = 0";

    /// <param name="who">The figure that asks, for its error messages.</param>
    /// <param name="data">The points.</param>
    /// <param name="model">A network with one output and few enough units in its last hidden layer.</param>
    internal static HiddenSpace Of(string who, Dataset data, Mlp model)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(model);
        if (model.Layers.Length < 2)
            throw new ArgumentException($"{who} expects a network with a hidden layer, but got one with a single layer.", nameof(model));
        var (hidden, meta) = (model.Layers[^2], model.Layers[^1]);
        if (meta.Units != 1)
            throw new ArgumentException($"{who} expects a network with one output, but got {meta.Units}.", nameof(model));
        if (hidden.Units > 3)
            throw new ArgumentException($"{who} draws the outputs of 1, 2 or 3 hidden units, but got {hidden.Units}: there is no picture of a space of {hidden.Units} dimensions.", nameof(model));

        var pass = model.Forward(data.X);
        var h = pass.Layers[^2].H;
        return new HiddenSpace(Scatter.At(h, data), [.. meta.Weights.Column(0)], meta.Bias[0], [.. pass.Scores.Column(0).Select(s => s >= 0)],
            [.. pass.YHat.Column(0)], [.. Range(hidden.Activation, h)]);
    }

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

    /// <summary>The corners of the plane w_mᵀh + b_m = 0 inside the cube of three units; null when it does not meet it.</summary>
    internal double[][]? Face() => CutThroughBox.Polygon(W, B, [.. Ranges.Select(r => r.Low)], [.. Ranges.Select(r => r.High)]);

    /// <summary>The square of two units.</summary>
    internal Box Square => new(Ranges[0].Low, Ranges[0].High, Ranges[1].Low, Ranges[1].High);

    /// <summary>The piece of the line w_mᵀh + b_m = 0 inside the square of two units; null when it does not meet it.</summary>
    internal double[][]? Segment() => Square.Clip(W[0], W[1], B);

    /// <summary>The flat boundary of three or two units as a mark; none when it does not meet the cube or square.</summary>
    internal Mark[] Cut() => W.Length == 3
        ? Face() is { } face ? [new Mark.Face(Boundary, face)] : []
        : Segment() is { } segment ? [new Mark.Curve(Boundary, 0, segment)] : [];

    /// <summary>The range of a bounded activation; of an unbounded one the range that the points take.</summary>
    internal static IEnumerable<(double Low, double High)> Range(Activation activation, Matrix<double> h) => h.EnumerateColumns().Select(column =>
        activation == Activation.Sigmoid || activation == Activation.Step ? (0, 1)
        : activation == Activation.Tanh ? (-1, 1)
        : column.Max() > column.Min() ? (column.Min(), column.Max()) : (column.Min() - 0.5, column.Max() + 0.5));
}
