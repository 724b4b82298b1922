using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class DatasetTests
{
    static readonly Matrix<double> X = Matrices.Of(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
    static readonly Matrix<double> Y = Matrices.Of(new double[,] { { 0 }, { 1 }, { 1 } });

    [Fact]
    public void It_says_what_it_holds() =>
        Assert.Equal("mine: 3 points in 2 dimensions, 1 of class 0 and 2 of class 1", new Dataset(X, Y, "mine").ToString());

    [Fact]
    public void It_keeps_copies()
    {
        var (x, y) = (X.Clone(), Y.Clone());
        var data = new Dataset(x, y);
        x.Clear();
        y.Clear();
        Assert.Equal(X, data.X);
        Assert.Equal(Y, data.Y);
    }

    [Fact]
    public void A_sparse_matrix_is_taken_too() =>
        Assert.Equal(X, new Dataset(Matrix<double>.Build.SparseOfMatrix(X), Y).X);

    [Fact]
    public void Map_transforms_the_points_and_keeps_the_labels()
    {
        var mapped = new Dataset(X, Y, "mine").Map(FeatureMap.Squares);
        Assert.Equal(Matrices.Of(new double[,] { { 1, 4 }, { 9, 16 }, { 25, 36 } }), mapped.X);
        Assert.Equal(Y, mapped.Y);
        Assert.Equal("φ(mine)", mapped.Name);
    }

    [Fact]
    public void A_map_that_writes_in_place_does_not_change_the_data()
    {
        var data = new Dataset(X, Y);
        data.Map(x => { x.Multiply(2, x); return x; });
        Assert.Equal(X, data.X);
    }

    [Fact]
    public void Bad_points_and_labels_are_refused()
    {
        Refused.Null("x", () => new Dataset(null!, Y));
        Refused.Null("y", () => new Dataset(X, null!));
        Refused.Argument("x", "at least one row", "0×2", () => new Dataset(Matrix<double>.Build.Dense(0, 2), Y));
        Refused.Argument("x", "at least one row and one column", "3×0", () => new Dataset(Matrix<double>.Build.Dense(3, 0), Y));
        Refused.Argument("x", "finite", "x[1, 0] is NaN", () => new Dataset(Matrices.Of(new[,] { { 1, 2 }, { double.NaN, 3 } }), Y));
        Refused.Argument("x", "finite", "x[0, 1] is Infinity", () => new Dataset(Matrices.Of(new[,] { { 1, double.PositiveInfinity } }), Y));
        Refused.Argument("y", "3×1", "2×1", () => new Dataset(X, Y.SubMatrix(0, 2, 0, 1)));
        Refused.Argument("y", "1 column", "3×2", () => new Dataset(X, Matrix<double>.Build.Dense(3, 2)));
        Refused.Argument("y", "labels 0 and 1", "y[0, 0] is -1", () => new Dataset(X, Y * 2 - 1));
        Refused.Argument("name", "empty", "", () => new Dataset(X, Y, ""));
    }

    [Fact]
    public void A_bad_map_is_refused()
    {
        var data = new Dataset(X, Y);
        Refused.Null("phi", () => data.Map(null!));
        Refused.Null("phi(X)", () => data.Map(_ => null!));
        Refused.Argument("phi", "3 rows", "2×3", () => data.Map(x => x.Transpose()));
        Refused.Argument("phi(X)", "finite", "NaN", () => data.Map(x => x * double.NaN));
    }
}
