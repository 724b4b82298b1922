namespace Perceptron;

/// <summary>A network as an ONNX model: a file that engines such as ONNX Runtime run, on processors, graphics cards and in web pages.</summary>
/// <remarks>
/// The model has one input, <c>x</c> (n×d, one point per row), and one output, <c>probabilities</c> (n×1 for a classifier),
/// both of doubles; n is free. It computes what <see cref="Mlp.Probabilities"/> does. Layer l is sₗ = hₗ₋₁Wₗ + bₗ, one <c>Gemm</c>
/// with the constants <c>Wl</c> (d×m) and <c>bl</c> (m), then one <c>Sigmoid</c>, <c>Tanh</c>, <c>Relu</c> or <c>Identity</c>;
/// the step, for which there is no operator, is <c>GreaterOrEqual</c> to 0 and a <c>Cast</c>.
/// Operator set 16 of the default domain, IR version 8: ONNX 1.11 of 2022 or newer. Equal networks give equal bytes.
/// Source: the ONNX specification, https://github.com/onnx/onnx (docs/IR.md, docs/Operators.md, onnx/onnx.proto).
/// </remarks>
public static class Onnx
{
    /// <summary>The model as the bytes of its file.</summary>
    /// <param name="model">A network whose last layer gives probabilities. A <see cref="LogisticRegression"/> becomes one by its ToMlp().</param>
    /// <exception cref="ArgumentException">The activation of the last layer is neither sigmoid nor step.</exception>
    public static byte[] Bytes(Mlp model) => Bytes(model, "Onnx.Bytes");

    /// <summary>Writes the model to a file, whole or not at all: one that is there already is replaced in one go.</summary>
    /// <param name="model">A network whose last layer gives probabilities.</param>
    /// <param name="path">The file, by custom with the extension <c>.onnx</c>.</param>
    /// <exception cref="ArgumentException">The activation of the last layer is neither sigmoid nor step, or the path is empty or that of a folder.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder of the file does not exist.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(Mlp model, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException("Onnx.Save expects the path of a file, such as circles.onnx, but it is empty.", nameof(path));
        var target = Path.GetFullPath(path);
        if (Path.GetFileName(target) == "" || Directory.Exists(target))
            throw new ArgumentException($"Onnx.Save expects the path of a file, but {path} is a folder. Add a name, such as circles.onnx.", nameof(path));
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"Onnx.Save expects a path in a folder that exists, but {folder} does not. Make it first, with Directory.CreateDirectory.");
        WriteWhole(Bytes(model, "Onnx.Save"), folder, target);
    }

    static byte[] Bytes(Mlp model, string who)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.GivesProbabilities)
            throw new ArgumentException($"{who} expects a model whose last layer gives probabilities (sigmoid or step), but the last layer is {model.Layers[^1].Activation}: {model}.", nameof(model));
        return OnnxModel.Of(model).ToArray();
    }

    /// <summary>Writes beside the target and renames: a reader, or a crash, sees the old file or the new one and never half of either.</summary>
    static void WriteWhole(byte[] bytes, string folder, string target)
    {
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
