using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>
/// The plane through a run's last model that follows the run best: spanned by the two principal directions of the models on its path.
/// </summary>
/// <param name="Last">θ of the last model: all weights and biases in one vector.</param>
/// <param name="One">The direction in which the path varies most, of length 1.</param>
/// <param name="Other">The direction at right angles to it in which it varies most of what is left.</param>
/// <param name="Share">The part of the path's variance that lies in the two.</param>
/// <param name="Shape">Any model of the run: it gives a vector its layers back.</param>
sealed record ParameterPlane(Vector<double> Last, Vector<double> One, Vector<double> Other, double Share, Mlp Shape)
{
    internal static ParameterPlane Of(IReadOnlyList<Mlp> path)
    {
        var models = Matrix<double>.Build.DenseOfRowVectors(path.Select(Flat));
        var mean = models.ColumnSums() / models.RowCount;
        var centred = Matrix<double>.Build.DenseOfRowVectors(models.EnumerateRows().Select(row => row - mean));
        var principal = (centred.TransposeThisAndMultiply(centred) / models.RowCount).Evd(Symmetricity.Symmetric);
        // Eigenvalues come in ascending order. A direction may point either way: here the run goes forward in both.
        var last = models.Row(models.RowCount - 1);
        Vector<double> Forward(int fromTop)
        {
            var direction = principal.EigenVectors.Column(models.ColumnCount - 1 - fromTop);
            return (last - models.Row(0)) * direction < 0 ? -direction : direction;
        }
        double[] variance = [.. principal.EigenValues.Select(value => Math.Max(0, value.Real)).OrderDescending()];
        return new ParameterPlane(last, Forward(0), Forward(1), variance.Sum() == 0 ? 1 : (variance[0] + variance[1]) / variance.Sum(), path[^1]);
    }

    /// <summary>Where a model's foot on the plane lies, seen from the last model.</summary>
    internal (double X, double Y) Project(Mlp model)
    {
        var away = Flat(model) - Last;
        return (away * One, away * Other);
    }

    /// <summary>The model at a place of the plane.</summary>
    internal Mlp At(double x, double y)
    {
        var theta = Last + x * One + y * Other;
        var start = 0;
        Vector<double> Next(int count) => theta.SubVector((start += count) - count, count);
        return new Mlp([.. Shape.Layers.Select(layer => new Layer(
            Matrix<double>.Build.DenseOfColumnMajor(layer.Inputs, layer.Units, Next(layer.Inputs * layer.Units)), Next(layer.Units), layer.Activation))]);
    }

    static Vector<double> Flat(Mlp model) =>
        Vector<double>.Build.DenseOfEnumerable(model.Layers.SelectMany(layer => layer.Weights.ToColumnMajorArray().Concat(layer.Bias)));
}
