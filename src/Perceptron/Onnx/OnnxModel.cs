using System.Buffers.Binary;
using System.Globalization;

namespace Perceptron;

/// <summary>The messages of onnx.proto that a network needs; the numbers are those of its fields there.</summary>
static class OnnxModel
{
    const string Input = "x", Output = "probabilities", Zero = "zero";
    const int Double = 11; // TensorProto.DataType.DOUBLE

    // Of 2022: it has every operator below for doubles, and an engine runs sets that are older than itself, not newer ones.
    const int OperatorSet = 16, IrVersion = 8;

    static readonly Dictionary<Activation, string> Operators = new()
    {
        [Activation.Sigmoid] = "Sigmoid",
        [Activation.Tanh] = "Tanh",
        [Activation.ReLU] = "Relu",
        [Activation.Identity] = "Identity",
    };

    /// <summary>ModelProto. The empty domain, which protobuf leaves out, is that of ONNX's own operators.</summary>
    public static Protobuf Of(Mlp model) => new Protobuf()
        .Add(1, IrVersion)
        .Add(2, "LinearToNeural.Lesson") // producer_name
        .Add(6, model.ToString()) // doc_string
        .Add(7, Graph(model))
        .Add(8, new Protobuf().Add(2, OperatorSet)); // opset_import

    /// <summary>GraphProto.</summary>
    static Protobuf Graph(Mlp model) => new Protobuf()
        .Add(1, Nodes(model))
        .Add(2, "mlp") // name
        .Add(5, Constants(model)) // initializer
        .Add(11, Value(Input, model.Inputs, $"n×{model.Inputs}: one point per row"))
        .Add(12, Value(Output, model.Outputs, $"n×{model.Outputs}: P(y = 1 | x) of every row"));

    static IEnumerable<Protobuf> Nodes(Mlp model)
    {
        var h = Input;
        for (var l = 1; l <= model.Layers.Length; l++)
        {
            var s = Name("s", l);
            yield return Node("Gemm", s, h, Name("W", l), Name("b", l));
            h = l == model.Layers.Length ? Output : Name("h", l);
            var activation = model.Layers[l - 1].Activation;
            if (activation != Activation.Step)
                yield return Node(Operators[activation], h, s);
            else
            {
                var above = Name("above", l);
                yield return Node("GreaterOrEqual", above, s, Zero);
                yield return Node("Cast", h, above).Add(5, Integer("to", Double)); // attribute
            }
        }
    }

    /// <summary>W and b of every layer, and the 0 of the step.</summary>
    static IEnumerable<Protobuf> Constants(Mlp model)
    {
        for (var l = 1; l <= model.Layers.Length; l++)
        {
            var layer = model.Layers[l - 1];
            yield return Tensor(Name("W", l), layer.Weights.ToRowMajorArray(), layer.Inputs, layer.Units);
            yield return Tensor(Name("b", l), layer.Bias.ToArray(), layer.Units);
        }
        if (model.Layers.Any(layer => layer.Activation == Activation.Step))
            yield return Tensor(Zero, [0]);
    }

    /// <summary>NodeProto. Gemm's attributes keep their defaults: factors of 1, nothing transposed.</summary>
    static Protobuf Node(string @operator, string output, params string[] inputs) =>
        inputs.Aggregate(new Protobuf(), (node, input) => node.Add(1, input)).Add(2, output).Add(4, @operator);

    /// <summary>AttributeProto of type INT.</summary>
    static Protobuf Integer(string name, int value) => new Protobuf().Add(1, name).Add(3, value).Add(20, 2);

    /// <summary>TensorProto, its numbers row by row as raw_data, which is little-endian on every machine.</summary>
    static Protobuf Tensor(string name, double[] values, params int[] shape)
    {
        var raw = new byte[sizeof(double) * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(raw.AsSpan(sizeof(double) * i), values[i]);
        return shape.Aggregate(new Protobuf(), (tensor, size) => tensor.Add(1, size)).Add(2, Double).Add(8, name).Add(9, raw);
    }

    /// <summary>ValueInfoProto: a matrix of doubles with any number of rows, n.</summary>
    static Protobuf Value(string name, int columns, string doc) => new Protobuf()
        .Add(1, name)
        .Add(2, new Protobuf().Add(1, new Protobuf() // type: tensor_type
            .Add(1, Double)
            .Add(2, new Protobuf() // shape
                .Add(1, new Protobuf().Add(2, "n")) // dim_param
                .Add(1, new Protobuf().Add(1, columns))))) // dim_value
        .Add(3, doc);

    static string Name(string symbol, int layer) => symbol + layer.ToString(CultureInfo.InvariantCulture);
}
