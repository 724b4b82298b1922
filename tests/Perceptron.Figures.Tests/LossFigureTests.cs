namespace Perceptron.Figures.Tests;

public class LossFigureTests
{
    static Epoch[] Losses(params double[] losses) => [.. losses.Select((loss, t) => new Epoch(t, loss, Post.Model))];

    [Fact]
    public void Every_loss_of_a_short_run_is_drawn()
    {
        var curve = Assert.Single(Chart.Of(Figure.Loss(Losses(3, 2, 1.5))).Traces);
        Assert.Equal([0.0, 1, 2], curve.X);
        Assert.Equal([3, 2, 1.5], curve.Y);
    }

    [Fact]
    public void Title_and_description_are_the_posts_numbers()
    {
        var figure = Figure.Loss(Post.History);
        Assert.Equal("The loss falls from 0.918 to 0.00862 in 1001 updates", figure.Title);
        Assert.Contains("it is least after 1001", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rising_loss_is_not_called_falling() =>
        Assert.StartsWith("The loss rises from 1 to 2", Figure.Loss(Losses(1, 2)).Title, StringComparison.Ordinal);

    [Fact]
    public void A_long_run_is_thinned_but_keeps_its_ends_and_its_spikes()
    {
        var losses = Enumerable.Range(0, 20_000).Select(t => 1.0 / (t + 1)).ToArray();
        losses[12_345] = 5;
        var curve = Chart.Of(Figure.Loss(Losses(losses))).Traces[0];
        Assert.InRange(curve.X.Length, 300, 610);
        Assert.Equal((0, 19_999), (curve.X[0], curve.X[^1]));
        Assert.Equal(5, curve.Y[Array.IndexOf(curve.X, 12_345)]);
        Assert.All(curve.X.Zip(curve.Y), p => Assert.Equal(losses[(int)p.First], p.Second));
        Assert.Equal(curve.X.Order(), curve.X);
    }

    [Fact]
    public void A_logarithmic_axis_holds_all_losses()
    {
        var chart = Chart.Of(Figure.Loss(Post.History, logarithmic: true));
        Assert.Equal("log", chart.Layout.GetProperty("yaxis").GetProperty("type").GetString());
        var (low, high) = chart.Range("yaxis");
        Assert.All(chart.Traces[0].Y, loss => Assert.InRange(Math.Log10(loss), low, high));
    }

    [Fact]
    public void Losses_that_cannot_be_drawn_are_left_out_and_counted()
    {
        var figure = Figure.Loss(Losses(1, double.NaN, 0, 0.5), logarithmic: true);
        Assert.Equal([1, 0.5], Chart.Of(figure).Traces[0].Y);
        Assert.Contains("Two losses that are not finite or cannot stand on this axis are left out", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_compared_by_name_and_dash()
    {
        var curves = Chart.Of(Figure.Loss([("sum", Losses(2, 1)), ("mean", Losses(2, 1.9))])).Traces;
        Assert.Equal(["sum", "mean"], curves.Select(c => c.Name));
        Assert.NotEqual(curves[0].Dash, curves[1].Dash);
    }

    [Fact]
    public void A_history_without_an_end_is_refused_with_the_cure()
    {
        static IEnumerable<Epoch> Endless()
        {
            for (var t = 0; ; t++)
                yield return new Epoch(t, 1, Post.Model);
        }
        Assert.Contains("cut it, for instance with .Take(1002)", Assert.Throws<ArgumentException>(() => Figure.Loss(Endless())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_says_when_the_loss_was_halved_and_where_it_is_least() =>
        Assert.EndsWith("goes from 4 to 2.5 in 4 updates; it is least after 3, at 1. It is halved after 2.", Figure.Loss(Losses(4, 3, 2, 1, 2.5)).Description, StringComparison.Ordinal);

    [Fact]
    public void A_history_with_a_null_in_it_is_refused() =>
        Assert.Contains("holds a null", Assert.Throws<ArgumentException>(() => Figure.Loss([Losses(1).Single(), null!])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_history_is_refused() =>
        Assert.Contains("is empty", Assert.Throws<ArgumentException>(() => Figure.Loss(Losses())).Message, StringComparison.Ordinal);
}
