using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>Random values to hold a property against.</summary>
static class Matrices
{
    /// <summary>A matrix of numbers between −size and size.</summary>
    public static Gen<Matrix<double>> Gen(int rows, int columns, double size = 1.5) =>
        CsCheck.Gen.Double[-size, size].Array[rows * columns].Select(a => Matrix<double>.Build.Dense(rows, columns, a));

    public static Gen<Vector<double>> GenVector(int count, double size = 1.5) =>
        CsCheck.Gen.Double[-size, size].Array[count].Select(a => Vector<double>.Build.Dense(a));

    public static Gen<Matrix<double>> GenLabels(int rows) =>
        CsCheck.Gen.Int[0, 1].Array[rows].Select(a => Matrix<double>.Build.Dense(rows, 1, (i, _) => a[i]));

    /// <summary>Activations that something can be learned through.</summary>
    public static readonly Gen<Activation> GenActivation =
        CsCheck.Gen.OneOf(Activation.Sigmoid, Activation.Tanh, Activation.ReLU, Activation.Identity);

    public static Gen<Layer> GenLayer(int inputs, int units, Gen<Activation> activation) =>
        CsCheck.Gen.Select(Gen(inputs, units), GenVector(units), activation, (w, b, f) => new Layer(w, b, f));

    /// <summary>A classifier of 1-4 layers, 1-5 wide, with one sigmoid output.</summary>
    public static Gen<Mlp> GenMlp(Gen<Activation> hidden) =>
        from widths in CsCheck.Gen.Int[1, 5].Array[1, 4]
        from layers in Chain([.. widths, 1], hidden)
        select new Mlp([.. layers]);

    static Gen<Layer[]> Chain(int[] widths, Gen<Activation> hidden) =>
        Enumerable.Range(0, widths.Length - 1)
            .Select(i => GenLayer(widths[i], widths[i + 1], i == widths.Length - 2 ? CsCheck.Gen.Const(Activation.Sigmoid) : hidden)
                .Select(layer => new[] { layer }))
            .Aggregate((first, then) => CsCheck.Gen.Select(first, then, (a, b) => a.Concat(b).ToArray()));

    public static Matrix<double> Of(double[,] values) => Matrix<double>.Build.DenseOfArray(values);

    public static Vector<double> Of(params double[] values) => Vector<double>.Build.DenseOfArray(values);
}
