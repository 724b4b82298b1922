using System.Reflection;
using System.Security.Cryptography;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>What another engine makes of an exported network.</summary>
public class OnnxTests
{
    const double Tolerance = 1e-12;

    static readonly Activation[] All =
        [.. typeof(Activation).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).Cast<Activation>()];

    [Fact]
    public void The_post_s_trained_network_gives_the_same_probabilities_and_predictions()
    {
        using var engine = new Engine(Onnx.Bytes(Reference.Final));
        var probabilities = engine.Run(Reference.X);
        Near.Absolute(Reference.Final.Probabilities(Reference.X), probabilities, Tolerance);
        Assert.Equal(Reference.Accuracy, Accuracy.Of(probabilities.Map(p => p >= 0.5 ? 1.0 : 0.0, Zeros.Include), Matrices.Of(Reference.Y).ToColumnMatrix()));
    }

    [Fact]
    public void A_classifier_of_any_depth_width_and_activation_gives_the_same_probabilities()
    {
        Engine.Needed(); // once for all samples: one that is skipped counts as failed
        (from model in Matrices.GenMlp(Gen.OneOf(All))
         from x in Matrices.Gen(7, model.Inputs, size: 4)
         select (model, x)).Sample(Agree);
    }

    [Fact]
    public void So_does_a_wide_and_deep_one()
    {
        var random = new NumPyRandom(1);
        int[] widths = [30, 200, 150, 64, 1];
        Layer Drawn(int l, Activation f) => new(
            (random.Uniform(widths[l], widths[l + 1]) - 0.5) * 0.3, random.Uniform(widths[l + 1]) - 0.5, f);
        var model = new Mlp(Drawn(0, Activation.Tanh), Drawn(1, Activation.ReLU), Drawn(2, Activation.Sigmoid), Drawn(3, Activation.Sigmoid));
        Agree(model, random.Uniform(100, 30) * 6 - 3);
    }

    [Fact]
    public void Several_outputs_keep_their_places() => Agree(
        Mlp.Random(new(3), [2, 4, 3], [Activation.Tanh, Activation.Sigmoid]), Matrices.Of(new double[,] { { 1, -2 }, { 0.5, 3 } }));

    [Fact]
    public void Far_out_the_sigmoid_is_0_or_1_there_too()
    {
        var model = new LogisticRegression(Matrices.Of(1.0), 0).ToMlp();
        Agree(model, Matrices.Of(-1e300, -800, -40, 0, 40, 800, 1e300).ToColumnMatrix());
    }

    [Fact] // At 0 itself, and beside it.
    public void The_step_is_1_from_0_on()
    {
        var step = new Mlp(new Layer(Matrices.Of(new double[,] { { 1 } }), Matrices.Of(0.0), Activation.Step));
        using var engine = new Engine(Onnx.Bytes(step));
        Assert.Equal([0, 0, 1, 1, 1], engine.Run(Matrices.Of(-2, -double.Epsilon, 0, double.Epsilon, 2).ToColumnMatrix()).Column(0));
    }

    [Fact]
    public void The_model_says_what_it_is_and_what_goes_in_and_out()
    {
        using var engine = new Engine(Onnx.Bytes(Reference.Initial));
        Assert.Equal("x: Double n×2", engine.Input);
        Assert.Equal("probabilities: Double n×1", engine.Output);
        Assert.Equal("LinearToNeural.Lesson: mlp, Mlp 2→3→1 (13 parameters)", engine.Description);
    }

    [Fact]
    public void Equal_networks_give_equal_bytes_on_every_machine()
    {
        var bytes = Onnx.Bytes(Reference.Final);
        Assert.Equal(bytes, Onnx.Bytes(new Mlp([.. Reference.Final.Layers.Select(layer => layer.With(layer.Activation))])));
        Assert.NotEqual(bytes, Onnx.Bytes(Reference.Initial));
        Assert.Equal("C3F4802763A364ADF5988DC3E9CBA7BEE86B2B66216594B40024B60B9BD4A147", Convert.ToHexString(SHA256.HashData(bytes)));
    }

    [Fact]
    public void A_saved_model_is_the_bytes_and_runs_from_its_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder["circles.onnx"];
        Onnx.Save(Reference.Final, path);
        Assert.Equal(Onnx.Bytes(Reference.Final), File.ReadAllBytes(path));
        using var engine = new Engine(path);
        Near.Absolute(Reference.Final.Probabilities(Reference.X), engine.Run(Reference.X), Tolerance);
    }

    [Fact]
    public void A_file_is_replaced_in_one_go()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not replace a file that someone has open.");
        using var folder = new TemporaryFolder();
        var path = folder["circles.onnx"];
        Onnx.Save(Reference.Initial, path);
        using (var reader = File.OpenRead(path))
        {
            Onnx.Save(Reference.Final, path);
            var old = new byte[reader.Length];
            reader.ReadExactly(old);
            Assert.Equal(Onnx.Bytes(Reference.Initial), old);
        }
        Assert.Equal(Onnx.Bytes(Reference.Final), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_folder_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var path = folder["circles.onnx"];
        File.WriteAllText(path, "an older model");
        Refused.Argument("model", "Onnx.Save", "identity", () => { Onnx.Save(Scores, path); return null; });
        Assert.ThrowsAny<IOException>(() => Onnx.Save(Reference.Final, folder[new string('n', 300)]));
        Assert.Equal("an older model", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Bad_inputs_are_refused()
    {
        using var folder = new TemporaryFolder();
        Refused.Null("model", () => Onnx.Bytes(null!));
        Refused.Argument("model", "Onnx.Bytes expects a model whose last layer gives probabilities (sigmoid or step)", "the last layer is identity: Mlp 2→3→1", () => Onnx.Bytes(Scores));
        void Save(Mlp model, string path) => Onnx.Save(model, path);
        Refused.Null("model", () => { Save(null!, folder["circles.onnx"]); return null; });
        Refused.Null("path", () => { Save(Reference.Final, null!); return null; });
        foreach (var blank in new[] { "", "  " })
            Refused.Argument("path", "the path of a file, such as circles.onnx", "it is empty", () => { Save(Reference.Final, blank); return null; });
        foreach (var path in new[] { folder.Path, folder.Path + Path.DirectorySeparatorChar, folder["new"] + Path.DirectorySeparatorChar })
            Refused.Argument("path", "the path of a file", $"{path} is a folder", () => { Save(Reference.Final, path); return null; });
        var missing = Assert.Throws<DirectoryNotFoundException>(() => Save(Reference.Final, Path.Combine(folder["models"], "circles.onnx")));
        Assert.Contains($"{folder["models"]} does not", missing.Message);
    }

    static Mlp Scores => new(Reference.Final.Layers[0], Reference.Final.Layers[1].With(Activation.Identity));

    static void Agree(Mlp model, Matrix<double> x)
    {
        using var engine = new Engine(Onnx.Bytes(model));
        var (expected, actual) = (model.Probabilities(x), engine.Run(x));
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        for (var i = 0; i < x.RowCount; i++)
            if (!OnAStep(model, x.SubMatrix(i, 1, 0, x.ColumnCount)))
                Near.Absolute(expected.SubMatrix(i, 1, 0, model.Outputs), actual.SubMatrix(i, 1, 0, model.Outputs), Tolerance);
    }

    /// <summary>Whether a score of the point is 0 but for rounding, here or in the layers before: there a step may fall either way.</summary>
    static bool OnAStep(Mlp model, Matrix<double> point)
    {
        var error = Vector<double>.Build.Dense(model.Inputs); // how far two engines may be apart; no slope is above 1
        foreach (var (layer, pass) in model.Layers.Zip(model.Forward(point).Layers))
        {
            var (w, b) = (layer.Weights.PointwiseAbs(), layer.Bias.PointwiseAbs());
            error = error * w + 1e-14 * (pass.X.Row(0).PointwiseAbs() * w + b);
            if (layer.Activation != Activation.Step)
                error += 1e-15;
            else if (pass.S.Row(0).Zip(error).Any(unit => Math.Abs(unit.First) < unit.Second))
                return true;
            else
                error.Clear();
        }
        return false;
    }
}
