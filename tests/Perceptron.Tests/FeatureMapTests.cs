using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class FeatureMapTests
{
    static readonly Matrix<double> X = Matrices.Of(new double[,] { { 3, -4 }, { 0, 2 } });

    [Fact]
    public void Squares_squares_every_coordinate() =>
        Assert.Equal(Matrices.Of(new double[,] { { 9, 16 }, { 0, 4 } }), FeatureMap.Squares(X));

    [Fact]
    public void Radius_is_the_distance_from_the_origin() =>
        Assert.Equal(Matrices.Of(new double[,] { { 5 }, { 2 } }), FeatureMap.Radius(X));

    [Fact]
    public void Quadratic_holds_every_term_up_to_the_second_degree() =>
        Assert.Equal(Matrices.Of(new double[,] { { 3, -4, 9, -12, 16 }, { 0, 2, 0, 0, 4 } }), FeatureMap.Quadratic(X));

    [Fact]
    public void The_data_is_not_changed()
    {
        foreach (var phi in new[] { FeatureMap.Squares, FeatureMap.Radius, FeatureMap.Quadratic })
            phi(X)[0, 0] = 99;
        Assert.Equal(Matrices.Of(new double[,] { { 3, -4 }, { 0, 2 } }), X);
    }

    [Fact]
    public void Bad_points_are_refused() =>
        Assert.All(new[] { FeatureMap.Squares, FeatureMap.Radius, FeatureMap.Quadratic }, phi =>
        {
            Refused.Null("x", () => phi(null!));
            Refused.Argument("x", "at least one row", "0×2", () => phi(Matrix<double>.Build.Dense(0, 2)));
            Refused.Argument("x", "finite", "x[0, 0] is NaN", () => phi(X * double.NaN));
        });

    [Fact]
    public void Squares_too_large_for_a_double_are_reported() =>
        Assert.Contains("FeatureMap.Squares", Assert.Throws<ArithmeticException>(() => FeatureMap.Squares(X * 1e200)).Message);
}
