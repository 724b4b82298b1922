using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class RowsTests
{
    [Fact]
    public void The_row_is_added_to_every_row_of_a_new_matrix()
    {
        var m = Matrices.Of(new double[,] { { 1, 2 }, { 3, 4 }, { 0, 0 } });
        Assert.Equal(Matrices.Of(new double[,] { { 11, 22 }, { 13, 24 }, { 10, 20 } }), m.AddToEachRow(Matrices.Of(10, 20)));
        Assert.Equal(1, m[0, 0]);
    }

    [Fact]
    public void The_zeros_of_a_sparse_matrix_get_it_too() =>
        Assert.Equal(Matrices.Of(new double[,] { { 1, 5 } }), Matrix<double>.Build.SparseOfArray(new double[,] { { 0, 3 } }).AddToEachRow(Matrices.Of(1, 2)));

    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        Refused.Argument("row", "2 numbers", "got 3", () => Matrix<double>.Build.Dense(4, 2).AddToEachRow(Matrices.Of(1, 2, 3)));
        Refused.Null("m", () => ((Matrix<double>)null!).AddToEachRow(Matrices.Of(1)));
        Refused.Null("row", () => Matrix<double>.Build.Dense(4, 2).AddToEachRow(null!));
    }
}
