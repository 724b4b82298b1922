using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>The post's own run as NumPy replays it (Data/reference.json).</summary>
static class Reference
{
    static readonly JsonElement Json = JsonDocument.Parse(Read("reference.json")).RootElement;

    public static Matrix<double> X => Matrix(Json.GetProperty(nameof(X)));
    public static double[] Y => Json.GetProperty("y").Deserialize<double[]>()!;
    public static Mlp Initial => Model(Json.GetProperty("initial"));
    public static Mlp Final => Model(Json.GetProperty("final"));
    public static double[] Losses => Json.GetProperty("loss").Deserialize<double[]>()!;
    public static double Accuracy => Json.GetProperty("accuracy").GetDouble();

    public static IEnumerable<(int Update, string Loss)> Printed =>
        Json.GetProperty("loss_printed_by_the_post").EnumerateObject()
            .Select(line => (int.Parse(line.Name), line.Value.GetString()!));

    /// <summary>The data and the start of the post's run, from its seed alone.</summary>
    public static (Dataset Data, Mlp Start) FromSeed44()
    {
        var random = new NumPyRandom(44);
        return (Dataset.Circles(random), Mlp.Random(random, 2, 3, 1));
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", file));

    public static Matrix<double> Matrix(JsonElement rows) =>
        Matrix<double>.Build.DenseOfRowArrays(rows.Deserialize<double[][]>());

    static Mlp Model(JsonElement p) => new(
        new Layer(Matrix(p.GetProperty("W1")), Matrix(p.GetProperty("b1")).Row(0), Activation.Sigmoid),
        new Layer(Matrix(p.GetProperty("W2")), Matrix(p.GetProperty("b2")).Row(0), Activation.Sigmoid));
}
