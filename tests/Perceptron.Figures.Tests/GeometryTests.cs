using CsCheck;

namespace Perceptron.Figures.Tests;

public class GeometryTests
{
    static readonly double[] Zeros = [0, 0, 0], Ones = [1, 1, 1];

    [Fact]
    public void A_polygon_through_the_cube_is_flat_convex_and_lies_on_its_faces() =>
        Gen.Select(Gen.Double[-9, 9].Array[3], Gen.Double[-9, 9]).Sample((w, b) =>
        {
            var corners = CutThroughBox.Polygon(w, b, Zeros, Ones);
            var scores = Enumerable.Range(0, 8).Select(k => w[0] * (k & 1) + w[1] * ((k >> 1) & 1) + w[2] * (k >> 2) + b).ToArray();
            if (corners is null)
                return scores.All(s => s >= -1e-9) || scores.All(s => s <= 1e-9);
            // Neighbours share a face of the cube exactly when they are in order round the polygon.
            return corners.All(h => Math.Abs(w[0] * h[0] + w[1] * h[1] + w[2] * h[2] + b) < 1e-9 && h.All(c => c is >= 0 and <= 1))
                && corners.Select((h, k) => (h, next: corners[(k + 1) % corners.Length])).All(pair => Enumerable.Range(0, 3).Any(axis => Math.Abs(pair.h[axis] - pair.next[axis]) < 1e-9 && (pair.h[axis] < 1e-9 || pair.h[axis] > 1 - 1e-9)));
        });

    [Fact]
    public void A_plane_through_corners_of_the_cube_has_no_corner_twice() =>
        Assert.Equal(3, CutThroughBox.Polygon([1, 1, 1], -1, Zeros, Ones)!.Length);

    [Fact]
    public void A_plane_that_only_touches_the_cube_has_no_face()
    {
        Assert.Null(CutThroughBox.Polygon([1, 1, 1], 0, Zeros, Ones));
        Assert.Null(CutThroughBox.Polygon([1, 1, 0], 0, Zeros, Ones));
        Assert.Null(CutThroughBox.Polygon([0, 0, 0], 1, Zeros, Ones));
    }

    [Fact]
    public void A_contour_finds_each_closed_piece_and_is_exact()
    {
        static bool[] TwoDiscs(double[] x, double[] y) => [.. x.Zip(y, (a, b) => Radius(a - 1, b) < 0.5 || Radius(a + 1, b) < 0.25)];
        var pieces = Contour.Trace(TwoDiscs, new Box(-2, 2, -2, 2), 60);
        Assert.Equal(2, pieces.Count);
        Assert.All(pieces, piece => Assert.Equal((piece[0][0], piece[1][0]), (piece[0][^1], piece[1][^1])));
        Assert.All(pieces.SelectMany(p => p[0].Zip(p[1])), p => Assert.Equal(0, Math.Min(Math.Abs(Radius(p.First - 1, p.Second) - 0.5), Math.Abs(Radius(p.First + 1, p.Second) - 0.25)), 1e-9));
    }

    [Fact]
    public void A_contour_that_leaves_the_box_is_open()
    {
        static bool[] Right(double[] x, double[] y) => [.. x.Select(a => a > 0.123)];
        var piece = Assert.Single(Contour.Trace(Right, new Box(-1, 1, -1, 1), 10));
        Assert.All(piece[0], x => Assert.Equal(0.123, x, 1e-9));
        Assert.Equal((-1, 1), (piece[1].Min(), piece[1].Max()));
        Assert.Equal(11, piece[1].Length);
    }

    [Fact] // Inside the two quadrants where x and y have one sign: every cell at the origin is a saddle.
    public void Two_corners_that_meet_in_one_cell_stay_two_pieces()
    {
        static bool[] Quadrants(double[] x, double[] y) => [.. x.Zip(y, (a, b) => a * b > 0)];
        var pieces = Contour.Trace(Quadrants, new Box(-1, 1, -1, 1), 11);
        Assert.Equal(2, pieces.Count);
        Assert.All(pieces.SelectMany(p => p[0].Zip(p[1])), p => Assert.Equal(0, Math.Min(Math.Abs(p.First), Math.Abs(p.Second)), 1e-9));
    }

    [Fact]
    public void A_ring_is_found_where_there_is_one_and_only_there()
    {
        double[] turn = [.. Enumerable.Range(0, 40).Select(i => i * Math.PI / 20)];
        var ring = Ring.Through([.. turn.Select(t => 3 + 2 * Math.Cos(t))], [.. turn.Select(t => -1 + 2 * Math.Sin(t))])!.Value;
        Assert.Equal(3, ring.X, 9);
        Assert.Equal(-1, ring.Y, 9);
        Assert.Equal(2, ring.Radius, 9);
        // A half moon, a disc, a line.
        Assert.Null(Ring.Through([.. turn.Select(t => Math.Cos(t / 2))], [.. turn.Select(t => Math.Sin(t / 2))]));
        Assert.Null(Ring.Through([.. turn.Select((t, i) => i % 7 * Math.Cos(t))], [.. turn.Select((t, i) => i % 7 * Math.Sin(t))]));
        Assert.Null(Ring.Through(turn, [.. turn.Select(t => 2 * t)]));
    }

    [Fact]
    public void A_box_holds_its_points_with_a_margin() => Gen.Select(Gen.Double[-1e3, 1e3].Array[1, 20], Gen.Double[-1, 1].Array[20]).Sample((x, y) =>
    {
        var box = Box.Around(x, y);
        return x.All(v => v > box.Left && v < box.Right) && y.All(v => v > box.Bottom && v < box.Top);
    });

    [Fact]
    public void Numbers_for_factors_are_round_and_not_too_many() => Gen.Select(Gen.Double[-7, 3], Gen.Double[0.7, 9]).Sample((from, width) =>
    {
        var (low, high) = (Math.Pow(10, from), Math.Pow(10, from + width));
        var ticks = Decades.Between(low, high, atMost: 6);
        return ticks.Length is > 0 and <= 6 && ticks.All(t => t >= low && t <= high && (t / Math.Pow(10, Math.Floor(Math.Log10(t) + 1e-9))) is var digit && Math.Abs(digit - Math.Round(digit)) < 1e-9);
    });

    [Fact]
    public void A_surface_is_exact_on_its_grid_and_near_between()
    {
        static double F(double x, double y) => Math.Exp(0.3 * x - 0.2 * x * y + y);
        var surface = Surface.Of(F, new Box(-1, 1, 0, 2), 40);
        Assert.Equal(F(-0.5, 1.5), surface.At(-0.5, 1.5), 12);
        Assert.Equal(F(0.513, 0.777), surface.At(0.513, 0.777), 1e-3);
        Assert.Equal(F(-1, 0), surface.Low, 12);
        Assert.Equal(F(-1, 2), surface.High, 12);
    }

    [Theory]
    [InlineData(3.684e-8, "3.68·10⁻⁸")]
    [InlineData(1e-12, "10⁻¹²")]
    [InlineData(-1e15, "−10¹⁵")]
    [InlineData(-0.000051, "−5.1·10⁻⁵")]
    [InlineData(1001, "1001")]
    [InlineData(-0.5, "−0.5")]
    public void A_number_is_written_as_in_a_book(double value, string text) => Assert.Equal(text, Words.Number(value));

    [Theory]
    [InlineData(1, 2, "1 of 2 points")]
    [InlineData(0, 1, "0 of 1 point")]
    public void A_part_and_its_whole_are_both_in_digits(int part, int whole, string text) => Assert.Equal(text, Words.Part(part, whole, "point"));

    static double Radius(double x, double y) => Math.Sqrt(x * x + y * y);
}
