namespace Perceptron.Figures;

/// <summary>
/// The hidden space of a network as one panel of a film: a square for 2 units; for 3 a cube, drawn in parallel perspective from one fixed place.
/// It is drawn in the plane, not with WebGL: pages allow few WebGL charts, and a cube that nobody turns by hand moves more smoothly without.
/// </summary>
sealed class HiddenPanel
{
    const string Name = "in the hidden space";

    readonly Dataset _data;
    readonly double[] _low, _high;
    readonly double[][] _screen;

    /// <param name="data">The points.</param>
    /// <param name="models">All that will be shown, so that one cube holds them.</param>
    internal HiddenPanel(Dataset data, Mlp[] models)
    {
        _data = data;
        var ranges = models.Select(model => HiddenSpace.Range(model.Layers[^2].Activation, model.Forward(data.X).Layers[^2].H).ToArray()).ToArray();
        _low = [.. ranges[0].Select((_, k) => ranges.Min(r => r[k].Low))];
        _high = [.. ranges[0].Select((_, k) => ranges.Max(r => r[k].High))];
        _screen = _low.Length == 2 ? [[1, 0], [0, 1]] : Screen(Viewpoint.Along(InUnits(models[^1]).W));
    }

    /// <summary>The panel without its marks.</summary>
    internal Panel Panel
    {
        get
        {
            if (_low.Length == 2)
                return new Panel([Edge(0), Edge(1)], EqualScale: false, [], Heading: Name);
            // The cube turned into the picture, with room for the names of its edges.
            var corners = Enumerable.Range(0, 8).Select(k => Project([k & 1, (k >> 1) & 1, k >> 2])).ToArray();
            Axis Axis(int axis) => new(axis == 0 ? "across" : "upwards", corners.Min(c => c[axis]) - 0.15, corners.Max(c => c[axis]) + 0.15);
            return new Panel([Axis(0), Axis(1)], EqualScale: true, [], Heading: Name, Framed: false);
        }
    }

    Axis Edge(int k) => new(Words.Indexed("h", k + 1), _low[k] - (_high[k] - _low[k]) / 20, _high[k] + (_high[k] - _low[k]) / 20);

    internal IEnumerable<Mark> Marks(Mlp model)
    {
        var h = model.Forward(_data.X).Layers[^2].H;
        var (w, b) = InUnits(model);
        if (_low.Length == 2)
        {
            var line = new Box(_low[0], _high[0], _low[1], _high[1]).Clip(model.Layers[^1].Weights[0, 0], model.Layers[^1].Weights[1, 0], model.Layers[^1].Bias[0]);
            yield return new Mark.Curve(HiddenSpace.Boundary, 3, line ?? [[], []]);
        }
        else
        {
            yield return new Mark.Level(CubeEdges());
            for (var k = 0; k < 3; k++)
                yield return new Mark.Words(Words.Indexed("h", k + 1), NameAt(k));
            var face = CutThroughBox.Polygon(w, b, [0, 0, 0], [1, 1, 1]) ?? [];
            var seen = face.Append(face.FirstOrDefault()).OfType<double[]>().Select(Project).ToArray();
            yield return new Mark.Area(HiddenSpace.Boundary, AreaKind.Face, Columns(seen), Outlined: true);
        }
        var at = _low.Length == 2 ? h.EnumerateRows().Select(row => row.ToArray()) : h.EnumerateRows().Select(row => Project([.. row.Select((v, k) => (v - _low[k]) / (_high[k] - _low[k]))]));
        foreach (var mark in Scatter.At(Columns([.. at]), _data).Marks())
            yield return mark;
    }

    /// <summary>wᵀh + b in coordinates that run from 0 to 1 along each edge.</summary>
    (double[] W, double B) InUnits(Mlp model)
    {
        var meta = model.Layers[^1];
        double[] w = [.. meta.Weights.Column(0)];
        return ([.. w.Select((v, k) => v * (_high[k] - _low[k]))], meta.Bias[0] + w.Select((v, k) => v * _low[k]).Sum());
    }

    /// <summary>What lies to the right and what upwards, seen from the eye.</summary>
    static double[][] Screen(double[] eye)
    {
        var (floor, length) = (Math.Sqrt(eye[0] * eye[0] + eye[1] * eye[1]), Math.Sqrt(CutThroughBox.Dot(eye, eye)));
        var (c, s) = (eye[0] / floor, eye[1] / floor);
        return [[-s, c, 0], [-c * eye[2] / length, -s * eye[2] / length, floor / length]];
    }

    double[] Project(double[] h) => [.. _screen.Select(axis => CutThroughBox.Dot(axis, [h[0] - 0.5, h[1] - 0.5, h[2] - 0.5]))];

    double[][] CubeEdges()
    {
        var ends = Enumerable.Range(0, 3).SelectMany(axis => Enumerable.Range(0, 4).Select(sides => (From: Corner(axis, sides, 0), To: Corner(axis, sides, 1))));
        return Columns([.. ends.SelectMany(e => new[] { Project(e.From), Project(e.To), [double.NaN, double.NaN] })]);
    }

    /// <summary>Beside the middle of that parallel edge which lies farthest from the cube's middle on the screen, lowest first: there nothing is behind the name.</summary>
    double[] NameAt(int axis)
    {
        var middles = Enumerable.Range(0, 4).Select(sides => Project(Corner(axis, sides, 0.5))).ToArray();
        var best = axis == 2 ? middles.MinBy(m => m[0])! : middles.MinBy(m => m[1])!;
        var length = Math.Sqrt(best[0] * best[0] + best[1] * best[1]);
        return [best[0] * (1 + 0.09 / length), best[1] * (1 + 0.09 / length)];
    }

    static double[] Corner(int axis, int sides, double along)
    {
        var corner = new double[3];
        (corner[axis], corner[(axis + 1) % 3], corner[(axis + 2) % 3]) = (along, sides & 1, sides >> 1);
        return corner;
    }

    /// <summary>To a thousandth of the picture, which is less than a pixel.</summary>
    static double[][] Columns(double[][] rows) => [.. Enumerable.Range(0, 2).Select(axis => rows.Select(row => Math.Round(row[axis], 3)).ToArray())];
}
