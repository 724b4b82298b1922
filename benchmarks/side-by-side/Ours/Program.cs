// The .NET side of the comparison: takes one order a line on its standard input, answers with one line.
//   load N H FOLDER   makes the points and the start, and writes them for the others (column after column, doubles)
//   ours U            U updates through the public call, the loss every 100 → milliseconds and the last loss
//   mathnet U         the same four lines with Math.NET's operators, as Math.NET comes
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using Perceptron;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (data, start) = (Dataset.Circles(44), Mlp.Random(new NumPyRandom(44), 2, 3, 1));

while (Console.ReadLine() is { } line)
{
    var order = line.Split(' ');
    switch (order[0])
    {
        case "load":
            Load(int.Parse(order[1]), int.Parse(order[2]), order[3]);
            Console.WriteLine("loaded");
            break;
        case "ours" or "mathnet":
            var updates = int.Parse(order[1]);
            GC.Collect();
            var began = Stopwatch.GetTimestamp();
            var loss = order[0] == "ours" ? Ours(updates) : WithMathNet(updates);
            Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:R} {loss:R}");
            break;
        default:
            Console.WriteLine($"unknown order: {line}");
            break;
    }
}

void Load(int points, int units, string folder)
{
    // The lesson's stream for its own size: data first, then weights.
    var random = new NumPyRandom(44);
    data = Dataset.Circles(random, points);
    start = Mlp.Random(random, 2, units, 1);
    foreach (var (name, values) in new[]
    {
        ("X", data.X.ToColumnMajorArray()), ("y", data.Y.ToColumnMajorArray()),
        ("W", start.Layers[0].Weights.ToColumnMajorArray()), ("b", start.Layers[0].Bias.ToArray()),
        ("wm", start.Layers[1].Weights.ToColumnMajorArray()), ("bm", start.Layers[1].Bias.ToArray()),
    })
        File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(values.AsSpan()));
}

double Ours(int updates)
{
    using var run = GradientDescent.Run(start, data, 2.0, Reduction.Mean).GetEnumerator();
    var loss = 0.0;
    for (var t = 0; t <= updates; t++)
    {
        run.MoveNext();
        if (t % 100 == 0 && t < updates)
            loss = run.Current.Loss;
    }
    return loss;
}

double WithMathNet(int updates)
{
    static Matrix<double> Sigmoid(Matrix<double> s) => 1 / (1 + (-s).PointwiseExp());
    var (X, y) = (data.X, data.Y);
    var (W, b, wm, bm) = (start.Layers[0].Weights, start.Layers[0].Bias, start.Layers[1].Weights, start.Layers[1].Bias);
    var (ones, alpha, loss) = (Vector<double>.Build.Dense(data.Count, 1.0), 2.0 / data.Count, 0.0);
    for (var t = 0; t < updates; t++)
    {
        var h = Sigmoid(X * W + ones.OuterProduct(b));
        var s2 = h * wm + ones.OuterProduct(bm);
        if (t % 100 == 0)
            loss = CrossEntropy.Loss(s2, y, Reduction.Mean);
        var delta = Sigmoid(s2) - y;
        var dh = (delta * wm.Transpose()).PointwiseMultiply(h.PointwiseMultiply(1 - h));
        (wm, bm) = (wm - alpha * h.TransposeThisAndMultiply(delta), bm - alpha * delta.ColumnSums());
        (W, b) = (W - alpha * X.TransposeThisAndMultiply(dh), b - alpha * dh.ColumnSums());
    }
    return loss;
}
