using System.Globalization;

namespace Perceptron.Figures;

/// <summary>What a figure to set by hand starts from: a network of one hidden layer, as the post's.</summary>
static class ByHand
{
    const int MostUnits = 4;

    internal static HandFigure Of(Dataset data, Mlp start, Mlp? learned, string? title)
    {
        var points = Scatter.OfPlane("Figure.ByHand", data);
        Check(start, "start");
        if (learned is not null)
        {
            Check(learned, "learned");
            if (learned.Layers[0].Units != start.Layers[0].Units)
                throw new ArgumentException($"Figure.ByHand expects as many hidden units in learned as in start, {start.Layers[0].Units}, but got {learned.Layers[0].Units}.", nameof(learned));
        }

        var units = start.Layers[0].Units;
        title ??= Words.Capital($"{Words.Count(units, "line")} to set by hand");
        var pass = start.Forward(data.X);
        bool[] ones = [.. pass.Scores.Column(0).Select(s => s >= 0)];
        var seen = $"Mean loss {Words.Number(CrossEntropy.Loss(pass.Scores, data.Y, Reduction.Mean))}; {points.Score(ones)}.";
        var lines = string.Join(" ", Enumerable.Range(0, units).Select(j => Line(start.Layers[0], j)));
        var description = $"{(title.Length == 0 ? "" : title + ". ")}{seen} {lines} {points.Describe("x₁", "x₂")}";
        Setting[] settings = learned is null ? [new("Back to the start", start)] : [new("Back to the start", start), new("Set the learned values", learned)];
        return new HandFigure(title, description, () => ByHandHtml.Of(title, seen, description, points, ones, settings));
    }

    /// <summary>A network that a button sets.</summary>
    internal sealed record Setting(string Name, Mlp Model);

    static string Line(Layer hidden, int j) =>
        $"Line {(j + 1).ToString(CultureInfo.InvariantCulture)}: {Words.Linear([hidden.Weights[0, j], hidden.Weights[1, j]], hidden.Bias[j], "x₁", "x₂")} = 0.";

    static void Check(Mlp model, string name)
    {
        ArgumentNullException.ThrowIfNull(model, name);
        if (model.Layers.Length != 2 || model.Inputs != 2 || model.Outputs != 1 || model.Layers[0].Units > MostUnits || model.Layers.Any(layer => layer.Activation != Activation.Sigmoid))
            throw new ArgumentException($"Figure.ByHand expects for {name} a network with 2 inputs, 1 to {MostUnits} hidden units and 1 output, sigmoid in both layers, but got {model}.", name);
    }
}
