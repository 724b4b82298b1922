namespace Perceptron.Figures;

/// <summary>The class predicted in every cell of a box, and the exact boundary between the two.</summary>
/// <param name="Across">The cells' centres from left to right.</param>
/// <param name="Up">The cells' centres from bottom to top.</param>
/// <param name="Classes">0 or 1: one row for each of <paramref name="Up"/>.</param>
/// <param name="Boundary">Its pieces, each as [x, y].</param>
sealed record ClassMap(double[] Across, double[] Up, int[][] Classes, IReadOnlyList<double[][]> Boundary)
{
    /// <param name="isOne">For many points at once (x, y): whether class 1 is predicted.</param>
    /// <param name="box">The rectangle.</param>
    /// <param name="cells">The number of cells along each side.</param>
    internal static ClassMap Of(Func<double[], double[], bool[]> isOne, Box box, int cells)
    {
        double[] across = [.. Enumerable.Range(0, cells).Select(i => box.Left + box.Width * (i + 0.5) / cells)];
        double[] up = [.. Enumerable.Range(0, cells).Select(j => box.Bottom + box.Height * (j + 0.5) / cells)];
        var inside = isOne([.. up.SelectMany(_ => across)], [.. up.SelectMany(y => Enumerable.Repeat(y, cells))]);
        return new ClassMap(across, up, [.. inside.Select(one => one ? 1 : 0).Chunk(cells)], Contour.Trace(isOne, box, cells));
    }

    internal IEnumerable<Mark> Marks() =>
        Boundary.Select(piece => (Mark)new Mark.Curve("ŷ = ½", 0, piece)).Prepend(new Mark.Cells(Across, Up, Classes));

    /// <summary>The part of the box where class 1 is predicted.</summary>
    internal double ShareOfOne => Classes.Average(row => row.Average());
}
