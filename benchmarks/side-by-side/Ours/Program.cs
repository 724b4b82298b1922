// The .NET side of the comparison: takes one order a line on its standard input, answers with one line.
//   load N H FOLDER   makes the points and the start, and writes them for the others (column after column, doubles)
//   ours U            U updates through the public call, the loss every 100 → milliseconds and the last loss
//   mathnet U         the same four lines with Math.NET's operators, as Math.NET comes
//   limit U           the same updates by a loop for 2 coordinates and 3 units alone
//   speeds            → nanoseconds for one σ, and for one multiplication with addition
//   multiply M K N FOLDER   takes two matrices from there (A, B: doubles, column after column)
//   product           AB as a layer goes forward → milliseconds and the last entry
//   mathnet-product   the same by Math.NET
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using Perceptron;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var machine = Machine.Widest();
Func<double> product = () => 0, mathNetProduct = () => 0;
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
        case "ours":
            Time(Ours, int.Parse(order[1]));
            break;
        case "mathnet":
            Time(WithMathNet, int.Parse(order[1]));
            break;
        case "limit":
            Time(updates => machine.Limit(start, data, 2.0, updates), int.Parse(order[1]));
            break;
        case "speeds":
            var speeds = machine.Speeds();
            Console.WriteLine($"{speeds.Sigmoid:R} {speeds.MultiplyAdd:R}");
            break;
        case "multiply":
            Multiply(int.Parse(order[1]), int.Parse(order[2]), int.Parse(order[3]), order[4]);
            Console.WriteLine("loaded");
            break;
        case "product":
            Time(_ => product(), 1);
            break;
        case "mathnet-product":
            Time(_ => mathNetProduct(), 1);
            break;
        default:
            Console.WriteLine($"unknown order: {line}");
            break;
    }
}

void Time(Func<int, double> run, int count)
{
    GC.Collect();
    var began = Stopwatch.GetTimestamp();
    var answer = run(count);
    Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:R} {answer:R}");
}

void Multiply(int m, int k, int n, string folder)
{
    double[] Read(string name) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();
    var (a, b) = (Read("A"), Read("B"));
    var (A, B) = (Matrix<double>.Build.Dense(m, k, a), Matrix<double>.Build.Dense(k, n, b));
    product = machine.Product(a, b, m, k, n);
    mathNetProduct = () => (A * B)[m - 1, n - 1];
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
