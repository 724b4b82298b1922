using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class GradientsTests
{
    [Fact]
    public void The_gradient_of_a_quadratic_form_is_known() // f = Σ i·x²/2 has the gradient i·x
    {
        var at = Matrices.Of(new double[,] { { 1, -2, 300 }, { 0, 5, 1e-3 } });
        var factors = Matrices.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        var gradient = Gradients.Numerical(m => factors.PointwiseMultiply(m.PointwiseMultiply(m)).Enumerate().Sum() / 2, at);
        Near.Absolute(factors.PointwiseMultiply(at), gradient, 1e-4);
        Assert.Equal(Matrices.Of(new double[,] { { 1, -2, 300 }, { 0, 5, 1e-3 } }), at);
    }

    [Fact]
    public void A_vector_has_a_gradient_of_its_shape() =>
        Near.Absolute(Matrices.Of(2, -4).ToColumnMatrix(), Gradients.Numerical(v => v.DotProduct(v), Matrices.Of(1, -2)).ToColumnMatrix(), 1e-8);

    [Fact]
    public void A_function_may_write_in_what_it_is_given() =>
        Near.Absolute(Matrices.Of(new double[,] { { 1, 1 } }),
            Gradients.Numerical(m => { var sum = m.Enumerate().Sum(); m.Clear(); return sum; }, Matrices.Of(new double[,] { { 3, 4 } })), 1e-8);

    [Fact]
    public void Bad_inputs_are_refused()
    {
        var at = Matrix<double>.Build.Dense(1, 1);
        Refused.Null("f", () => Gradients.Numerical(null!, at));
        Refused.Null("at", () => Gradients.Numerical(_ => 0, (Matrix<double>)null!));
        Refused.Argument("at", "finite", "at[0, 0] is NaN", () => Gradients.Numerical(_ => 0, at + double.NaN));
        Refused.Range("step", "above 0", "got 0", () => Gradients.Numerical(_ => 0, at, step: 0));
    }
}
