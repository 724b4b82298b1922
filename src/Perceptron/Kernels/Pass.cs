namespace Perceptron;

/// <summary>What one thread needs to go forward and back through a part of the points.</summary>
abstract class Pass
{
    /// <summary>The gradient of the summed loss over the blocks of a chunk, and that loss if it is asked for.</summary>
    public abstract void Run(int chunk, bool withLoss);

    /// <summary>a ← a + scale·b.</summary>
    public abstract void Add(Span<double> a, double scale, ReadOnlySpan<double> b);
}

/// <inheritdoc cref="Pass"/>
sealed unsafe class Pass<V, S> : Pass where V : struct where S : struct, ISimd<V>
{
    readonly Plan plan;
    readonly Points points;
    readonly Doubles parameters, gradients, scores, spare, blockGradient;
    readonly Doubles[] hidden;
    readonly ActivationKernels[] activations;

    public Pass(Plan plan, Points points, Doubles parameters, Doubles gradients)
    {
        (this.plan, this.points, this.parameters, this.gradients) = (plan, points, parameters, gradients);
        scores = new(plan.BlockRows);
        spare = new((long)plan.BlockRows * plan.Widest);
        blockGradient = new(plan.GradientLength);
        hidden = [.. plan.Layers.SkipLast(1).Select(layer => new Doubles((long)plan.BlockRows * layer.Units))];
        activations = [.. plan.Layers.SkipLast(1).Select(layer => ActivationKernels.Of<V, S>(layer.Activation))];
    }

    public override void Run(int chunk, bool withLoss)
    {
        var blocks = plan.Blocks(points.Count);
        int first = First(chunk, blocks), end = First(chunk + 1, blocks);
        var sum = gradients.At + (nint)chunk * plan.GradientLength;
        if (first == end)
            new Span<double>(sum, plan.GradientLength).Clear();
        for (var block = first; block < end; block++)
        {
            var gradient = block == first ? sum : blockGradient.At;
            Forward(block);
            gradient[plan.ParameterCount] = withLoss ? Kernels<V, S>.Loss(scores.At, points.Z(block), points.Rows(block)) : 0;
            Backward(block, gradient);
            if (block != first)
                Kernels<V, S>.Add(sum, 1, gradient, plan.GradientLength);
        }
    }

    public override void Add(Span<double> a, double scale, ReadOnlySpan<double> b)
    {
        fixed (double* toA = a, toB = b)
            Kernels<V, S>.Add(toA, scale, toB, a.Length);
    }

    int First(int chunk, int blocks) => (int)((long)chunk * blocks / plan.Chunks);

    double* Weights(int l) => parameters.At + plan.Weights(l);

    double* Bias(int l) => parameters.At + plan.Bias(l);

    double* Input(int l, int block) => l == 0 ? points.X(block) : hidden[l - 1].At;

    void Forward(int block)
    {
        int n = points.Rows(block), ld = plan.BlockRows, last = hidden.Length;
        for (var l = 0; l < last; l++)
        {
            var layer = plan.Layers[l];
            Kernels<V, S>.Product(Input(l, block), Weights(l), 1, layer.Inputs, Bias(l), hidden[l].At, n, ld, layer.Inputs, layer.Units);
            activations[l].Activate(hidden[l].At, (nint)(layer.Units - 1) * ld + n);
        }
        Kernels<V, S>.Score(Input(last, block), Weights(last), *Bias(last), scores.At, n, ld, plan.Layers[last].Inputs);
    }

    /// <summary>Each δ takes the place of the h that it belongs to.</summary>
    void Backward(int block, double* g)
    {
        int n = points.Rows(block), ld = plan.BlockRows, last = hidden.Length;
        g[plan.Bias(last)] = Kernels<V, S>.Delta(scores.At, points.Z(block), n);
        if (last == 0)
            Kernels<V, S>.Dots(points.X(block), scores.At, g, n, ld, plan.Layers[0].Inputs, 1);
        for (var l = last - 1; l >= 0; l--)
        {
            var (layer, next) = (plan.Layers[l], plan.Layers[l + 1]);
            if (l == last - 1)
                activations[l].ScoreBack(scores.At, Weights(last), hidden[l].At, g + plan.Weights(last), g + plan.Bias(l), n, ld, layer.Units);
            else
            {
                Kernels<V, S>.Product(hidden[l + 1].At, Weights(l + 1), next.Inputs, 1, null, spare.At, n, ld, next.Units, next.Inputs);
                activations[l].SlopeBack(spare.At, hidden[l].At, g + plan.Bias(l), n, ld, layer.Units);
            }
            Kernels<V, S>.Dots(Input(l, block), hidden[l].At, g + plan.Weights(l), n, ld, layer.Inputs, layer.Units);
        }
    }
}
