namespace Perceptron.Figures;

/// <summary>The part of a box where a function of the plane is true, as outlines that can be filled.</summary>
static class Region
{
    /// <summary>So many cells the outlines go on beyond the box, where a picture cuts them off: their way back runs unseen.</summary>
    const int Beyond = 2;

    /// <summary>
    /// The outlines, each closed and followed by not a number, the region always on their left; so holes run the other way round.
    /// To a thousandth of the box's width, which is less than a pixel; the points that say no more are left out.
    /// </summary>
    internal static double[][] Outlines(Func<double[], double[], bool[]> inside, Box box, int cells)
    {
        var (dx, dy) = (box.Width * Beyond / cells, box.Height * Beyond / cells);
        var around = new Box(box.Left - dx, box.Right + dx, box.Bottom - dy, box.Top + dy);
        // Nothing at the very rim belongs to it, so that every outline closes.
        bool Rim(double x, double y) =>
            x < around.Left + dx / 4 || x > around.Right - dx / 4 || y < around.Bottom + dy / 4 || y > around.Top - dy / 4;
        bool[] Within(double[] x, double[] y) => [.. inside(x, y).Select((one, k) => one && !Rim(x[k], y[k]))];

        var pieces = Contour.Trace(Within, around, cells + 2 * Beyond);
        var left = pieces.Select(piece => Left(piece, box.Width)).ToArray();
        var turned = pieces.Zip(Within([.. left.Select(p => p.X)], [.. left.Select(p => p.Y)]), (piece, isIn) => isIn ? piece : [.. piece.Select(c => c.Reverse().ToArray())])
            .Select(piece => Simpler.Than(piece, Math.Min(box.Width, box.Height) / 1000)).ToArray();
        var digits = Digits(box);
        return [.. Enumerable.Range(0, 2).Select(axis => turned.SelectMany(piece => piece[axis].Select(v => Math.Round(v, digits)).Append(double.NaN)).ToArray())];
    }

    /// <summary>So many decimals say a place in the box to less than a thousandth of it.</summary>
    internal static int Digits(Box box) => Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Min(box.Width, box.Height))), 0, 15);

    /// <summary>The same outlines as seen from outside, and the box round them.</summary>
    internal static double[][] Rest(double[][] outlines, Box box)
    {
        double[] left = [box.Left, box.Right, box.Right, box.Left, box.Left, double.NaN], top = [box.Bottom, box.Bottom, box.Top, box.Top, box.Bottom, double.NaN];
        var digits = Digits(box);
        // Backwards, the separator of the last piece comes first: it moves to the end.
        IEnumerable<double> Backwards(double[] all) => all.Reverse().Skip(1).Concat(all.Length > 0 ? [double.NaN] : []);
        return [[.. left.Select(v => Math.Round(v, digits)), .. Backwards(outlines[0])], [.. top.Select(v => Math.Round(v, digits)), .. Backwards(outlines[1])]];
    }

    /// <summary>A place to the left of the outline, next to one of its points: those lie on the boundary itself, the steps between them do not.</summary>
    static (double X, double Y) Left(double[][] piece, double width)
    {
        double Across(int k, int axis) => piece[axis][k + 1] - piece[axis][k - 1];
        double Length(int k) => Math.Sqrt(Across(k, 0) * Across(k, 0) + Across(k, 1) * Across(k, 1));
        var straightest = Enumerable.Range(1, piece[0].Length - 2).MaxBy(Length);
        var small = 1e-6 * width / Length(straightest);
        return (piece[0][straightest] - Across(straightest, 1) * small, piece[1][straightest] + Across(straightest, 0) * small);
    }
}
