using System.Globalization;
using System.Text;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures.Tests;

/// <summary>The training scrubber, frame by frame, as plotly.js would read it.</summary>
public class TrainingFigureTests
{
    static readonly Lazy<Figure> Made = new(() => Figure.Training(Post.History, Post.Data));

    static readonly Lazy<Chart> Drawn = new(() => Chart.Of(Made.Value));

    static JsonElement[] Frames => [.. Drawn.Value.Root.GetProperty("frames").EnumerateArray()];

    static int Updates(JsonElement frame) => int.Parse(frame.GetProperty("name").GetString()!, CultureInfo.InvariantCulture);

    static Mlp Model(JsonElement frame) => Post.History[Updates(frame)].Model;

    /// <summary>What a frame says of the one trace with this name on these axes; where it says nothing, what the chart says.</summary>
    static JsonElement Said(JsonElement frame, string name, string property, string axes = "")
    {
        var traces = Drawn.Value.Traces;
        var index = Assert.Single(Enumerable.Range(0, traces.Length), k => traces[k].Name.StartsWith(name, StringComparison.Ordinal) && (traces[k].Json.TryGetProperty("xaxis", out var x) ? x.GetString() : "x") == "x" + axes);
        var place = Chart.Numbers(frame.GetProperty("traces")).ToList().IndexOf(index);
        return place >= 0 && frame.GetProperty("data")[place].TryGetProperty(property, out var said) ? said : traces[index].Json.GetProperty(property);
    }

    /// <summary>The places of a trace in a frame, with not a number for the gaps.</summary>
    static (double X, double Y)[] Places(JsonElement frame, string name, string axes)
    {
        double[] Coordinate(string axis) => [.. Said(frame, name, axis, axes).EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];
        return [.. Coordinate("x").Zip(Coordinate("y"))];
    }

    /// <summary>Not Assert.All, which would print every number of every frame.</summary>
    static void Each(Action<JsonElement> check)
    {
        foreach (var frame in Frames)
            check(frame);
    }

    static bool[] Right(Mlp model) => [.. model.Predict(Post.Data.X).Column(0).Zip(Post.Data.Y.Column(0), (one, other) => one == other)];

    [Fact]
    public void The_frames_go_from_the_first_update_to_the_last_in_order_and_hold_the_first_at_which_every_point_is_right()
    {
        int[] updates = [.. Frames.Select(Updates)];
        Assert.InRange(updates.Length, 35, 60);
        Assert.Equal(updates.Distinct().Order(), updates);
        Assert.Equal((0, 1001), (updates[0], updates[^1]));
        Assert.Contains(Array.FindIndex(Post.History, epoch => Right(epoch.Model).All(r => r)), updates);
    }

    [Fact]
    public void Each_step_of_the_slider_leads_to_its_own_frame_and_says_what_is_there()
    {
        var slider = Drawn.Value.Layout.GetProperty("sliders")[0];
        var steps = slider.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(0, slider.GetProperty("active").GetInt32());
        Assert.Equal(Frames.Select(f => f.GetProperty("name").GetString()), steps.Select(s => s.GetProperty("args")[0][0].GetString()));
        Assert.All(steps.Zip(Frames), pair =>
        {
            var (step, frame) = pair;
            Assert.Equal("animate", step.GetProperty("method").GetString());
            Assert.Equal(frame.GetProperty("name").GetString(), step.GetProperty("label").GetString());
            var (updates, right) = (Updates(frame), Right(Model(frame)).Count(r => r));
            var spoken = step.GetProperty("name").GetString()!;
            Assert.StartsWith(updates == 0 ? "before training:" : updates == 1 ? "after one update:" : "after ", spoken, StringComparison.Ordinal);
            Assert.Contains($"{Words.Number(Post.History[updates].Loss)}, {right} of 200 points on the right side", spoken, StringComparison.Ordinal);
            Assert.Equal($"loss {Words.Number(Post.History[updates].Loss)}, {right} of 200 right", Said(frame, "loss ", "text").GetString());
        });
    }

    [Fact]
    public void The_dot_lies_on_the_loss_of_its_update() => Each(frame =>
        Assert.Equal((Updates(frame), Post.History[Updates(frame)].Loss), Assert.Single(Places(frame, "now", ""))));

    [Fact]
    public void The_lines_are_those_of_the_frames_own_network() => Each(frame =>
    {
        var hidden = Model(frame).Layers[0];
        foreach (var (unit, name) in new[] { "w₁ᵀx", "w₂ᵀx", "w₃ᵀx" }.Index())
            Assert.All(Places(frame, name, "2").Where(p => double.IsFinite(p.X)), p =>
                Assert.Equal(0, (hidden.Weights[0, unit] * p.X + hidden.Weights[1, unit] * p.Y + hidden.Bias[unit]) / hidden.Weights.Column(unit).L2Norm(), 2e-3));
        Assert.Contains(Places(frame, "w₁ᵀx", "2"), p => double.IsFinite(p.X));
    });

    [Fact]
    public void Each_place_is_in_the_area_of_the_class_that_the_frames_own_network_predicts_there()
    {
        var random = new Random(7);
        var ((left, right), (bottom, top)) = (Drawn.Value.Range("xaxis2"), Drawn.Value.Range("yaxis2"));
        foreach (var frame in Frames)
        {
            var (zero, one, model) = (Places(frame, "predicts 0", "2"), Places(frame, "ŷ = ½", "2"), Model(frame));
            for (var k = 0; k < 60; k++)
            {
                var (x, y) = (left + random.NextDouble() * (right - left), bottom + random.NextDouble() * (top - bottom));
                double Predicted(double dx, double dy) => model.Predict(Post.Row(x + dx, y + dy))[0, 0];
                // Right on the boundary either answer will do: the outlines are drawn to a thousandth of the width.
                if (new[] { (0.02, 0.0), (-0.02, 0), (0, 0.02), (0, -0.02) }.Any(d => Predicted(d.Item1, d.Item2) != Predicted(0, 0)))
                    continue;
                Assert.Equal(Predicted(0, 0) == 1, Winding(one, x, y) != 0);
                Assert.Equal(Predicted(0, 0) == 0, Winding(zero, x, y) != 0);
            }
        }
    }

    [Fact]
    public void The_rings_lie_round_the_points_that_the_frames_own_network_gets_wrong() => Each(frame =>
    {
        var right = Right(Model(frame));
        var wrong = Enumerable.Range(0, 200).Where(i => !right[i]).Select(i => (Post.Data.X[i, 0], Post.Data.X[i, 1])).ToArray();
        var rings = Places(frame, "on the wrong side", "2").Where(p => double.IsFinite(p.X)).ToArray();
        Assert.Equal(wrong.Length, rings.Length);
        Assert.All(wrong.Zip(rings), pair => Assert.InRange(Math.Max(Math.Abs(pair.First.Item1 - pair.Second.X), Math.Abs(pair.First.Item2 - pair.Second.Y)), 0, 1e-3));
    });

    [Fact] // From one fixed place in parallel perspective: one linear map takes h to the screen, in every frame.
    public void The_hidden_space_is_seen_from_one_place_and_shows_the_frames_own_points_and_plane()
    {
        (double, double)[] Points(JsonElement frame) => [.. Places(frame, "class 0", "3"), .. Places(frame, "class 1", "3")];
        static Matrix<double> H(Mlp model) => Matrix<double>.Build.DenseOfRows(
            new double[] { 0, 1 }.SelectMany(label => model.Forward(Post.Data.X).Layers[0].H.EnumerateRows().Where((_, i) => Post.Data.Y[i, 0] == label)).Select(h => h.Append(1)));
        var screen = H(Post.Model).QR().Solve(Matrix<double>.Build.DenseOfRows(Points(Frames[^1]).Select(p => new[] { p.Item1, p.Item2 })));
        Assert.InRange((screen.SubMatrix(0, 3, 0, 2).TransposeThisAndMultiply(screen.SubMatrix(0, 3, 0, 2)) - Matrix<double>.Build.DenseIdentity(2)).FrobeniusNorm(), 0, 0.01);
        foreach (var frame in Frames)
        {
            var at = H(Model(frame)) * screen;
            Assert.All(Points(frame).Index(), p => Assert.InRange(Math.Abs(at[p.Index, 0] - p.Item.Item1) + Math.Abs(at[p.Index, 1] - p.Item.Item2), 0, 4e-3));

            var meta = Model(frame).Layers[^1];
            var corners = CutThroughBox.Polygon([.. meta.Weights.Column(0)], meta.Bias[0], [0, 0, 0], [1, 1, 1]) ?? [];
            var expected = corners.Append(corners.FirstOrDefault()).OfType<double[]>().Select(c => Post.Row([.. c, 1]) * screen).ToArray();
            var drawn = Places(frame, "wₘᵀh", "3").Where(p => double.IsFinite(p.X)).ToArray();
            Assert.Equal(expected.Length, drawn.Length);
            Assert.All(expected.Zip(drawn), p => Assert.InRange(Math.Abs(p.First[0, 0] - p.Second.X) + Math.Abs(p.First[0, 1] - p.Second.Y), 0, 6e-3));
        }
    }

    [Fact] // So that every frame may follow every other: by slider, forwards, backwards, or from the middle.
    public void Every_frame_says_all_that_any_frame_changes()
    {
        static string Shape(JsonElement frame) => string.Join(" ", frame.GetProperty("traces").EnumerateArray().Zip(frame.GetProperty("data").EnumerateArray(),
            (k, data) => $"{k}:{string.Join(",", data.EnumerateObject().Select(p => p.Name))}"));
        Each(frame => Assert.Equal(Shape(Frames[0]), Shape(frame)));
    }

    [Fact] // The chart as it stands before any script moves it is the first moment.
    public void The_still_chart_is_the_first_frame() => Assert.All(
        Frames[0].GetProperty("traces").EnumerateArray().Zip(Frames[0].GetProperty("data").EnumerateArray()), pair =>
            Assert.All(pair.Second.EnumerateObject(), p => Assert.True(JsonElement.DeepEquals(p.Value, Drawn.Value.Traces[pair.First.GetInt32()].Json.GetProperty(p.Name)))));

    [Fact]
    public void Nothing_moves_before_a_reader_asks()
    {
        var buttons = Drawn.Value.Layout.GetProperty("updatemenus")[0].GetProperty("buttons").EnumerateArray().ToArray();
        Assert.Equal(["Play", "Pause"], buttons.Select(b => b.GetProperty("label").GetString()));
        Assert.Equal(JsonValueKind.Null, buttons[1].GetProperty("args")[0][0].ValueKind);
        Assert.DoesNotContain("autoplay", Made.Value.ToHtml(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_is_light() => Assert.InRange(Encoding.UTF8.GetByteCount(Made.Value.ToPlotlyJson()), 50_000, 250_000);

    [Fact]
    public void Its_words_tell_the_run()
    {
        var history = Post.History;
        var halved = Array.FindIndex(history, e => e.Loss <= history[0].Loss / 2);
        var first = Array.FindIndex(history, e => Right(e.Model).All(r => r));
        Assert.Contains($"Before training the mean loss is {Words.Number(history[0].Loss)}, with {Right(history[0].Model).Count(r => r)} of 200 points on the right side. It is halved after {halved} updates. All points are on the right side for the first time after {first} updates. After 1001 updates the loss is {Words.Number(history[^1].Loss)}, with 200 on the right side.", Made.Value.Description, StringComparison.Ordinal);
        Assert.Contains($"{Frames.Length} moments", Made.Value.Description, StringComparison.Ordinal);
        Assert.Contains("At most ", Figure.Training(history.Take(9), Post.Data).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_page_has_the_panels_on_top_of_each_other_and_all_within_the_chart()
    {
        var meta = Drawn.Value.Layout.GetProperty("meta");
        Assert.Equal(meta.GetProperty("wide").EnumerateObject().Select(p => p.Name), meta.GetProperty("narrow").EnumerateObject().Select(p => p.Name));
        foreach (var form in new[] { "wide", "narrow" })
        {
            double[] Domain(string axis) => Chart.Numbers(meta.GetProperty(form).GetProperty($"{axis}.domain"));
            Assert.All(new[] { "xaxis", "yaxis", "xaxis2", "yaxis2", "xaxis3", "yaxis3" }, axis => Assert.True(Domain(axis)[0] >= 0 && Domain(axis)[0] < Domain(axis)[1] && Domain(axis)[1] <= 1, axis));
            Assert.True(Domain("yaxis")[0] > Math.Max(Domain("yaxis2")[1], Domain("yaxis3")[1]));
            Assert.True(form == "wide" ? Domain("xaxis2")[1] < Domain("xaxis3")[0] : Domain("yaxis2")[1] < Domain("yaxis3")[0]);
        }
    }

    [Fact]
    public void Two_hidden_units_have_a_square_for_their_space()
    {
        var run = GradientDescent.Run(Mlp.Random(new NumPyRandom(44), 2, 2, 1), Post.Data, 0.01, Reduction.Sum).Take(101).ToArray();
        var chart = Chart.Of(Figure.Training(run, Post.Data));
        Assert.Equal("h₂", chart.Layout.GetProperty("yaxis3").GetProperty("title").GetProperty("text").GetString());
        var h = run[0].Model.Forward(Post.Data.X).Layers[0].H;
        var zero = chart.Traces.Last(t => t.Name.StartsWith("class 0", StringComparison.Ordinal));
        Assert.Equal(h[Enumerable.Range(0, 200).First(i => Post.Data.Y[i, 0] == 0), 1], zero.Y[0], 1e-3);
    }

    [Fact]
    public void What_cannot_be_shown_is_refused_with_what_was_expected()
    {
        static string Said(Func<Figure> draw) => Assert.Throws<ArgumentException>(draw).Message;
        Assert.Contains("at least 2 epochs, but got 1", Said(() => Figure.Training(Post.History.Take(1), Post.Data)), StringComparison.Ordinal);
        Assert.Contains("cut it, for instance with .Take(1002)", Said(() => Figure.Training(Enumerable.Repeat(Post.History[0], 200_000), Post.Data)), StringComparison.Ordinal);
        Assert.Contains("after 5 comes 4", Said(() => Figure.Training([Post.History[5], Post.History[4]], Post.Data)), StringComparison.Ordinal);
        Assert.Contains("after two updates it is not a number", Said(() => Figure.Training([Post.History[0], Post.History[2] with { Loss = double.NaN }], Post.Data)), StringComparison.Ordinal);
        var wide = GradientDescent.Run(Mlp.Random(new NumPyRandom(1), 2, 5, 1), Post.Data, 0.01, Reduction.Sum).Take(2);
        Assert.Contains("2 or 3 hidden units", Said(() => Figure.Training(wide, Post.Data)), StringComparison.Ordinal);
    }

    /// <summary>How often closed outlines run round a place.</summary>
    static int Winding((double X, double Y)[] outlines, double x, double y) => outlines.Zip(outlines.Skip(1)).Sum(step =>
    {
        var ((x0, y0), (x1, y1)) = step;
        if (double.IsNaN(x0 + x1) || y0 <= y == y1 <= y)
            return 0;
        var crossing = x0 + (y - y0) / (y1 - y0) * (x1 - x0);
        return crossing <= x ? 0 : y1 > y0 ? 1 : -1;
    });
}
