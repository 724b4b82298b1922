namespace Perceptron.Figures;

/// <summary>Where a function of the plane changes its sign, as polylines: marching squares on a grid, each crossing then refined by bisection on the function itself.</summary>
static class Contour
{
    /// <summary>Halving a cell's edge so often leaves less than 10⁻¹² of it.</summary>
    const int Halvings = 40;

    /// <summary>The boundary inside the box.</summary>
    /// <param name="inside">For many points at once (x, y): whether each is inside.</param>
    /// <param name="box">The rectangle that is searched.</param>
    /// <param name="cells">The number of cells along each side; what is smaller than a cell may be missed.</param>
    /// <returns>Each piece as [x, y]; a closed piece ends where it starts.</returns>
    internal static IReadOnlyList<double[][]> Trace(Func<double[], double[], bool[]> inside, Box box, int cells)
    {
        var grid = new Grid(inside, box, cells);
        var next = Joined(grid, inside);
        var at = Refine(inside, next.Keys, grid.Ends);
        return [.. Chains(next).Select(chain => new[] { chain.Select(e => at[e].X).ToArray(), chain.Select(e => at[e].Y).ToArray() })];
    }

    /// <summary>The corners of the cells, and which of them are inside. An edge is named by its lower-left corner and its direction: horizontal edges are even, vertical ones odd.</summary>
    sealed class Grid
    {
        readonly Box _box;
        readonly bool[] _corners;

        internal Grid(Func<double[], double[], bool[]> inside, Box box, int cells)
        {
            (_box, Cells) = (box, cells);
            _corners = inside(Each(cells + 1, (i, _) => X(i)), Each(cells + 1, (_, j) => Y(j)));
        }

        internal int Cells { get; }

        internal bool In(int i, int j) => _corners[j * (Cells + 1) + i];

        internal double X(double i) => _box.Left + _box.Width * i / Cells;

        internal double Y(double j) => _box.Bottom + _box.Height * j / Cells;

        internal (int Bottom, int Right, int Top, int Left) EdgesOf(int i, int j) => (Horizontal(i, j), Vertical(i + 1, j), Horizontal(i, j + 1), Vertical(i, j));

        /// <summary>Where an edge starts and ends, and whether its start is inside.</summary>
        internal (double X0, double Y0, double X1, double Y1, bool Start) Ends(int edge)
        {
            var (i, j) = (edge / 2 % (Cells + 1), edge / 2 / (Cells + 1));
            return edge % 2 == 0 ? (X(i), Y(j), X(i + 1), Y(j), In(i, j)) : (X(i), Y(j), X(i), Y(j + 1), In(i, j));
        }

        int Horizontal(int i, int j) => 2 * (j * (Cells + 1) + i);

        int Vertical(int i, int j) => Horizontal(i, j) + 1;

        static double[] Each(int n, Func<int, int, double> value) => [.. Enumerable.Range(0, n * n).Select(k => value(k % n, k / n))];
    }

    /// <summary>For each edge that the boundary crosses, those to which it goes on.</summary>
    static Dictionary<int, List<int>> Joined(Grid grid, Func<double[], double[], bool[]> inside)
    {
        var next = new Dictionary<int, List<int>>();
        void Join(int one, int other)
        {
            Neighbours(next, one).Add(other);
            Neighbours(next, other).Add(one);
        }

        var saddles = new List<(int I, int J)>();
        for (var j = 0; j < grid.Cells; j++)
            for (var i = 0; i < grid.Cells; i++)
            {
                var crossed = Crossed(grid, i, j);
                if (crossed.Count == 2)
                    Join(crossed[0], crossed[1]);
                else if (crossed.Count == 4)
                    saddles.Add((i, j));
            }

        // In a cell with two opposite corners inside, its centre says which way the two pieces run.
        var centres = inside([.. saddles.Select(s => grid.X(s.I + 0.5))], [.. saddles.Select(s => grid.Y(s.J + 0.5))]);
        foreach (var ((i, j), centre) in saddles.Zip(centres))
        {
            var (bottom, right, top, left) = grid.EdgesOf(i, j);
            var together = grid.In(i, j) == centre;
            Join(bottom, together ? right : left);
            Join(top, together ? left : right);
        }
        return next;
    }

    /// <summary>The edges of a cell whose ends lie on different sides.</summary>
    static List<int> Crossed(Grid grid, int i, int j)
    {
        var (a, b, c, d) = (grid.In(i, j), grid.In(i + 1, j), grid.In(i + 1, j + 1), grid.In(i, j + 1));
        var (bottom, right, top, left) = grid.EdgesOf(i, j);
        var crossed = new List<int>(4);
        if (a != b) crossed.Add(bottom);
        if (b != c) crossed.Add(right);
        if (c != d) crossed.Add(top);
        if (d != a) crossed.Add(left);
        return crossed;
    }

    /// <summary>Bisects all crossed edges together: one call of the function for each halving.</summary>
    static Dictionary<int, (double X, double Y)> Refine(
        Func<double[], double[], bool[]> inside, IReadOnlyCollection<int> edges, Func<int, (double X0, double Y0, double X1, double Y1, bool Start)> ends)
    {
        var all = edges.Select(ends).ToArray();
        var (low, high) = (new double[all.Length], Enumerable.Repeat(1.0, all.Length).ToArray());
        double[] X(double[] t) => [.. all.Select((e, k) => e.X0 + t[k] * (e.X1 - e.X0))];
        double[] Y(double[] t) => [.. all.Select((e, k) => e.Y0 + t[k] * (e.Y1 - e.Y0))];
        for (var halving = 0; halving < Halvings && all.Length > 0; halving++)
        {
            double[] middle = [.. low.Zip(high, (a, b) => (a + b) / 2)];
            var side = inside(X(middle), Y(middle));
            for (var k = 0; k < all.Length; k++)
                (side[k] == all[k].Start ? low : high)[k] = middle[k];
        }
        // Eleven digits of the picture's width: what is left of the bisection's seventeen would only make the chart heavier.
        var digits = all.Length == 0 ? 0 : Math.Clamp(10 - (int)Math.Floor(Math.Log10(all.Max(e => Math.Max(1e-300, Math.Max(Math.Abs(e.X1), Math.Abs(e.Y1)))))), 0, 15);
        double[] Rounded(double[] values) => [.. values.Select(value => Math.Round(value, digits))];
        var (x, y) = (Rounded(X(high)), Rounded(Y(high)));
        return edges.Select((edge, k) => (edge, k)).ToDictionary(pair => pair.edge, pair => (x[pair.k], y[pair.k]));
    }

    /// <summary>Pieces that end at the box first, from end to end; what is left are closed ones.</summary>
    static IEnumerable<List<int>> Chains(Dictionary<int, List<int>> next)
    {
        var left = new HashSet<int>(next.Keys);
        foreach (var start in next.Keys.Where(edge => next[edge].Count == 1).Concat(next.Keys))
        {
            if (!left.Remove(start))
                continue;
            var chain = new List<int> { start };
            for (var edge = start; ;)
            {
                var onward = next[edge].FindIndex(left.Contains);
                if (onward < 0)
                {
                    if (chain.Count > 2 && next[edge].Contains(start) && next[start].Count == 2)
                        chain.Add(start);
                    break;
                }
                edge = next[edge][onward];
                left.Remove(edge);
                chain.Add(edge);
            }
            yield return chain;
        }
    }

    static List<int> Neighbours(Dictionary<int, List<int>> next, int edge) =>
        next.TryGetValue(edge, out var list) ? list : next[edge] = new List<int>(2);
}
