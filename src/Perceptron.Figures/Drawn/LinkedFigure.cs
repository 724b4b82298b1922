namespace Perceptron.Figures;

/// <summary>Every point in three places: the plane, the hidden space, and its activations. Choosing it in one marks it in all.</summary>
static class LinkedFigure
{
    /// <summary>Each panel is half as wide as a figure of its own, so half its cells will do.</summary>
    const int Cells = 70;

    static readonly Place Left = new(0, 0.44, 0.42, 0.95), Right = new(0.54, 1, 0.42, 0.95), Below = new(0, 1, 0.05, 0.28);

    static readonly Place First = new(0, 1, 0.72, 0.98), Second = new(0, 1, 0.35, 0.635), Third = new(0, 1, 0.1, 0.28);

    internal static Figure Of(Dataset data, Mlp model, string? title)
    {
        var points = Scatter.OfPlane("Figure.Linked", data);
        var space = HiddenSpace.Of("Figure.Linked", data, model);
        if (space.W.Length < 2)
            throw new ArgumentException($"Figure.Linked draws a hidden space of 2 or 3 units, but got {space.W.Length}. For one unit Figure.HiddenSpace shows all there is.", nameof(model));

        var box = Box.Around(points.X, points.Y);
        var map = ClassMap.Of(AtPoints.Ask(x => model.Probabilities(x).Column(0).Select(p => p >= 0.5)), box, Cells);
        // Chosen at first: the point of which the network is least sure.
        var row = Enumerable.Range(0, points.Count).MinBy(k => Math.Abs(space.YHat[k] - 0.5));
        var says = Enumerable.Range(0, points.Count).Select(k => Says(k, data, space)).ToArray();

        Panel[] panels =
        [
            new Panel([new Axis("x₁", box.Left, box.Right), new Axis("x₂", box.Bottom, box.Top)], box.IsNearlySquare,
                [.. map.Marks(), .. points.Marks(space.One).Select(mark => Linked(mark, says, points)), Chosen(points, row)], Heading: "in the plane", Wide: Left, Narrow: First),
            new Panel(space.Axes, space.W.Length == 3 || space.Square.IsNearlySquare,
                [.. space.Cut(), .. space.Points.Marks(space.One, space.YHat).Select(mark => Linked(mark, null, points)), Chosen(space.Points, row)],
                space.W.Length == 3 ? Viewpoint.Along(space.W) : null, Heading: "in the hidden space", Wide: Right, Narrow: Second),
            Strip(space, row),
        ];
        title ??= $"Every point in three places: {points.Score(space.One)}";
        return new Figure(new Picture(title, panels, Height: 740, NarrowHeight: 1100),
            $"The same {Words.Amount(points.Count, "point")} in the plane, with the predicted classes; in the hidden space, cut by {(space.W.Length == 3 ? "the plane" : "the line")} {space.Equation}; "
            + $"and unit by unit. Choosing a point marks it in all three; at first it is the one of which the network is least sure: {says[row].Replace("<br>", ", ")}. "
            + $"{space.Points.Errors(space.One)} {Firing(space)} {space.Coordinates}");
    }

    /// <summary>A point in words: where it is, what the hidden units answer, and what the network makes of it.</summary>
    static string Says(int k, Dataset data, HiddenSpace space) =>
        $"point {Words.Digits(k + 1)}, class {Words.Number(data.Y[k, 0])}<br>x = {Words.At([.. data.X.Row(k)])}<br>h = {Words.At([.. space.Points.Coordinates.Select(h => Math.Round(h[k], 3))])}<br>ŷ = {Words.Number(Math.Round(space.YHat[k], 3))}";

    static Mark Linked(Mark mark, string[]? says, Scatter points) => mark switch
    {
        Mark.Points { Kind: PointKind.Class0 or PointKind.Class1 } of =>
            of with { Says = says is null ? null : [.. points.RowsOf(of.Kind == PointKind.Class0 ? 0 : 1).Select(k => says[k])], Linked = $"{of.Kind}" },
        _ => mark,
    };

    static Mark.Chosen Chosen(Scatter points, int row) => new([.. points.Coordinates.Select(c => new[] { c[row] })]);

    /// <summary>The activations unit by unit: a column for each class, wide enough that its points lie side by side.</summary>
    static Panel Strip(HiddenSpace space, int row)
    {
        var (low, high) = (space.Ranges.Min(r => r.Low), space.Ranges.Max(r => r.High));
        var margin = (high - low) / 10;
        double X(int unit, int k, int label) => Math.Round(unit + 1 + (label - 0.5) * 0.4 + 0.3 * Scatter.Spread(k), 3);
        double H(int unit, int k) => Math.Round(space.Points.Coordinates[unit][k], 4);
        var marks = from label in (int[])[0, 1]
                    from unit in Enumerable.Range(0, space.W.Length)
                    let rows = space.Points.RowsOf(label)
                    where rows.Length > 0
                    let kind = label == 0 ? PointKind.Class0 : PointKind.Class1
                    select (Mark)new Mark.Points(space.Points.NameOf(label), kind, [[.. rows.Select(k => X(unit, k, label))], [.. rows.Select(k => H(unit, k))]],
                        AllSay: $"class {Words.Digits(label)}<br>{space.Names[unit]} = %{{y:.3f}}", Linked: $"{kind}");
        var own = space.Points.RowsOf(1).Contains(row) ? 1 : 0;
        double[][] chosen = [[.. Enumerable.Range(0, space.W.Length).Select(unit => X(unit, row, own))], [.. Enumerable.Range(0, space.W.Length).Select(unit => H(unit, row))]];
        return new Panel(
            [new Axis("hidden unit", 0.5, space.W.Length + 0.5, Ticks: [.. space.W.Select((_, unit) => unit + 1.0)], TickNames: space.Names), new Axis("h", low - margin, high + margin, Ticks: [low, (low + high) / 2, high])],
            EqualScale: false, [.. marks, new Mark.Chosen(chosen)], Heading: "unit by unit", Wide: Below, Narrow: Third);
    }

    /// <summary>How many points of each class lie in the upper half of each unit's range.</summary>
    static string Firing(HiddenSpace space) => string.Join(" ", Enumerable.Range(0, 2).Where(label => space.Points.CountOf(label) > 0).Select(label =>
    {
        var of = space.Points.Of(label);
        var counts = space.Names.Select((name, unit) =>
        {
            var half = (space.Ranges[unit].Low + space.Ranges[unit].High) / 2;
            return $"{Words.Digits(of[unit].Count(h => h > half))} have {name} > {(half == 0.5 ? "½" : Words.Number(half))}";
        });
        return $"Of the {Words.Amount(space.Points.CountOf(label), "point")} of class {label}, {Words.List([.. counts])}.";
    }));
}
