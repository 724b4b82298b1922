using System.Collections;

namespace Perceptron;

/// <summary>Gradient descent in the words of the lesson, with matrices: what <see cref="Descent"/> is held against.</summary>
sealed class ReadableDescent(Mlp start, Dataset data, double alpha, Reduction reduction) : IEnumerable<Epoch>
{
    public IEnumerator<Epoch> GetEnumerator()
    {
        var model = start;
        for (var updates = 0; ; updates++)
        {
            var pass = model.ForwardOf(data.X);
            var loss = CrossEntropy.LossOf(pass.Scores, data.Y, Reduction.Mean);
            if (!double.IsFinite(loss))
                throw new ArithmeticException($"GradientDescent.Run left the finite numbers: after {Require.Count(updates, "update")} with alpha = {Require.Text(alpha)} the loss is {Require.Text(loss)}. Take a smaller alpha, or scale the data down.");
            yield return new Epoch(updates, loss, model);
            var delta = CrossEntropy.GradientOf(pass.Scores, data.Y, reduction);
            model = model.StepOf(model.BackwardOf(pass, delta), alpha);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
