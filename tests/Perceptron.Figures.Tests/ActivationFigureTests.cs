namespace Perceptron.Figures.Tests;

public class ActivationFigureTests
{
    public static TheoryData<string> Names => [.. Functions.Keys];

    static readonly Dictionary<string, Activation> Functions = new[] { Activation.Sigmoid, Activation.Tanh, Activation.ReLU, Activation.Identity, Activation.Step }.ToDictionary(a => a.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void One_curve_is_the_function_and_the_other_its_slope(string name)
    {
        var f = Functions[name];
        var curves = Chart.Of(Figure.Activation(f)).Traces;
        foreach (var (slope, of) in new[] { (false, (Func<double, double>)f.Value), (true, f.Slope) })
        {
            var pieces = curves.Where(c => c.Name.Contains('′') == slope).ToArray();
            Assert.Equal((-6, 6), (pieces.Min(p => p.X.Min()), pieces.Max(p => p.X.Max())));
            // At a jump both pieces end: there one of them has the value from before it.
            foreach (var piece in pieces)
                Assert.All(piece.X.Zip(piece.Y).Skip(piece == pieces[0] ? 0 : 1).SkipLast(piece == pieces[^1] ? 0 : 1), p => Assert.Equal(of(p.First), p.Second, 12));
        }
    }

    [Fact] // A curve between two neighbours that are far apart would look like a steep slope.
    public void A_jump_is_no_line()
    {
        var step = Chart.Of(Figure.Activation(Activation.Step)).Traces.Where(c => !c.Name.Contains('′')).ToArray();
        Assert.Equal(2, step.Length);
        Assert.All(step, piece => Assert.Single(piece.Y.Distinct()));
        Assert.Equal((0, 0), (step[0].X[^1], step[1].X[0]));
        Assert.Equal((0, 1), (step[0].Y[0], step[1].Y[0]));
        Assert.Equal(2, Chart.Of(Figure.Activation(Activation.ReLU, -3, 5)).Traces.Count(c => c.Name.Contains('′')));
    }

    [Fact]
    public void Function_and_slope_differ_by_dashes_too()
    {
        var curves = Chart.Of(Figure.Activation(Activation.Sigmoid)).Traces;
        Assert.Equal(["σ(s)", "σ′(s), its slope"], curves.Select(c => c.Name));
        Assert.NotEqual(curves[0].Dash, curves[1].Dash);
    }

    [Theory]
    [InlineData("sigmoid", "σ(s) goes from 0.00247 at s = −6 to 0.998 at s = 6. Its slope is greatest at s = 0, where it is 0.25; at s = −6 only 0.987 % of that is left")]
    [InlineData("tanh", "greatest at s = 0, where it is 1;")]
    [InlineData("ReLU", "Its slope jumps from 0 to 1 at s = 0.")]
    [InlineData("identity", "Its slope is 1 everywhere.")]
    [InlineData("step", "with a jump at s = 0. Its slope is 0 everywhere: it tells no parameter which way to go.")]
    public void The_description_says_where_the_slope_is_greatest_and_how_great(string name, string words) =>
        Assert.Contains(words, Figure.Activation(Functions[name]).Description, StringComparison.Ordinal);

    [Fact]
    public void An_empty_range_is_refused() =>
        Assert.Contains("from low to high, but got 2 to 2", Assert.Throws<ArgumentException>(() => Figure.Activation(Activation.Tanh, 2, 2)).Message, StringComparison.Ordinal);
}
