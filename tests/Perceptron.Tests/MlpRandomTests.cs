namespace Perceptron.Tests;

public class MlpRandomTests
{
    [Fact]
    public void Weights_then_bias_layer_by_layer_uniform_in_0_to_1()
    {
        var random = new NumPyRandom(5);
        var expected = new Mlp(
            new Layer(random.Uniform(2, 4), random.Uniform(4), Activation.Sigmoid),
            new Layer(random.Uniform(4, 3), random.Uniform(3), Activation.Sigmoid),
            new Layer(random.Uniform(3, 1), random.Uniform(1), Activation.Sigmoid));
        Assert.Equal(expected, Mlp.Random(new NumPyRandom(5), 2, 4, 3, 1));
    }

    [Fact]
    public void The_hidden_activation_is_chosen_and_the_last_stays_sigmoid()
    {
        var model = Mlp.Random(new NumPyRandom(5), Activation.Tanh, 2, 4, 3, 1);
        Assert.Equal([Activation.Tanh, Activation.Tanh, Activation.Sigmoid], model.Layers.Select(layer => layer.Activation));
        Assert.Equal(Mlp.Random(new NumPyRandom(5), 2, 4, 3, 1).Layers[0].Weights, model.Layers[0].Weights);
        Assert.Equal([Activation.Sigmoid], Mlp.Random(new NumPyRandom(5), Activation.Tanh, 2, 1).Layers.Select(layer => layer.Activation));
    }

    [Fact]
    public void Every_layer_may_have_its_own_activation() =>
        Assert.Equal([Activation.ReLU, Activation.Identity],
            Mlp.Random(new NumPyRandom(5), [2, 4, 3], [Activation.ReLU, Activation.Identity]).Layers.Select(layer => layer.Activation));

    [Fact]
    public void Bad_widths_and_activations_are_refused_before_the_stream_moves()
    {
        var random = new NumPyRandom(1);
        Refused.Null("random", () => Mlp.Random(null!, 2, 1));
        Refused.Null("widths", () => Mlp.Random(random, (int[])null!));
        Refused.Null("hidden", () => Mlp.Random(random, (Activation)null!, 2, 1));
        Refused.Argument("widths", "at least two widths", "got 1", () => Mlp.Random(random, 2));
        Refused.Argument("widths", "at least two widths", "got 0", () => Mlp.Random(random));
        Refused.Range("widths[1]", "at least 1", "got 0", () => Mlp.Random(random, 2, 0, 1));
        Refused.Range("widths[0]", "at least 1", "got -2", () => Mlp.Random(random, -2, 3, 1));
        Refused.Null("activations", () => Mlp.Random(random, [2, 1], null!));
        Refused.Null("activations", () => Mlp.Random(random, [2, 1], [null!]));
        Refused.Argument("activations", "one activation per layer (1)", "got 2", () => Mlp.Random(random, [2, 1], [Activation.ReLU, Activation.ReLU]));
        Assert.Equal(new NumPyRandom(1).NextUInt32(), random.NextUInt32());
    }
}
