namespace Perceptron.Figures;

/// <summary>Where on each line the arrow to its positive side stands, so that neither arrows nor their labels lie on points or on each other.</summary>
static class ArrowPlaces
{
    /// <summary>An arrow's length, as a part of half the box.</summary>
    const double Length = 0.15;

    /// <summary>Half the width and height of a label, and how far its middle lies from the arrow's tip, in the same measure on a chart of middle width.</summary>
    const double HalfWidth = 0.15, HalfHeight = 0.05, AcrossFromTip = 0.19, UpFromTip = 0.08;

    /// <summary>For each line its arrow's foot and tip, and on which side of the tip its label stands.</summary>
    /// <param name="lines">w₁, w₂ and the clipped segment [x, y] of each.</param>
    /// <param name="box">The rectangle.</param>
    /// <param name="x">The points to keep clear of.</param>
    /// <param name="y">Their other coordinate.</param>
    internal static IEnumerable<(double[] From, double[] To, (int Across, int Up) Beyond)> For(
        IEnumerable<(double W1, double W2, double[][] Segment)> lines, Box box, double[] x, double[] y)
    {
        // In coordinates that run from -1 to 1 over the box, where arrows stand at right angles to their lines on the screen.
        var (hx, hy) = (box.Width / 2, box.Height / 2);
        Spot In(double px, double py) => new((px - box.Left) / hx - 1, (py - box.Bottom) / hy - 1);
        double[] Out(Spot p) => [box.Left + (p.U + 1) * hx, box.Bottom + (p.V + 1) * hy];

        var all = lines.ToArray();
        var segments = all.Select(l => (From: In(l.Segment[0][0], l.Segment[1][0]), To: In(l.Segment[0][1], l.Segment[1][1]))).ToArray();
        var points = x.Zip(y, In).ToArray();
        var labels = new List<Spot>();
        for (var k = 0; k < all.Length; k++)
        {
            var (u, v) = (all[k].W1 * hx, all[k].W2 * hy);
            var norm = Math.Sqrt(u * u + v * v);
            Spot[] others = [.. segments.Where((_, other) => other != k).SelectMany(s => Enumerable.Range(0, 65).Select(i => Between(s.From, s.To, i / 64.0)))];
            var (from, to) = segments[k];
            var best = Places(from, to, u / norm, v / norm).MaxBy(place => Room(place, points, others, labels) - 0.02 * Distance(place.Foot, Between(from, to, 0.5)) - place.Malus)!;
            labels.Add(best.Label);
            yield return (Out(best.Foot), Out(best.Tip), best.Side);
        }
    }

    /// <summary>An arrow on its line with its label; of two equally good ones that with the smaller malus is taken.</summary>
    sealed record Place(Spot Foot, Spot Tip, Spot Label, (int Across, int Up) Side, double Malus);

    /// <summary>All the places that are looked at, along a line and on each forward side of the tip.</summary>
    static IEnumerable<Place> Places(Spot start, Spot end, double u, double v) =>
        from i in Enumerable.Range(1, 39)
        let foot = Between(start, end, i / 40.0)
        let tip = new Spot(foot.U + u * Length, foot.V + v * Length)
        from side in Forwards(u, v).Select((side, rank) => (side.Across, side.Up, Rank: rank))
        select new Place(foot, tip, new(tip.U + side.Across * AcrossFromTip, tip.V + side.Up * UpFromTip), (side.Across, side.Up), 0.001 * side.Rank);

    /// <summary>How far an arrow and its label keep from all else; less where they leave the box.</summary>
    static double Room(Place place, Spot[] points, Spot[] lines, List<Spot> labels)
    {
        Spot[] arrow = [place.Foot, Between(place.Foot, place.Tip, 0.5), place.Tip];
        double FromBoth(Spot p) => Math.Min(FromLabel(p, place.Label), arrow.Min(part => Distance(p, part)));
        var free = points.Concat(lines).Select(FromBoth).Concat(labels.Select(other => FromLabel(other, place.Label) - HalfHeight)).DefaultIfEmpty(1).Min();
        var outside = Math.Max(0, new[]
        {
            Math.Abs(place.Label.U) + HalfWidth, Math.Abs(place.Label.V) + HalfHeight, Math.Abs(place.Tip.U) + 0.03, Math.Abs(place.Tip.V) + 0.03,
        }.Max() - 1);
        // Enough room is enough: beyond it the middle of the line is the better place.
        return Math.Min(0.09, free) - 4 * outside;
    }

    sealed record Spot(double U, double V);

    /// <summary>The directions of the compass that lie within 70 degrees of the given one, the nearest first.</summary>
    static (int Across, int Up)[] Forwards(double u, double v)
    {
        double Along((int Across, int Up) side) => (side.Across * u + side.Up * v) / Math.Sqrt(side.Across * side.Across + side.Up * side.Up);
        return [.. from across in Enumerable.Range(-1, 3)
            from up in Enumerable.Range(-1, 3)
            where (across, up) is not (0, 0) && Along((across, up)) > 0.34
            orderby Along((across, up)) descending
            select (across, up)];
    }

    static Spot Between(Spot a, Spot b, double t) => new(a.U + t * (b.U - a.U), a.V + t * (b.V - a.V));

    static double Distance(Spot a, Spot b) => Math.Sqrt((a.U - b.U) * (a.U - b.U) + (a.V - b.V) * (a.V - b.V));

    /// <summary>From the rectangle of a label; below 0 inside it.</summary>
    static double FromLabel(Spot p, Spot label)
    {
        var (u, v) = (Math.Abs(p.U - label.U) - HalfWidth, Math.Abs(p.V - label.V) - HalfHeight);
        return u <= 0 && v <= 0 ? Math.Max(u, v) : Math.Sqrt(Math.Max(u, 0) * Math.Max(u, 0) + Math.Max(v, 0) * Math.Max(v, 0));
    }
}
