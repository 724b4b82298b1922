using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>What each type shows of itself: one or more grids under its own <c>ToString</c>.</summary>
static class Grids
{
    public static IEnumerable<Grid>? Of(object value) => value switch
    {
        Dataset data => [Of(data)],
        Layer layer => [Of($"{layer}", layer.Weights, layer.Bias)],
        LayerPass pass => [Of(pass)],
        LayerGradient gradient => [Of($"{gradient}", gradient.Weights, gradient.Bias)],
        Mlp model => Of(model),
        MlpPass pass => pass.Layers.Select((layer, k) => Of(layer, Input(k))).Prepend(Heading(pass)),
        LogisticRegression classifier => [Of(classifier)],
        Epoch epoch => Of(epoch.Model).Prepend(Heading(epoch)),
        Activation or Descent => [Heading(value)],
        _ => null,
    };

    static Grid Heading(object value) => new($"{value}", [], []);

    static IEnumerable<Grid> Of(Mlp model) =>
        model.Layers.Select((layer, k) => Of($"{layer}", layer.Weights, layer.Bias, Input(k))).Prepend(Heading(model));

    /// <summary>What a layer of a network is fed: the points, or the answers of the layer before.</summary>
    static string Input(int layer) => layer == 0 ? "x" : "h";

    static Grid Of(Dataset data) => Grid.Of(
        $"{data}", data.Count, data.Dimensions + 1,
        i => $"{i}",
        j => j < data.Dimensions ? Named("x", j) : "y",
        (i, j) => Formula.Number(j < data.Dimensions ? data.X[i, j] : data.Y[i, 0]));

    /// <summary>A line per input and one for the bias, a column per unit: the picture of xW + b.</summary>
    static Grid Of(string caption, Matrix<double> weights, Vector<double> bias, string input = "x") => Grid.Of(
        caption, weights.RowCount + 1, weights.ColumnCount,
        i => i < weights.RowCount ? Named(input, i) : "bias",
        j => $"unit {j + 1}",
        (i, j) => Formula.Number(i < weights.RowCount ? weights[i, j] : bias[j]));

    static Grid Of(LayerPass pass, string input = "x")
    {
        var (d, m) = (pass.X.ColumnCount, pass.S.ColumnCount);
        return Grid.Of(
            $"{pass}", pass.X.RowCount, d + 2 * m,
            i => $"{i}",
            j => j < d ? Named(input, j) : j < d + m ? Named("s", j - d) : Named("h", j - d - m),
            (i, j) => Formula.Number(j < d ? pass.X[i, j] : j < d + m ? pass.S[i, j - d] : pass.H[i, j - d - m]));
    }

    static Grid Of(LogisticRegression classifier) => Grid.Of(
        $"{classifier}", classifier.Weights.Count + 1, 1,
        i => i < classifier.Weights.Count ? Named("w", i) : "b",
        null,
        (i, _) => Formula.Number(i < classifier.Weights.Count ? classifier.Weights[i] : classifier.Bias));

    static string Named(string symbol, int index) => symbol + Formula.Subscript(index + 1);
}
