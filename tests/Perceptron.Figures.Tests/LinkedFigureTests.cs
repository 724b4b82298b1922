using System.Text.Json;

namespace Perceptron.Figures.Tests;

public class LinkedFigureTests
{
    static readonly Figure Linked = Figure.Linked(Post.Data, Post.Model);

    static string Panel(Chart.Trace trace) => trace.Type == "scatter3d" ? "scene" : trace.Json.TryGetProperty("xaxis", out var axis) ? axis.GetString()! : "x";

    static string? Meta(Chart.Trace trace, string key) => trace.Json.TryGetProperty("meta", out var meta) && meta.TryGetProperty(key, out var value) ? value.ToString() : null;

    [Theory]
    [InlineData("Class0", 0)]
    [InlineData("Class1", 1)]
    public void The_k_th_point_of_a_class_is_the_same_point_in_every_panel(string group, int label)
    {
        var rows = Enumerable.Range(0, Post.Data.Count).Where(i => Post.Data.Y[i, 0] == label).ToArray();
        var h = Post.Model.Forward(Post.Data.X).Layers[0].H;
        var traces = Chart.Of(Linked).Traces.Where(t => Meta(t, "points") == group).ToArray();
        Assert.Equal(["x", "scene", "x2", "x2", "x2"], traces.Select(Panel));
        Assert.Equal(rows.Select(i => (Post.Data.X[i, 0], Post.Data.X[i, 1])), traces[0].X.Zip(traces[0].Y));
        Assert.Equal(rows.Select(i => (h[i, 0], h[i, 1], h[i, 2])), traces[1].X.Zip(traces[1].Y, traces[1].Z));
        for (var unit = 0; unit < 3; unit++)
        {
            Assert.All(traces[2 + unit].Y.Zip(rows), p => Assert.Equal(h[p.Second, unit], p.First, 1e-4));
            // Each stands nearest to its own unit.
            Assert.All(traces[2 + unit].X, x => Assert.Equal(unit + 1, Math.Round(x)));
        }
        var says = traces[0].Json.GetProperty("text").EnumerateArray().Select(t => t.GetString()!).ToArray();
        Assert.All(says.Zip(rows), p => Assert.StartsWith($"point {p.Second + 1}, class {label}<br>", p.First, StringComparison.Ordinal));
    }

    [Fact]
    public void At_first_the_point_is_marked_of_which_the_network_is_least_sure()
    {
        var yHat = Post.Model.Probabilities(Post.Data.X).Column(0);
        var row = Enumerable.Range(0, Post.Data.Count).MinBy(i => Math.Abs(yHat[i] - 0.5));
        var h = Post.Model.Forward(Post.Data.X).Layers[0].H.Row(row);
        var marks = Chart.Of(Linked).Traces.Where(t => Meta(t, "chosen") is not null).ToArray();
        Assert.Equal(["x", "scene", "x2"], marks.Select(Panel));
        Assert.Equal((Post.Data.X[row, 0], Post.Data.X[row, 1]), (marks[0].X.Single(), marks[0].Y.Single()));
        Assert.Equal((h[0], h[1], h[2]), (marks[1].X.Single(), marks[1].Y.Single(), marks[1].Z.Single()));
        Assert.Equal(h.Select(v => Math.Round(v, 4)), marks[2].Y);
        Assert.Contains($"least sure: point {row + 1}, class {Post.Data.Y[row, 0]}", Linked.Description, StringComparison.Ordinal);
    }

    [Fact] // What a renderer does not know, it must not need: every mark stands in the data as it is.
    public void Hovering_tells_the_three_activations_without_any_script()
    {
        var chart = Chart.Of(Linked);
        Assert.All(chart.Traces.Where(t => Meta(t, "points") is not null), t => Assert.True(
            Panel(t) switch
            {
                "x" => t.Json.GetProperty("text").EnumerateArray().All(text => System.Text.RegularExpressions.Regex.IsMatch(text.GetString()!, @"<br>h = \([^,]+, [^,]+, [^,]+\)<br>ŷ = ")),
                "scene" => t.Json.GetProperty("hovertemplate").GetString()!.Contains("(%{x:.3f}, %{y:.3f}, %{z:.3f})<br>ŷ = %{customdata:.3f}", StringComparison.Ordinal),
                _ => t.Json.GetProperty("hovertemplate").GetString()!.Contains("= %{y:.3f}", StringComparison.Ordinal),
            },
            Panel(t)));
    }

    [Fact]
    public void Each_class_stands_in_the_legend_once_and_is_hidden_everywhere_at_once()
    {
        var traces = Chart.Of(Linked).Traces.Where(t => t.Name.StartsWith("class", StringComparison.Ordinal)).ToArray();
        Assert.All(traces.GroupBy(t => t.Name), g =>
        {
            Assert.Equal(5, g.Count());
            Assert.Single(g, t => !t.Json.TryGetProperty("showlegend", out var shown) || shown.GetBoolean());
            Assert.All(g, t => Assert.Equal(g.Key, t.Json.GetProperty("legendgroup").GetString()));
        });
    }

    [Fact]
    public void The_panels_lie_beside_each_other_on_a_wide_page_and_below_on_a_narrow_one()
    {
        var meta = Chart.Of(Linked).Layout.GetProperty("meta");
        static double[] Of(JsonElement form, string path) => Chart.Numbers(form.GetProperty(path));
        var (wide, narrow) = (meta.GetProperty("wide"), meta.GetProperty("narrow"));
        Assert.True(Of(wide, "xaxis.domain")[1] < Of(wide, "scene.domain.x")[0]);
        Assert.True(Of(narrow, "yaxis.domain")[0] > Of(narrow, "scene.domain.y")[1]);
        Assert.True(Of(narrow, "scene.domain.y")[0] > Of(narrow, "yaxis2.domain")[1]);
        Assert.True(narrow.GetProperty("height").GetInt32() > wide.GetProperty("height").GetInt32());
    }

    [Fact]
    public void The_description_counts_who_says_yes()
    {
        var h = Post.Model.Forward(Post.Data.X).Layers[0].H;
        int Yes(int label, int unit) => Enumerable.Range(0, Post.Data.Count).Count(i => Post.Data.Y[i, 0] == label && h[i, unit] > 0.5);
        for (var label = 0; label < 2; label++)
            Assert.Contains($"Of the 100 points of class {label}, {Yes(label, 0)} have h₁ > ½, {Yes(label, 1)} have h₂ > ½ and {Yes(label, 2)} have h₃ > ½.", Linked.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hidden_units_give_a_square()
    {
        var chart = Chart.Of(Figure.Linked(Post.Data, Mlp.Random(new NumPyRandom(3), 2, 2, 1)));
        Assert.DoesNotContain(chart.Traces, t => t.Type == "scatter3d");
        Assert.Equal(3, chart.Traces.Count(t => Meta(t, "chosen") is not null));
    }

    [Fact]
    public void One_hidden_unit_is_refused_with_another_figure() =>
        Assert.Contains("Figure.HiddenSpace shows all", Assert.Throws<ArgumentException>(() => Figure.Linked(Post.Data, Mlp.Random(new NumPyRandom(1), 2, 1, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Four_hidden_units_are_refused() =>
        Assert.Contains("Figure.Linked draws the outputs", Assert.Throws<ArgumentException>(() => Figure.Linked(Post.Data, Mlp.Random(new NumPyRandom(1), 2, 4, 1))).Message, StringComparison.Ordinal);
}
