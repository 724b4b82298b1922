namespace Perceptron.Figures;

/// <summary>The points and one line for each unit of a layer.</summary>
static class LinesFigure
{
    internal static Figure Of(Dataset data, Layer layer, string? title)
    {
        var points = Scatter.OfPlane("Figure.Lines", data);
        ArgumentNullException.ThrowIfNull(layer);
        if (layer.Inputs != 2)
            throw new ArgumentException($"Figure.Lines expects a layer with 2 inputs (one for each axis), but got one with {layer.Inputs}.", nameof(layer));

        var box = Box.Around(points.X, points.Y);
        var lines = Enumerable.Range(0, layer.Units).Select(unit => new Line(layer, unit, box)).ToArray();
        var seen = lines.Where(line => line.Segment is not null).ToArray();
        var arrows = ArrowPlaces.For(seen.Select(line => (line.W1, line.W2, line.Segment!)), box, points.X, points.Y);
        var marks = seen.Zip(arrows, (line, arrow) => new Mark[]
        {
            new Mark.Curve(line.Name, line.Unit, line.Segment!),
            new Mark.Arrow(line.Name, line.Unit, line.Positive, arrow.From, arrow.To, arrow.Beyond),
        }).SelectMany(pair => pair).Concat(points.Marks());

        title ??= Words.Capital($"{Words.Count(layer.Units, "line")} and {(layer.Units == 1 ? "its positive side" : "their positive sides")}");
        var described = lines.Select(line => line.Describe(points)).Append(Triangle(lines, points)).Where(text => text.Length > 0).Append(points.Describe("x₁", "x₂"));
        return new Figure(Plane.Of(title, box, "x₁", "x₂", [.. marks]), string.Join(" ", described));
    }

    /// <summary>The line of one unit.</summary>
    sealed record Line(int Unit, double W1, double W2, double B, string Name, string Positive, double[][]? Segment)
    {
        internal Line(Layer layer, int unit, Box box)
            : this(unit, layer.Weights[0, unit], layer.Weights[1, unit], layer.Bias[unit], NameOf(unit + 1), PositiveSide(layer.Activation, unit + 1),
                box.Clip(layer.Weights[0, unit], layer.Weights[1, unit], layer.Bias[unit]))
        {
        }

        internal string Describe(Scatter points)
        {
            var equation = $"{Words.Linear([W1, W2], B, "x₁", "x₂")} = 0";
            if (Segment is null)
                return $"Line {Words.Digits(Unit + 1)}, {equation}, does not cross the picture.";
            int Positives(int label)
            {
                var of = points.Of(label);
                return of[0].Zip(of[1]).Count(p => W1 * p.First + W2 * p.Second + B > 0);
            }
            return $"Line {Words.Digits(Unit + 1)}, {equation}, {Slope.Of(W1, W2)}; on its positive side, {Positive}, lie {Words.Part(Positives(0), points.CountOf(0), "point")} of class 0 and {Words.Digits(Positives(1))} of {Words.Digits(points.CountOf(1))} of class 1.";
        }

        static string NameOf(int number) => $"{Words.Indexed("w", number)}ᵀx + {Words.Indexed("b", number)} = 0";

        /// <summary>What wᵀx + b > 0 means for the unit's output.</summary>
        static string PositiveSide(Activation activation, int number)
        {
            var h = Words.Indexed("h", number);
            return activation == Activation.Sigmoid ? $"{h} > ½" : activation == Activation.Step ? $"{h} = 1" : $"{h} > 0";
        }
    }

    /// <summary>Three lines of which no two are parallel: where they meet, and whom they enclose.</summary>
    static string Triangle(Line[] lines, Scatter points)
    {
        if (lines.Length != 3)
            return "";
        var corners = new[] { (0, 1), (1, 2), (2, 0) }.Select(pair => Meet(lines[pair.Item1], lines[pair.Item2])).ToArray();
        if (corners.Any(corner => corner is null || !double.IsFinite(corner[0] + corner[1])))
            return "";
        int Within(int label)
        {
            var of = points.Of(label);
            return of[0].Zip(of[1]).Count(p => Encloses(corners!, p.First, p.Second));
        }
        return $"The three lines form a triangle with the corners {Words.List([.. corners.Select(corner => Words.At(corner!))])}; inside it lie {Words.Part(Within(0), points.CountOf(0), "point")} of class 0 and {Words.Digits(Within(1))} of {Words.Digits(points.CountOf(1))} of class 1.";
    }

    static double[]? Meet(Line one, Line other)
    {
        var determinant = one.W1 * other.W2 - one.W2 * other.W1;
        return determinant == 0 ? null : [(one.W2 * other.B - other.W2 * one.B) / determinant, (other.W1 * one.B - one.W1 * other.B) / determinant];
    }

    static bool Encloses(double[][] corners, double x, double y)
    {
        double Side(int k)
        {
            var (a, b) = (corners[k], corners[(k + 1) % 3]);
            return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
        }
        return (Side(0) > 0 && Side(1) > 0 && Side(2) > 0) || (Side(0) < 0 && Side(1) < 0 && Side(2) < 0);
    }
}
