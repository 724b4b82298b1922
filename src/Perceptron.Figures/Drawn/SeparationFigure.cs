namespace Perceptron.Figures;

/// <summary>The points and the line of one linear classifier.</summary>
static class SeparationFigure
{
    const string Line = "wᵀx + b = 0";

    internal static Figure Of(Dataset data, LogisticRegression classifier, string? title, string xAxis, string yAxis)
    {
        var points = Scatter.OfPlane("Figure.Separation", data);
        ArgumentNullException.ThrowIfNull(classifier);
        if (classifier.Weights.Count != 2)
            throw new ArgumentException($"Figure.Separation expects a classifier with 2 weights (one for each axis), but got {classifier.Weights.Count}.", nameof(classifier));

        var (w1, w2, b) = (classifier.Weights[0], classifier.Weights[1], classifier.Bias);
        double[] probability = [.. classifier.Probabilities(data.X).Column(0)];
        bool[] one = [.. classifier.Predict(data.X).Column(0).Select(y => y == 1)];
        var box = Box.Around(points.X, points.Y);
        var segment = box.Clip(w1, w2, b);
        var marks = new List<Mark>();
        if (segment is not null)
        {
            var (from, to, beyond) = ArrowPlaces.For([(w1, w2, segment)], box, points.X, points.Y).Single();
            marks.Add(new Mark.Curve(Line, 0, segment));
            marks.Add(new Mark.Arrow(Line, 0, "ŷ > ½", from, to, beyond));
        }
        marks.AddRange(points.Marks(one, probability));

        title ??= $"One line: {points.Score(one)}";
        var line = segment is null
            ? $"The classifier's line {Words.Linear([w1, w2], b, xAxis, yAxis)} = 0 does not cross the picture."
            : $"The line {Words.Linear([w1, w2], b, xAxis, yAxis)} = 0 {Slope.Of(w1, w2)}; the arrow points to the side where class 1 is predicted.";
        return new Figure(
            Plane.Of(title, box, xAxis, yAxis, [.. marks]),
            $"{line} {points.Errors(one)} {points.Describe(xAxis, yAxis)}");
    }
}

/// <summary>How a line runs, in words.</summary>
static class Slope
{
    internal static string Of(double w1, double w2) =>
        w2 == 0 ? "is vertical" : w1 == 0 ? "is horizontal" : $"has the slope {Words.Number(-w1 / w2)}";
}
