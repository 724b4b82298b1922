using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>A run from its start to its end: the loss, the regions with the hidden units' lines, and the hidden space, moment by moment.</summary>
static class TrainingFigure
{
    /// <summary>A history longer than this has no end, as far as a reader can wait.</summary>
    const int Longest = 100_000;

    /// <summary>About so many moments are shown: enough to seem to move, few enough for 250 kB.</summary>
    const int Moments = 44;

    /// <summary>Cells a side in which the boundary is looked for; it is exact whatever their size.</summary>
    const int Cells = 40;

    internal static Figure Of(IEnumerable<Epoch> history, Dataset data, string? title)
    {
        var points = Scatter.OfPlane("Figure.Training", data);
        var run = Read(history);
        int[] right = [.. run.Select(epoch => points.Right(Ones(epoch.Model, data.X)))];
        Epoch[] shown = [.. Chosen(run, right, points.Count).Select(k => run[k])];

        var loss = new LossPanel(run);
        var plane = new PlanePanel(points);
        var space = new HiddenPanel(data, [.. shown.Select(epoch => epoch.Model)]);
        var stills = shown.Select(epoch =>
        {
            var ones = Ones(epoch.Model, data.X);
            return new Still(Words.Digits(epoch.Updates), $"{After(epoch)}: mean loss {Words.Number(epoch.Loss)}, {points.Score(ones)}",
            [
                [.. loss.Marks(epoch, $"loss {Words.Number(epoch.Loss)}, {Words.Digits(points.Right(ones))} of {Words.Digits(points.Count)} right")],
                [.. plane.Marks(epoch.Model, ones)],
                [.. space.Marks(epoch.Model)],
            ]);
        }).ToArray();

        var (first, last) = (run[0], run[^1]);
        title ??= $"Training, moment by moment: the loss goes from {Words.Number(first.Loss)} to {Words.Number(last.Loss)}";
        var panels = TrainingPlaces.Put(loss.Panel, plane.Panel, space.Panel).Zip(stills[0].Marks, (panel, marks) => panel with { Marks = marks });
        var picture = new Picture(title, [.. panels], TrainingPlaces.Height, TrainingPlaces.NarrowHeight);
        return new Figure(new Film(picture, "after ", " updates", stills, TrainingPlaces.Room), Story(run, right, points, shown.Length));
    }

    static Epoch[] Read(IEnumerable<Epoch> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var run = History.Whole(history, Longest, "Figure.Training", "this one");
        if (run.Length < 2)
            throw new ArgumentException($"Figure.Training expects a history of at least 2 epochs, but got {run.Length}.", nameof(history));
        if (Array.Find(run, epoch => !double.IsFinite(epoch.Loss)) is { } wild)
            throw new ArgumentException($"Figure.Training expects finite losses, but after {Words.Count(wild.Updates, "update")} it is {Words.Number(wild.Loss)}.", nameof(history));
        if (Enumerable.Range(1, run.Length - 1).FirstOrDefault(k => run[k].Updates <= run[k - 1].Updates) is > 0 and var back)
            throw new ArgumentException($"Figure.Training expects epochs in the order of their updates, but after {run[back - 1].Updates} comes {run[back].Updates}.", nameof(history));
        var model = run[0].Model;
        if (model.Layers.Length != 2 || model.Inputs != 2 || model.Outputs != 1 || model.Layers[0].Units is not (2 or 3))
            throw new ArgumentException($"Figure.Training expects a network with 2 inputs, 2 or 3 hidden units and 1 output, as its hidden space is drawn, but got {model}. Figure.Loss and Figure.Regions draw the others.", nameof(history));
        return run;
    }

    static bool[] Ones(Mlp model, Matrix<double> x) => [.. model.Forward(x).Scores.Column(0).Select(s => s >= 0)];

    /// <summary>Dense at first, when much happens at each update, and sparse later: the k-th of n lies at (k/n)³ of the way. And the first at which every point is right.</summary>
    static IEnumerable<int> Chosen(Epoch[] run, int[] right, int count) => Enumerable.Range(0, Moments + 1)
        .Select(k => (int)Math.Round((run.Length - 1) * Math.Pow(k / (double)Moments, 3)))
        .Append(Math.Max(0, Array.IndexOf(right, count)))
        .Distinct().Order();

    static string After(Epoch epoch) => epoch.Updates == 0 ? "before training" : $"after {Words.Count(epoch.Updates, "update")}";

    static string Story(Epoch[] run, int[] right, Scatter points, int shown)
    {
        var (first, last) = (run[0], run[^1]);
        var halved = Array.FindIndex(run, epoch => epoch.Loss <= first.Loss / 2);
        var all = Array.IndexOf(right, points.Count);
        var least = run.MinBy(epoch => epoch.Loss)!;
        return string.Join(" ", new[]
        {
            $"{Words.Capital(After(first))} the mean loss is {Words.Number(first.Loss)}, with {Words.Digits(right[0])} of {Words.Count(points.Count, "point")} on the right side.",
            halved > 0 ? $"It is halved {After(run[halved])}." : "",
            all >= 0 ? $"All points are on the right side for the first time {After(run[all])}." : $"At most {Words.Digits(right.Max())} points are on the right side at once.",
            $"{Words.Capital(After(last))} the loss is {Words.Number(last.Loss)}, with {Words.Digits(right[^1])} on the right side.",
            least != last ? $"It was least {After(least)}, at {Words.Number(least.Loss)}." : "",
            $"A slider and a play button lead through {Words.Digits(shown)} moments of the run; each shows the loss, the predicted regions with the lines of the hidden units, and the points in the hidden space.",
        }.Where(sentence => sentence.Length > 0));
    }

    /// <summary>The loss over the updates, and where on it we are.</summary>
    sealed class LossPanel(Epoch[] run)
    {
        readonly Mark _curve = new Mark.Curve("loss", 0, Extremes.Of([.. run.Select(e => (double)e.Updates)], [.. run.Select(e => e.Loss)]), Measured: true);
        readonly double _high = 1.15 * Math.Max(run.Max(e => e.Loss), double.Epsilon);

        internal Panel Panel => new([new Axis("updates", run[0].Updates, run[^1].Updates), new Axis("mean loss", 0, _high)], EqualScale: false, []);

        internal IEnumerable<Mark> Marks(Epoch now, string words) =>
        [
            _curve,
            new Mark.Points("now", PointKind.Now, [[now.Updates], [now.Loss]]),
            new Mark.Words(words, [(run[0].Updates + run[^1].Updates) / 2.0, 0.78 * _high]),
        ];
    }

    /// <summary>The plane: who is predicted where, and the line of each hidden unit.</summary>
    sealed class PlanePanel(Scatter points)
    {
        readonly Box _box = Box.Around(points.X, points.Y);

        internal Panel Panel => new([new Axis("x₁", _box.Left, _box.Right), new Axis("x₂", _box.Bottom, _box.Top)], _box.IsNearlySquare, [], Heading: "in the plane");

        internal IEnumerable<Mark> Marks(Mlp model, bool[] ones)
        {
            var one = Region.Outlines(AtPoints.Ask(x => Ones(model, x)), _box, Cells);
            yield return new Mark.Area("predicts 0", AreaKind.Class0, Region.Rest(one, _box), Outlined: false);
            yield return new Mark.Area("ŷ = ½", AreaKind.Class1, one, Outlined: true);
            var hidden = model.Layers[0];
            for (var j = 0; j < hidden.Units; j++)
                yield return new Mark.Curve($"{Words.Indexed("w", j + 1)}ᵀx + {Words.Indexed("b", j + 1)} = 0", j, Rounded(_box.Clip(hidden.Weights[0, j], hidden.Weights[1, j], hidden.Bias[j])));
            foreach (var mark in points.Marks())
                yield return mark;
            var wrong = points.Wrong(ones);
            yield return wrong with { At = Rounded(wrong.At) };
        }

        /// <summary>To less than a pixel: what is drawn anew at every moment shall be light.</summary>
        double[][] Rounded(double[][]? at) => at is null ? [[], []] : [.. at.Select(axis => axis.Select(v => Math.Round(v, Region.Digits(_box))).ToArray())];
    }
}
