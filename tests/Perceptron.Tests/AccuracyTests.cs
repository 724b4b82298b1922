using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class AccuracyTests
{
    static Matrix<double> Column(params double[] values) => Matrix<double>.Build.Dense(values.Length, 1, values);

    [Fact]
    public void It_is_the_share_of_right_predictions()
    {
        Assert.Equal(0.75, Accuracy.Of(Column(0, 1, 1, 0), Column(0, 1, 1, 1)));
        Assert.Equal(1, Accuracy.Of(Column(1), Column(1)));
        Assert.Equal(0, Accuracy.Of(Column(1), Column(0)));
    }

    [Fact]
    public void Probabilities_instead_of_predictions_are_refused()
    {
        Refused.Argument("predicted", "labels 0 and 1", "predicted[1, 0] is 0.7", () => Accuracy.Of(Column(0, 0.7), Column(0, 1)));
        Refused.Argument("y", "labels 0 and 1", "y[0, 0] is 2", () => Accuracy.Of(Column(0), Column(2)));
        Refused.Argument("y", "2×1", "1×1", () => Accuracy.Of(Column(0, 1), Column(1)));
        Refused.Null("predicted", () => Accuracy.Of(null!, Column(1)));
    }
}
