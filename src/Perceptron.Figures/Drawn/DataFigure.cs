namespace Perceptron.Figures;

/// <summary>The points alone.</summary>
static class DataFigure
{
    internal static Figure Of(Dataset data, string? title, string xAxis, string yAxis)
    {
        var points = Scatter.OfPlane("Figure.Data", data);
        var box = Box.Around(points.X, points.Y);
        title ??= $"{Words.Capital(data.Name)}: {Words.Amount(points.CountOf(0), "point")} of class 0, {Words.Digits(points.CountOf(1))} of class 1";
        return new Figure(Plane.Of(title, box, xAxis, yAxis, [.. points.Marks()]), points.Describe(xAxis, yAxis));
    }
}

/// <summary>A picture of a rectangle of the plane.</summary>
static class Plane
{
    internal static Picture Of(string title, Box box, string xAxis, string yAxis, Mark[] marks) =>
        new(title, [new Axis(xAxis, box.Left, box.Right), new Axis(yAxis, box.Bottom, box.Top)], box.IsNearlySquare, marks);
}
