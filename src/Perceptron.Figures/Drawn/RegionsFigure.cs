using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>The class predicted at every place, and the boundary between the two.</summary>
static class RegionsFigure
{
    /// <summary>Cells a side: about three pixels each, and 40 kB in all. The boundary is exact whatever their size.</summary>
    const int Cells = 140;

    internal static Figure Of(Dataset data, Func<Matrix<double>, Matrix<double>> probabilities, string? title, double? reach)
    {
        if (reach is { } r && !(double.IsFinite(r) && r > 0))
            throw new ArgumentException($"Figure.Regions expects a reach above 0, but got {Words.Number(r)}.", nameof(reach));
        var points = Scatter.OfPlane("Figure.Regions", data);
        ArgumentNullException.ThrowIfNull(probabilities);
        double[] Probability(Matrix<double> x)
        {
            var p = probabilities(x) ?? throw new ArgumentException($"Figure.Regions expects one probability for each of {x.RowCount} rows ({x.RowCount}×1), but the function gave null.", nameof(probabilities));
            if (p.RowCount != x.RowCount || p.ColumnCount != 1)
                throw new ArgumentException($"Figure.Regions expects one probability for each of {x.RowCount} rows ({x.RowCount}×1), but got {p.RowCount}×{p.ColumnCount}.", nameof(probabilities));
            double[] column = [.. p.Column(0)];
            var bad = Array.FindIndex(column, value => !double.IsFinite(value));
            return bad < 0
                ? column
                : throw new ArgumentException($"Figure.Regions expects finite probabilities, but got {column[bad]} at {Words.At([.. x.Row(bad)])}.", nameof(probabilities));
        }

        var box = reach is { } half ? new Box(-half, half, -half, half) : Box.Around(points.X, points.Y);
        var map = ClassMap.Of(AtPoints.Ask(x => Probability(x).Select(p => p >= 0.5)), box, Cells);
        var probability = Probability(data.X);
        bool[] predicted = [.. probability.Select(p => p >= 0.5)];

        Mark[] marks = [.. map.Marks(), .. points.Marks(predicted, probability), .. Names(box, map, points)];
        title ??= $"The predicted class everywhere: {points.Score(predicted)}";
        var pieces = map.Boundary.Count == 0
            ? $"No boundary crosses the picture: class {map.Classes[0][0]} is predicted everywhere"
            : $"The boundary ŷ = ½ runs {Extent(map.Boundary)}; class 1 is predicted on {Words.Number(100 * map.ShareOfOne)} % of the picture";
        return new Figure(Plane.Of(title, box, "x₁", "x₂", marks), $"{pieces}. {points.Errors(predicted)} {points.Describe("x₁", "x₂")}");
    }

    static string Extent(IReadOnlyList<double[][]> boundary)
    {
        var closed = boundary.Count(piece => piece[0][0] == piece[0][^1] && piece[1][0] == piece[1][^1]);
        string[] parts =
        [
            .. closed > 0 ? [Words.Count(closed, "closed curve")] : Array.Empty<string>(),
            .. closed < boundary.Count ? [Words.Count(boundary.Count - closed, "curve from side to side", "curves from side to side")] : Array.Empty<string>(),
        ];
        var x = boundary.SelectMany(piece => piece[0]).ToArray();
        var y = boundary.SelectMany(piece => piece[1]).ToArray();
        return $"in {Words.List(parts)}, x₁ from {Words.Number(x.Min())} to {Words.Number(x.Max())}, x₂ from {Words.Number(y.Min())} to {Words.Number(y.Max())}";
    }

    /// <summary>The name of each class in the middle of the widest empty place of its region, so that regions need no colour; none where there is no room.</summary>
    static IEnumerable<Mark> Names(Box box, ClassMap map, Scatter points)
    {
        var obstacles = points.X.Zip(points.Y)
            .Concat(map.Boundary.SelectMany(piece => piece[0].Zip(piece[1])))
            .Select(p => (U: p.First / box.Width, V: p.Second / box.Height)).ToArray();
        for (var label = 0; label < 2; label++)
        {
            (double Room, double X, double Y) best = (0, 0, 0);
            for (var j = 10; j < map.Up.Length - 9; j += 5)
                for (var i = 20; i < map.Across.Length - 19; i += 5)
                    if (map.Classes[j][i] == label)
                    {
                        var (u, v) = (map.Across[i] / box.Width, map.Up[j] / box.Height);
                        // A label is wider than high.
                        var room = obstacles.Select(o => Math.Sqrt((o.U - u) * (o.U - u) / 4 + (o.V - v) * (o.V - v))).DefaultIfEmpty(1).Min();
                        if (room > best.Room)
                            best = (room, map.Across[i], map.Up[j]);
                    }
            if (best.Room > 0.035)
                yield return new Mark.Words(label == 0 ? "predicts 0" : "predicts 1", [best.X, best.Y]);
        }
    }
}
