using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>What one layer did on the way forward; the way back needs it.</summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed record LayerPass
{
    internal LayerPass(Matrix<double> x, Matrix<double> s, Matrix<double> h) => (X, S, H) = (x, s, h);

    /// <summary>The input, n×d.</summary>
    public Matrix<double> X { get; }

    /// <summary>The scores s = xW + b, n×m.</summary>
    public Matrix<double> S { get; }

    /// <summary>The output h = f(s), n×m.</summary>
    public Matrix<double> H { get; }

    /// <summary>Such as <c>LayerPass of 200 rows: X 200×2, S 200×3, H 200×3</c>.</summary>
    public override string ToString() =>
        $"LayerPass of {Require.Count(X.RowCount, "row")}: X {Require.Shape(X)}, S {Require.Shape(S)}, H {Require.Shape(H)}";
}
