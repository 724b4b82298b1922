namespace Perceptron.Figures;

/// <summary>Where on each line the arrow to its positive side stands, so that neither arrows nor their labels lie on points or on each other.</summary>
static class ArrowPlaces
{
    /// <summary>Lengths as parts of half the box: the arrow, and the middle of the label beyond its tip.</summary>
    const double Arrow = 0.17, Label = 0.3;

    /// <summary>A label's middle keeps this far from the box's sides.</summary>
    const double Inside = 0.88;

    /// <summary>For each line its arrow's foot and tip.</summary>
    /// <param name="lines">w₁, w₂ and the clipped segment [x, y] of each.</param>
    /// <param name="box">The rectangle.</param>
    /// <param name="x">The points to keep clear of.</param>
    /// <param name="y">Their other coordinate.</param>
    internal static IEnumerable<(double[] From, double[] To)> For(IEnumerable<(double W1, double W2, double[][] Segment)> lines, Box box, double[] x, double[] y)
    {
        // In coordinates that run from -1 to 1 over the box, where arrows stand at right angles to their lines on the screen.
        var (hx, hy) = (box.Width / 2, box.Height / 2);
        (double U, double V) In(double px, double py) => ((px - box.Left) / hx - 1, (py - box.Bottom) / hy - 1);
        double[] Out((double U, double V) p) => [box.Left + (p.U + 1) * hx, box.Bottom + (p.V + 1) * hy];

        var all = lines.ToArray();
        var segments = all.Select(l => (From: In(l.Segment[0][0], l.Segment[1][0]), To: In(l.Segment[0][1], l.Segment[1][1]))).ToArray();
        var points = x.Zip(y, In).ToArray();
        var labels = new List<(double U, double V)>();
        for (var k = 0; k < all.Length; k++)
        {
            var (u, v) = (all[k].W1 * hx, all[k].W2 * hy);
            var norm = Math.Sqrt(u * u + v * v);
            var (from, to) = segments[k];
            (double U, double V) Beyond((double U, double V) foot, double length) => (foot.U + u / norm * length, foot.V + v / norm * length);

            double Room((double U, double V) foot)
            {
                var (tip, label) = (Beyond(foot, Arrow), Beyond(foot, Label));
                var outside = Math.Max(0, Math.Max(Math.Abs(label.U), Math.Abs(label.V)) - Inside);
                var toPoints = points.Select(p => Math.Min(Distance(p, label), Distance(p, tip) + 0.05)).DefaultIfEmpty(1).Min();
                var toLines = segments.Where((_, other) => other != k).Select(s => Math.Min(Distance(label, s.From, s.To), Distance(tip, s.From, s.To))).DefaultIfEmpty(1).Min();
                var toLabels = labels.Select(other => Distance(other, label) / 2).DefaultIfEmpty(1).Min();
                // Enough room is enough: beyond it the middle of the line is the better place.
                var room = Math.Min(0.22, Math.Min(toPoints, Math.Min(toLines, toLabels)));
                return room - 4 * outside - 0.02 * Distance(foot, ((from.U + to.U) / 2, (from.V + to.V) / 2));
            }

            var best = Enumerable.Range(1, 39).Select(i => i / 40.0).Select(t => (U: from.U + t * (to.U - from.U), V: from.V + t * (to.V - from.V))).MaxBy(Room);
            labels.Add(Beyond(best, Label));
            yield return (Out(best), Out(Beyond(best, Arrow)));
        }
    }

    static double Distance((double U, double V) a, (double U, double V) b) => Math.Sqrt((a.U - b.U) * (a.U - b.U) + (a.V - b.V) * (a.V - b.V));

    static double Distance((double U, double V) p, (double U, double V) a, (double U, double V) b)
    {
        var (du, dv) = (b.U - a.U, b.V - a.V);
        var t = Math.Clamp(((p.U - a.U) * du + (p.V - a.V) * dv) / Math.Max(du * du + dv * dv, double.Epsilon), 0, 1);
        return Distance(p, (a.U + t * du, a.V + t * dv));
    }
}
