using CsCheck;

namespace Perceptron.Tests;

public class MlpCollapseTests
{
    [Fact]
    public void A_network_without_hidden_activations_is_one_layer() =>
        (from model in Matrices.GenMlp(Gen.Const(Activation.Identity))
         from x in Matrices.Gen(4, model.Inputs)
         select (model, x)).Sample((model, x) =>
         {
             var layer = model.Collapse();
             return (layer.Forward(x).S - model.Forward(x).Scores).InfinityNorm() < 1e-10
                 && (layer.Inputs, layer.Units, layer.Activation) == (model.Inputs, 1, Activation.Sigmoid);
         });

    [Fact]
    public void The_activation_of_the_last_layer_is_kept() =>
        Assert.Equal(Activation.Tanh, Mlp.Random(new(1), [2, 3, 2], [Activation.Identity, Activation.Tanh]).Collapse().Activation);

    [Fact]
    public void A_single_layer_is_its_own_collapse()
    {
        var model = Mlp.Random(new(1), 2, 1);
        Assert.Equal(model.Layers[0], model.Collapse());
    }

    [Fact]
    public void A_hidden_layer_that_bends_is_named()
    {
        var model = Mlp.Random(new(1), [2, 3, 4, 1], [Activation.Identity, Activation.Sigmoid, Activation.Sigmoid]);
        Assert.Contains("layer 1 is sigmoid: Layer 3→4 sigmoid", Assert.Throws<InvalidOperationException>(model.Collapse).Message);
    }
}
