using System.Collections;

namespace Perceptron;

/// <summary>The sequence that <see cref="GradientDescent"/> returns: a type of its own, so that it can say that it is endless.</summary>
[TypeFormatterSource(typeof(TableFormatterSource))]
sealed class Descent(Mlp start, IEnumerable<Dataset> batches, string points, double alpha, Reduction reduction) : IEnumerable<Epoch>
{
    public IEnumerator<Epoch> GetEnumerator() => new Updates(start, batches.GetEnumerator(), alpha, reduction);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() =>
        $"Gradient descent of {start} on {points}, alpha = {Require.Text(alpha)}, {(reduction == Reduction.Mean ? "mean" : "summed")} gradient: an endless sequence of epochs, cut it with .Take(n)";

    /// <summary>
    /// An epoch costs a loss and a copy of the model, and both are made when it is looked at: who moves over it, as
    /// ElementAt, Skip and Every do, pays for the update alone and allocates nothing.
    /// </summary>
    sealed class Updates(Mlp start, IEnumerator<Dataset> batches, double alpha, Reduction reduction) : IEnumerator<Epoch>
    {
        Trainer? trainer;
        Dataset? batch;
        Epoch? current;
        int updates;

        public Epoch Current
        {
            get
            {
                if (trainer is null)
                    throw new InvalidOperationException("The sequence has not started: call MoveNext before Current.");
                if (current is null)
                {
                    trainer.Gradient(withLoss: true);
                    current = new Epoch(updates, Finite(trainer.Loss), updates == 0 ? start : trainer.Model());
                }
                return current;
            }
        }

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (trainer is not null)
                Update();
            if (!batches.MoveNext())
                return false;
            if (batches.Current != batch)
                Load(batches.Current);
            return true;
        }

        public void Reset() => throw new NotSupportedException("A training cannot go back: enumerate the sequence anew.");

        public void Dispose() => batches.Dispose();

        void Update()
        {
            // An epoch that was looked at has left its gradient.
            if (current is null && !trainer!.Gradient(withLoss: false))
            {
                trainer.Gradient(withLoss: true);
                Finite(trainer.Loss);
            }
            trainer!.Step(alpha, reduction);
            updates++;
            current = null;
        }

        void Load(Dataset next)
        {
            GradientDescent.CheckInputs(start, next, "batches");
            if (trainer is null || !trainer.TryLoad(next))
                trainer = new Trainer(trainer is null ? start : trainer.Model(), next);
            batch = next;
        }

        double Finite(double loss) => double.IsFinite(loss) ? loss :
            throw new ArithmeticException($"GradientDescent.Run left the finite numbers: after {Require.Count(updates, "update")} with alpha = {Require.Text(alpha)} the loss is {Require.Text(loss)}. Take a smaller alpha, or scale the data down.");
    }
}
