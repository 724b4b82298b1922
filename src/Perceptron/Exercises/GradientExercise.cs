using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>
/// The gradients of a batch: e = (ŷ − y)/n, Δ = e·w_mᵀ ⊙ (1 − H) ⊙ H, then XᵀΔ, the column sums of Δ, Hᵀe and Σe.
/// A mistake can be in e, in Δ or in the last step, and so in two or three of them at once: all combinations are tried, those with the fewest mistakes first.
/// </summary>
static class GradientExercise
{
    // Three different sizes, so that a transposed answer has another shape.
    const int n = 5, d = 2, m = 3;

    static readonly NumPyRandom Random = new(44);
    static readonly Matrix<double> X = Random.Uniform(n, d), H = Random.Uniform(n, m), YHat = Random.Uniform(n, 1), Wm = Random.Uniform(m, 1) - 2;
    static readonly Matrix<double> Y = Matrix<double>.Build.Dense(n, 1, (i, _) => i % 2);
    static readonly Matrix<double> OneMinusH = 1 - H;

    delegate Matrix<double> From(Matrix<double> e, Matrix<double> delta);

    sealed record Way(string? Mistake, Matrix<double> Value);

    static readonly Way[] Errors =
    [
        new(null, (YHat - Y) / n),
        new("y − ŷ stands for ŷ − y: the sign is turned", (Y - YHat) / n),
        new("the 1/n is missing: this belongs to the sum, not to the mean", YHat - Y),
        new("it is divided by n twice: the mean over the points is in e already", (YHat - Y) / (n * n)),
        new("a factor ŷ(1 − ŷ) too many: with the cross-entropy it goes away", (YHat - Y).PointwiseMultiply(YHat).PointwiseMultiply(1 - YHat) / n),
        new("the label is missing: the mistake is ŷ − y", YHat / n),
    ];

    static Way[] Deltas(Matrix<double> e)
    {
        var back = e * Wm.Transpose();
        var ones = Matrix<double>.Build.Dense(n, m, (i, _) => e[i, 0]);
        return
        [
            new(null, back.PointwiseMultiply(OneMinusH).PointwiseMultiply(H)),
            new("σ′ is forgotten: the factor (1 − H) ⊙ H", back),
            new("half of σ′ is missing: the factor 1 − H", back.PointwiseMultiply(H)),
            new("half of σ′ is missing: the factor H", back.PointwiseMultiply(OneMinusH)),
            new("σ′ stands there twice", back.PointwiseMultiply(OneMinusH).PointwiseMultiply(H).PointwiseMultiply(OneMinusH).PointwiseMultiply(H)),
            new("w_m is forgotten: each unit gets its part of the mistake by its own weight", ones.PointwiseMultiply(OneMinusH).PointwiseMultiply(H)),
        ];
    }

    static readonly (string Name, string Of, (string? Mistake, From Value)[] Ways)[] Parts =
    [
        ("dW", "W", [
            (null, (_, delta) => X.TransposeThisAndMultiply(delta)),
            ("it is transposed", (_, delta) => delta.TransposeThisAndMultiply(X)),
            ("H stands where X belongs: W is multiplied by the points", (_, delta) => H.TransposeThisAndMultiply(delta)),
        ]),
        ("db", "b", [
            (null, (_, delta) => delta.ColumnSums().ToRowMatrix()),
            ("it is not summed: this is one row of Δ only", (_, delta) => delta.Row(0).ToRowMatrix()),
            ("it is summed over the wrong axis: over the units, not over the points", (_, delta) => delta.RowSums().ToRowMatrix()),
        ]),
        ("dwm", "w_m", [
            (null, (e, _) => H.TransposeThisAndMultiply(e)),
            ("X stands where H belongs: the meta classifier sees the answers h, not the points", (e, _) => X.TransposeThisAndMultiply(e)),
            ("it is transposed", (e, _) => e.TransposeThisAndMultiply(H)),
            ("σ′ has no place here: w_m comes after the hidden sigmoids", (e, _) => H.PointwiseMultiply(OneMinusH).TransposeThisAndMultiply(e)),
        ]),
        ("dbm", "b_m", [
            (null, (e, _) => e.ColumnSums().ToRowMatrix()),
            ("it is not summed: this is one point only", (e, _) => e.SubMatrix(0, 1, 0, 1)),
        ]),
    ];

    /// <summary>One line for each of the four.</summary>
    public static string Look(Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, BatchGradients?>? answer) =>
        Verdict.Of<BatchGradients>(answer is null ? null : () => answer(X.Clone(), Y.Clone(), H.Clone(), YHat.Clone(), Wm.Clone()), Judge);

    static string Judge(BatchGradients given)
    {
        Matrix<double>?[] values = [given.dW, given.db?.ToRowMatrix(), given.dwm, double.IsNaN(given.dbm) ? null : Matrix<double>.Build.Dense(1, 1, given.dbm)];
        return string.Join('\n', Parts.Zip(values, (part, value) => Line(part.Name, part.Of, part.Ways, value)));
    }

    static string Line(string name, string of, (string? Mistake, From Value)[] ways, Matrix<double>? given)
    {
        if (given is null)
            return $"– {name}: no answer yet.";
        var named = (from e in Errors
                     from delta in Deltas(e.Value)
                     from way in ways
                     let mistakes = new[] { e.Mistake, delta.Mistake, way.Mistake }.OfType<string>().ToArray()
                     orderby mistakes.Length
                     where Verdict.Close(way.Value(e.Value, delta.Value), given)
                     select mistakes).FirstOrDefault();
        return named switch
        {
            [] => $"✓ {name}: right.",
            { } => $"✗ {name}: {string.Join("; and ", named)}.",
            null => $"✗ {name}: {Unknown(name, of, ways[0].Value(Errors[0].Value, Deltas(Errors[0].Value)[0].Value), given)}",
        };
    }

    static string Unknown(string name, string of, Matrix<double> right, Matrix<double> given)
    {
        if (given.RowCount != right.RowCount || given.ColumnCount != right.ColumnCount)
            return $"its shape is {Require.Shape(given)}, but {of} is {Require.Shape(right)} here, and a gradient has the shape of its parameter.";
        var (i, j) = (from row in Enumerable.Range(0, right.RowCount) from column in Enumerable.Range(0, right.ColumnCount) select (row, column))
            .First(at => !Verdict.Close(right[at.row, at.column], given[at.row, at.column]));
        return string.Create(CultureInfo.InvariantCulture, $"tried on {n} points, {name}[{i}, {j}] is {given[i, j]:G6}; right is {right[i, j]:G6}.");
    }
}
