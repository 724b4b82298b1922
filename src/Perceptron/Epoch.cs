using System.Globalization;

namespace Perceptron;

/// <summary>A moment of training.</summary>
/// <param name="Updates">How many updates the model has had.</param>
/// <param name="Loss">Its mean cross-entropy over the training points, whatever the gradient's reduction.</param>
/// <param name="Model">The model itself.</param>
[TypeFormatterSource(typeof(TableFormatterSource))]
public sealed record Epoch(int Updates, double Loss, Mlp Model)
{
    /// <summary>Such as <c>after 100 updates: loss 0.425752</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"after {Require.Count(Updates, "update")}: loss {Formula.Number(Loss)}");
}
