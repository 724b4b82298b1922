using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>What every layer did on the way forward.</summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed record MlpPass
{
    internal MlpPass(ImmutableArray<LayerPass> layers) => Layers = layers;

    /// <summary>One pass per layer, in order; the H of each is the X of the next.</summary>
    public ImmutableArray<LayerPass> Layers { get; }

    /// <summary>The scores of the last layer, n×1 for a classifier: what the loss is computed from.</summary>
    public Matrix<double> Scores => Layers[^1].S;

    /// <summary>ŷ, the output of the last layer.</summary>
    public Matrix<double> YHat => Layers[^1].H;

    /// <summary>Such as <c>MlpPass of 200 rows: 2→3→1</c>.</summary>
    public override string ToString() =>
        $"MlpPass of {Require.Count(YHat.RowCount, "row")}: {string.Join("→", Layers.Select(layer => layer.X.ColumnCount).Append(YHat.ColumnCount))}";
}
