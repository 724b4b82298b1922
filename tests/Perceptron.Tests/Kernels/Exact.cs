namespace Perceptron.Tests;

/// <summary>
/// exp, σ, tanh and softplus to about 95 bits: the oracle of <see cref="FunctionsTests"/>. A number is the unrounded sum
/// High + Low, times 2^Power, so that answers near the smallest double keep all their digits.
/// </summary>
readonly record struct Exact(double High, double Low, int Power = 0)
{
    // log 2 to 160 bits.
    static readonly double[] Log2 = [0.6931471805599453, 2.3190468138462996e-17, 5.707708438416212e-34];

    public static Exact Exp(double x)
    {
        // Beyond these, ∞ and 0 are the only doubles left.
        x = Math.Clamp(x, -800, 800);
        var k = Math.Round(x / Log2[0]);
        // x − k·log 2; k·Log2[0] is split into two doubles, the other two products need no splitting.
        var (p, e) = Product(k, Log2[0]);
        var (q, f) = Product(k, Log2[1]);
        var r = Sum(new(x, 0), Sum(Sum(new(-p, -e), new(-q, -f)), new(-k * Log2[2], 0)));
        var small = new Exact(r.High / 256, r.Low / 256);
        var sum = new Exact(1, 0);
        for (var i = 12; i >= 1; i--)
            sum = Sum(new(1, 0), Quotient(Product(sum, small), new(i, 0)));
        for (var i = 0; i < 8; i++)
            sum = Product(sum, sum);
        return sum with { Power = (int)k };
    }

    /// <summary>eˣ / (1 + eˣ).</summary>
    public static Exact Sigmoid(double x)
    {
        if (x > 60)
            return new(1, 0);
        var e = Exp(x);
        return Quotient(e with { Power = 0 }, Sum(new(1, 0), e.Flat())) with { Power = e.Power };
    }

    /// <summary>(e²ˣ − 1) / (e²ˣ + 1), and x − x³/3 where that would cancel.</summary>
    public static Exact Tanh(double x)
    {
        if (Math.Abs(x) > 60)
            return new(Math.Sign(x), 0);
        if (Math.Abs(x) < 1e-9)
            return Sum(new(x, 0), new(-x * x * x / 3, 0));
        var e = Exp(2 * x).Flat();
        return Quotient(Sum(e, new(-1, 0)), Sum(e, new(1, 0)));
    }

    /// <summary>log(1 + eˣ): the series for small eˣ, else one step of Halley's from the double.</summary>
    public static Exact Softplus(double x)
    {
        if (x > 80)
            return new(x, 0);
        var e = Exp(x);
        if (x < -10)
        {
            var series = new Exact(0, 0);
            for (var i = 8; i >= 1; i--)
                series = Sum(Quotient(new(1, 0), new(i, 0)), Product(new(-1, 0), Product(e.Flat(), series)));
            return Product(e with { Power = 0 }, series) with { Power = e.Power };
        }
        var near = Math.Log(1 + Math.Exp(x));
        var (a, b) = (Sum(new(1, 0), e.Flat()), Exp(near).Flat());
        return Sum(new(near, 0), Product(new(2, 0), Quotient(Sum(a, Product(new(-1, 0), b)), Sum(a, b))));
    }

    /// <summary>How far a double is off, in units of the last place that the right answer has.</summary>
    public double Ulps(double answer)
    {
        var rounded = Math.ScaleB(High, Power);
        if (!double.IsFinite(rounded) || !double.IsFinite(answer))
            return rounded.Equals(answer) ? 0 : double.PositiveInfinity;
        var unit = Math.Max(Math.ILogB(High) + Power - 52, -1074);
        var off = High == 0 ? answer : Math.ScaleB(answer, -Power) - High - Low;
        return Math.Abs(Math.ScaleB(off, Power - unit));
    }

    Exact Flat() => new(Math.ScaleB(High, Power), Math.ScaleB(Low, Power));

    static Exact Sum(Exact a, Exact b)
    {
        var s = a.High + b.High;
        var part = s - a.High;
        var error = a.High - (s - part) + (b.High - part) + (a.Low + b.Low);
        return new(s + error, error - (s + error - s));
    }

    static (double High, double Low) Product(double a, double b) => (a * b, Math.FusedMultiplyAdd(a, b, -(a * b)));

    static Exact Product(Exact a, Exact b)
    {
        var (p, e) = Product(a.High, b.High);
        e += a.High * b.Low + a.Low * b.High;
        return new(p + e, e - (p + e - p));
    }

    static Exact Quotient(Exact a, Exact b)
    {
        var q = a.High / b.High;
        var rest = Sum(a, Product(new(-q, 0), b));
        var q2 = rest.High / b.High;
        rest = Sum(rest, Product(new(-q2, 0), b));
        return Sum(new(q, 0), new(q2, rest.High / b.High));
    }
}
