using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>The fast path of gradient descent: one model, trained in place, in storage that is allocated once.</summary>
/// <remarks>
/// The same four lines as everywhere, on blocks of rows that stay in the cache: forward, δ, back, step. The sums run over
/// the rows of a block, the blocks of a chunk and the chunks, always in this order: threads do not change the result.
/// </remarks>
sealed class Trainer
{
    // Multiplications per update from which a second thread gains more than its waking costs.
    const long WorthAThread = 400_000;

    readonly Mlp start;
    readonly Plan plan;
    readonly Points points;
    readonly Doubles parameters, gradients;
    readonly Pass pass;
    readonly Crew crew;

    /// <summary>A trainer for a model and its points.</summary>
    /// <param name="start">One sigmoid output, one input per column of X.</param>
    /// <param name="data">The points.</param>
    /// <param name="lanes">The width of a vector; by default the processor's.</param>
    /// <param name="threads">At most so many; by default as many as there are processors and as pay.</param>
    public Trainer(Mlp start, Dataset data, Lanes? lanes = null, int? threads = null)
    {
        this.start = start;
        plan = new Plan(start, data.Count);
        points = new Points(plan, data);
        parameters = new Doubles(plan.GradientLength);
        gradients = new Doubles((long)plan.Chunks * plan.GradientLength);
        for (var l = 0; l < start.Layers.Length; l++)
        {
            start.Layers[l].Weights.AsColumnMajorArray().CopyTo(parameters.Span[plan.Weights(l)..]);
            start.Layers[l].Bias.AsArray().CopyTo(parameters.Span[plan.Bias(l)..]);
        }
        var worth = Work(data.Count) < WorthAThread ? 1 : Environment.ProcessorCount;
        var passes = new Pass[Math.Min(threads ?? worth, plan.Chunks)];
        for (var i = 0; i < passes.Length; i++)
            passes[i] = LanesOf.Pass(lanes ?? LanesOf.Processor, plan, points, parameters, gradients);
        pass = passes[0];
        crew = new Crew(passes, plan.Chunks);
    }

    /// <summary>The mean loss; known after <see cref="Gradient"/> with it.</summary>
    public double Loss => gradients.Span[plan.ParameterCount] / points.Count;

    /// <summary>∂L/∂θ of the summed loss L, and the loss itself if it is asked for.</summary>
    /// <returns>Whether all scores are finite.</returns>
    public bool Gradient(bool withLoss)
    {
        crew.Run(withLoss);
        var total = gradients.Span[..plan.GradientLength];
        for (var chunk = 1; chunk < plan.Chunks; chunk++)
            pass.Add(total, 1, gradients.Span.Slice(chunk * plan.GradientLength, plan.GradientLength));
        // The last bias has the sum of all δ: not a number as soon as one score is none.
        return double.IsFinite(total[plan.ParameterCount - 1]);
    }

    /// <summary>θ ← θ − α ∂L/∂θ, with the gradient of the mean loss or of the summed one.</summary>
    public void Step(double alpha, Reduction reduction) =>
        pass.Add(parameters.Span, reduction == Reduction.Mean ? -alpha / points.Count : -alpha, gradients.Span[..plan.GradientLength]);

    /// <summary>Goes on with other points, if there is room for them.</summary>
    public bool TryLoad(Dataset data)
    {
        if (data.Count > points.Capacity)
            return false;
        points.Load(data);
        return true;
    }

    /// <summary>The model as it is now: a copy.</summary>
    public Mlp Model() => start.With([.. start.Layers.Select((layer, l) => layer.With(
        Matrix<double>.Build.Dense(layer.Inputs, layer.Units, parameters.Span.Slice(plan.Weights(l), layer.Inputs * layer.Units).ToArray()),
        Vector<double>.Build.Dense(parameters.Span.Slice(plan.Bias(l), layer.Units).ToArray())))]);

    /// <summary>Three products per weight, and an activation per unit that takes about twenty.</summary>
    long Work(int count) => count * (3L * plan.ParameterCount + 20L * plan.Hidden);
}
