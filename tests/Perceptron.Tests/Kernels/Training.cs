using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>Random training: depth 1-4, widths 1-70, 1-700 points, every activation, both reductions, every width of a vector.</summary>
sealed record Training(Mlp Start, Dataset Data, double Alpha, Reduction Reduction, Lanes Lanes)
{
    static readonly Activation[] Hidden = [Activation.Sigmoid, Activation.Tanh, Activation.ReLU, Activation.Identity, Activation.Step];

    public static readonly Gen<Training> Gen =
        from widths in CsCheck.Gen.Int[1, 70].Array[1, 4]
        from points in CsCheck.Gen.Int[1, 700]
        from hidden in CsCheck.Gen.OneOf(Hidden).Array[widths.Length - 1]
        from reduction in CsCheck.Gen.OneOf(Reduction.Mean, Reduction.Sum)
        from lanes in CsCheck.Gen.OneOf(Supported.Lanes.ToArray())
        from seed in CsCheck.Gen.UInt
        select Of([.. widths, 1], hidden, points, reduction, lanes, seed);

    public static Training Of(int[] widths, Activation[] hidden, int points, Reduction reduction, Lanes lanes, uint seed)
    {
        var random = new NumPyRandom(seed);
        // Scores of a size at which nothing saturates, whatever the width.
        var layers = widths.Zip(widths.Skip(1), (inputs, units) => (inputs, units)).Select((size, l) => new Layer(
            (random.Uniform(size.inputs, size.units) * 4 - 2) / Math.Sqrt(size.inputs), random.Uniform(size.units) * 2 - 1,
            l < hidden.Length ? hidden[l] : Activation.Sigmoid)).ToArray();
        var x = random.Uniform(points, widths[0]) * 2 - 1;
        var y = random.Uniform(points, 1).Map(u => u < 0.5 ? 0.0 : 1.0, Zeros.Include);
        return new(new Mlp([.. layers]), new Dataset(x, y), reduction == Reduction.Mean ? 0.1 : 0.1 / points, reduction, lanes);
    }

    public Trainer Trainer(int threads = 1) => new(Start, Data, Lanes, threads);

    /// <summary>The fast path's model and loss after so many updates.</summary>
    public (Mlp Model, double Loss) Fast(int updates, int threads = 1)
    {
        var trainer = Trainer(threads);
        for (var i = 0; i < updates; i++)
        {
            Assert.True(trainer.Gradient(withLoss: i % 2 == 1));
            trainer.Step(Alpha, Reduction);
        }
        trainer.Gradient(withLoss: true);
        return (trainer.Model(), trainer.Loss);
    }

    /// <summary>The oracle: gradient descent in the words of the lesson, with matrices.</summary>
    public Epoch Readable(int updates)
    {
        var model = Start;
        for (var t = 0; t < updates; t++)
        {
            var pass = model.Forward(Data.X);
            model = model.Step(model.Backward(pass, CrossEntropy.Gradient(pass.Scores, Data.Y, Reduction)), Alpha);
        }
        return new(updates, CrossEntropy.Loss(model.Forward(Data.X).Scores, Data.Y, Reduction.Mean), model);
    }

    public override string ToString() =>
        $"{Start} ({string.Join(", ", Start.Layers.Select(layer => layer.Activation))}) on {Data.Count} points, {Reduction}, {Lanes}";
}
