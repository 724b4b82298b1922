namespace Perceptron.Figures;

/// <summary>The points of a data set, split by class, as marks and in words.</summary>
sealed class Scatter
{
    readonly double[][] _columns;
    readonly bool[] _isOne;

    /// <param name="columns">One array per coordinate.</param>
    /// <param name="isOne">For each point: whether its class is 1.</param>
    Scatter(double[][] columns, bool[] isOne) => (_columns, _isOne) = (columns, isOne);

    /// <summary>The points of the plane.</summary>
    /// <param name="who">The figure that asks, for its error message.</param>
    /// <param name="data">The points.</param>
    internal static Scatter OfPlane(string who, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Dimensions == 2
            ? new([.. Columns(data.X)], Classes(data))
            : throw new ArgumentException(
                $"{who} draws points of the plane, so it expects 2 columns in X, but got {data.Count}×{data.Dimensions}. Map the data to two columns first (Dataset.Map).", nameof(data));
    }

    /// <summary>The same classes at other places: the rows of <paramref name="h"/>.</summary>
    internal static Scatter At(MathNet.Numerics.LinearAlgebra.Matrix<double> h, Dataset data) => new([.. Columns(h)], Classes(data));

    /// <summary>The same classes at other places, given column by column.</summary>
    internal static Scatter At(double[][] columns, Dataset data) => new(columns, Classes(data));

    /// <summary>Between −½ and ½: where the k-th of many points stands that would hide each other. Steps of the golden ratio fill the range evenly.</summary>
    internal static double Spread(int k) => k * 0.6180339887498949 % 1 - 0.5;

    internal double[] X => _columns[0];

    internal double[] Y => _columns[1];

    internal double[][] Coordinates => _columns;

    internal int Count => _isOne.Length;

    internal int CountOf(int label) => _isOne.Count(one => one == (label == 1));

    /// <summary>The points of one class, one array per coordinate.</summary>
    internal double[][] Of(int label) => Where(k => _isOne[k] == (label == 1));

    /// <summary>Both classes, and rings round the points where <paramref name="predictedOne"/> is not the class.</summary>
    internal IEnumerable<Mark> Marks(bool[]? predictedOne = null, double[]? probability = null)
    {
        for (var label = 0; label < 2; label++)
        {
            if (CountOf(label) > 0)
                yield return new Mark.Points(NameOf(label), label == 0 ? PointKind.Class0 : PointKind.Class1, Of(label), probability is null ? null : [.. probability.Where((_, k) => _isOne[k] == (label == 1))]);
        }
        if (predictedOne is not null && Right(predictedOne) < Count)
            yield return new Mark.Points($"on the wrong side ({Words.Digits(Count - Right(predictedOne))})", PointKind.Wrong, Where(k => predictedOne[k] != _isOne[k]));
    }

    /// <summary>A class in the legend: "class 1 (100)".</summary>
    internal string NameOf(int label) => $"class {Words.Digits(label)} ({Words.Digits(CountOf(label))})";

    /// <summary>The rings alone, if there are none too: in a film they come and go.</summary>
    internal Mark.Points Wrong(bool[] predictedOne) => new("on the wrong side", PointKind.Wrong, Where(k => predictedOne[k] != _isOne[k]));

    /// <summary>How many points the prediction puts on their own side.</summary>
    internal int Right(bool[] predictedOne) => predictedOne.Where((one, k) => one == _isOne[k]).Count();

    /// <summary>"196 of 200 points on the right side".</summary>
    internal string Score(bool[] predictedOne) =>
        $"{Words.Part(Right(predictedOne), Count, "point")} on the right side";

    /// <summary>"All points are …" or the errors of each class.</summary>
    internal string Errors(bool[] predictedOne)
    {
        if (Right(predictedOne) == Count)
            return $"{Words.Capital(Score(predictedOne))}.";
        var wrong = Enumerable.Range(0, Count).Where(k => predictedOne[k] != _isOne[k]).ToArray();
        var ones = wrong.Count(k => _isOne[k]);
        return $"{Words.Capital(Score(predictedOne))}; the wrong ones carry a ring: {Words.Digits(wrong.Length - ones)} of class 0 and {Words.Digits(ones)} of class 1.";
    }

    /// <summary>Where each class lies: on a ring, or between its extremes.</summary>
    internal string Describe(string xAxis, string yAxis) => string.Join(" ", Enumerable.Range(0, 2).Where(label => CountOf(label) > 0).Select(label =>
    {
        var of = Of(label);
        var shape = label == 0 ? "circles" : "diamonds";
        var where = Ring.Through(of[0], of[1]) is { } ring
            ? $"a ring of radius {Words.Number(ring.Radius)} round {Words.At(Math.Round(ring.X, 2), Math.Round(ring.Y, 2))}"
            : $"{xAxis} from {Words.Number(of[0].Min())} to {Words.Number(of[0].Max())}, {yAxis} from {Words.Number(of[1].Min())} to {Words.Number(of[1].Max())}";
        return $"Class {label} ({shape}): {Words.Count(CountOf(label), "point")}, {where}.";
    }));

    /// <summary>The rows of one class, in their order.</summary>
    internal int[] RowsOf(int label) => [.. Enumerable.Range(0, Count).Where(k => _isOne[k] == (label == 1))];

    double[][] Where(Func<int, bool> keep)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(keep)];
        return [.. _columns.Select(column => kept.Select(k => column[k]).ToArray())];
    }

    static IEnumerable<double[]> Columns(MathNet.Numerics.LinearAlgebra.Matrix<double> m) => m.EnumerateColumns().Select(c => c.ToArray());

    static bool[] Classes(Dataset data) => [.. data.Y.Column(0).Select(y => y == 1)];
}
