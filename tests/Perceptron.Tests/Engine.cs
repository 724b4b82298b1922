using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;

namespace Perceptron.Tests;

/// <summary>ONNX Runtime with one model, which it has checked while loading.</summary>
sealed class Engine : IDisposable
{
    static readonly string? Missing = WhyMissing();

    readonly InferenceSession session;

    public Engine(byte[] model) => session = Loaded(options => new InferenceSession(model, options));

    public Engine(string path) => session = Loaded(options => new InferenceSession(path, options));

    /// <summary>Skips the test where the engine does not load: its native library is there for the usual systems and processors only.</summary>
    public static void Needed() => Assert.SkipWhen(Missing is not null, $"ONNX Runtime does not load here: {Missing}");

    public string Input => Described(session.InputMetadata.Single());

    public string Output => Described(session.OutputMetadata.Single());

    public string Description => $"{session.ModelMetadata.ProducerName}: {session.ModelMetadata.GraphName}, {session.ModelMetadata.Description}";

    /// <summary>The probabilities of every row of x.</summary>
    public Matrix<double> Run(Matrix<double> x)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(x.ToRowMajorArray(), [x.RowCount, x.ColumnCount]);
        using var run = new RunOptions();
        using var results = session.Run(run, ["x"], [input], ["probabilities"]);
        var shape = results[0].GetTensorTypeAndShape().Shape;
        Assert.Equal(2, shape.Length);
        return Matrix<double>.Build.DenseOfRowMajor((int)shape[0], (int)shape[1], results[0].GetTensorDataAsSpan<double>().ToArray());
    }

    public void Dispose() => session.Dispose();

    static InferenceSession Loaded(Func<SessionOptions, InferenceSession> load)
    {
        Needed();
        // One thread: models this small are done before another would have started.
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        return load(options);
    }

    static string? WhyMissing()
    {
        try
        {
            OrtEnv.Instance();
            return null;
        }
        catch (TypeInitializationException e) when (e.InnerException is DllNotFoundException or BadImageFormatException)
        {
            return e.InnerException.Message.Split('\n')[0];
        }
    }

    static string Described(KeyValuePair<string, NodeMetadata> value) =>
        $"{value.Key}: {value.Value.ElementDataType} {string.Join("×", value.Value.Dimensions.Zip(value.Value.SymbolicDimensions, (size, symbol) => symbol == "" ? $"{size}" : symbol))}";
}
