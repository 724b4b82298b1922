using System.Globalization;

namespace Perceptron.Tests;

/// <summary>exp, σ, tanh and softplus of the kernels against the right answer, for every width that this processor has.</summary>
public unsafe class FunctionsTests
{
    delegate Exact Oracle(double x);

    /// <summary>Evenly where the answers change, at random bits everywhere, and on both sides of every edge.</summary>
    static readonly double[] Points = MakePoints();

    static readonly Lazy<(string Name, Exact[] Right)[]> Answers = new(() =>
        [.. new (string Name, Oracle Of)[] { ("exp", Exact.Exp), ("sigmoid", Exact.Sigmoid), ("tanh", Exact.Tanh), ("softplus", Exact.Softplus) }
            .Select(function => (function.Name, Points.Select(x => function.Of(x)).ToArray()))]);

    public static TheoryData<int> Widths => [.. Supported.Lanes.Select(lanes => (int)lanes)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_answer_is_within_two_units_in_the_last_place(int lanes)
    {
        foreach (var (name, right) in Answers.Value)
        {
            var (ulps, at) = Worst(name, right, (Lanes)lanes);
            Assert.True(ulps <= 2, $"{name}({at:R}) of {lanes} lanes is {Apply(name, (Lanes)lanes, [at])[0]:R}: {ulps:F2} units in the last place off");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_errors_in_the_documentation_are_the_measured_ones(int lanes)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "kernels.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`'), cells => cells);
        var column = lanes switch { 8 => 2, 4 => 3, _ => Supported.Fused ? 4 : 5 };
        foreach (var (name, right) in Answers.Value)
        {
            var (stated, measured) = (double.Parse(rows[name][column], CultureInfo.InvariantCulture), Worst(name, right, (Lanes)lanes).Ulps);
            Assert.True(measured <= stated, $"docs/kernels.md states {stated} for {name} of {lanes} lanes, but {measured:F3} was measured");
            Assert.True(measured >= stated - 0.2, $"docs/kernels.md states {stated} for {name} of {lanes} lanes, but only {measured:F3} was measured");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void What_is_not_a_finite_number_comes_through(int lanes)
    {
        double[] x = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        Assert.Equal([double.NaN, double.PositiveInfinity, 0], Apply("exp", (Lanes)lanes, x));
        Assert.Equal([double.NaN, 1, 0], Apply("sigmoid", (Lanes)lanes, x));
        Assert.Equal([double.NaN, 1, -1], Apply("tanh", (Lanes)lanes, x));
        Assert.Equal([double.NaN, double.PositiveInfinity, 0], Apply("softplus", (Lanes)lanes, x));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_probability_never_leaves_0_to_1_and_tanh_is_odd(int lanes)
    {
        Assert.All(Apply("sigmoid", (Lanes)lanes, Points), p => Assert.InRange(p, 0, 1));
        var (tanh, mirrored) = (Apply("tanh", (Lanes)lanes, Points), Apply("tanh", (Lanes)lanes, [.. Points.Select(x => -x)]));
        Assert.Equal(tanh, mirrored.Select(x => -x));
        Assert.Equal([double.NegativeZero], Apply("tanh", (Lanes)lanes, [double.NegativeZero]), BitwiseEqual.Instance);
    }

    static (double Ulps, double At) Worst(string name, Exact[] right, Lanes lanes) =>
        Points.Zip(Apply(name, lanes, Points), right).Select(p => (p.Third.Ulps(p.Second), p.First)).Max();

    static double[] Apply(string name, Lanes lanes, double[] x)
    {
        var padded = new Doubles(Plan.UpToVector(x.Length));
        x.CopyTo(padded.Span);
        Apply(name, lanes, padded.At, padded.Count);
        return padded.Span[..x.Length].ToArray();
    }

    static void Apply(string name, Lanes lanes, double* at, int count)
    {
        switch (lanes)
        {
            case Lanes.Eight: Apply<System.Runtime.Intrinsics.Vector512<double>, Simd512>(name, at, count); break;
            case Lanes.Four: Apply<System.Runtime.Intrinsics.Vector256<double>, Simd256>(name, at, count); break;
            default: Apply<double, Plain>(name, at, count); break;
        }
    }

    static void Apply<V, S>(string name, double* at, int count) where V : struct where S : struct, ISimd<V>
    {
        for (var i = 0; i < count; i += S.Lanes)
        {
            var x = S.Load(at + i);
            S.Store(name switch
            {
                "exp" => Functions<V, S>.Exp(x),
                "sigmoid" => Functions<V, S>.Sigmoid(x),
                "tanh" => Functions<V, S>.Tanh(x),
                _ => Functions<V, S>.Softplus(x),
            }, at + i);
        }
    }

    static double[] MakePoints()
    {
        var random = new Random(2026);
        double[] edges = [0, double.Epsilon, 2.2250738585072014e-308, 1e-300, 1e-20, 0.17328679513998632, 0.34657359027997264, 0.8813735870195429, 1, 18.7, 19.1, 20, 36.7, 37.5, 40, 60, 708.3964185322641, 709.7827128933840, 710, 744.4400719213812, 745.1332191019412, 746, 1e4, 1e300, double.MaxValue];
        return
        [
            .. edges.SelectMany(x => new[] { x, Math.BitIncrement(x), Math.BitDecrement(x), -x, -Math.BitIncrement(x) }).Where(double.IsFinite),
            .. Enumerable.Range(0, 10_000).Select(_ => 2 * random.NextDouble() - 1),
            .. Enumerable.Range(0, 10_000).Select(_ => 80 * random.NextDouble() - 40),
            .. Enumerable.Range(0, 5_000).Select(_ => 1500 * random.NextDouble() - 750),
            .. Enumerable.Range(0, 5_000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))).Where(double.IsFinite),
        ];
    }

    sealed class BitwiseEqual : IEqualityComparer<double>
    {
        public static readonly BitwiseEqual Instance = new();

        public bool Equals(double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y);

        public int GetHashCode(double value) => value.GetHashCode();
    }
}
