namespace Perceptron.Figures;

/// <summary>From where a plane in space is best looked at.</summary>
static class Viewpoint
{
    /// <summary>Above the floor, in radians.</summary>
    const double Height = 0.35;

    /// <summary>How far from the edge-on view, in radians: enough to see the plane as a face.</summary>
    const double Aslant = 0.3;

    /// <summary>
    /// From slightly above, nearly along the plane, so that its two sides lie apart in the picture.
    /// Of all directions round the vertical axis, the one whose angle with the plane is nearest to a small given one.
    /// </summary>
    internal static double[] Along(double[] normal)
    {
        var length = Math.Sqrt(CutThroughBox.Dot(normal, normal));
        double[] Eye(int degrees)
        {
            var turn = degrees * Math.PI / 180;
            return [Math.Cos(Height) * Math.Cos(turn), Math.Cos(Height) * Math.Sin(turn), Math.Sin(Height)];
        }
        double Angle(double[] eye) => Math.Asin(Math.Clamp(Math.Abs(CutThroughBox.Dot(eye, normal)) / length, 0, 1));

        // Eight degrees round each axis are left out: from there one axis would be seen end-on.
        var best = Enumerable.Range(0, 360)
            .Where(degrees => length == 0 ? degrees == 300 : degrees % 90 is > 8 and < 82)
            .Select(Eye)
            .MinBy(eye => length == 0 ? 0 : Math.Round(Math.Abs(Angle(eye) - Aslant), 6))!;
        return [.. best.Select(c => Math.Round(2.3 * c, 4))];
    }
}
