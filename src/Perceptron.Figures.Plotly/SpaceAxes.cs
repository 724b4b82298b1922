namespace Perceptron.Figures.Plotly;

/// <summary>The three axes of a panel in space.</summary>
/// <remarks>
/// plotly.js writes the labels of such axes with WebGL, in a size that shrinks with the page. Its annotations are text of the page,
/// 13 px high on any page and in the page's colour: so they carry the names and numbers here, along the edges that are in front at first.
/// </remarks>
static class SpaceAxes
{
    internal static DynamicObj.DynamicObj Of(Panel panel)
    {
        var (eye, axes) = (panel.Eye!, panel.Axes);
        var scene = Node.Of(
            ("xaxis", Line(axes[0])), ("yaxis", Line(axes[1])), ("zaxis", Line(axes[2])),
            ("aspectmode", panel.EqualScale ? "cube" : "auto"),
            ("camera", Node.Of(("center", Node.Of(("x", 0), ("y", 0), ("z", -0.1))), ("eye", Node.Of(("x", eye[0]), ("y", eye[1]), ("z", eye[2]))))),
            ("annotations", Labels(axes, eye).ToArray()));
        if (panel.Wide is { } place)
            scene.SetProperty("domain", Node.Of(("x", new[] { place.Left, place.Right }), ("y", new[] { place.Bottom, place.Top })));
        return scene;
    }

    static DynamicObj.DynamicObj Line(Axis axis) => Node.Of(("showbackground", false), ("gridcolor", Palette.SpaceGrid), ("zerolinecolor", Palette.SpaceGrid),
        ("linecolor", Palette.Neutral), ("showline", true), ("showspikes", false), ("showticklabels", false), ("tickvals", Ticks(axis)),
        ("title", Node.Of(("text", ""))), ("range", new[] { axis.Low, axis.High }));

    static double[] Ticks(Axis axis) => axis.Ticks ?? [axis.Low, axis.High];

    static IEnumerable<object> Labels(Axis[] axes, double[] eye)
    {
        double Near(int k) => eye[k] > 0 ? axes[k].High : axes[k].Low;
        // To the right on the screen is (−eye_y, eye_x, 0): the upright edge that lies farthest to the left.
        var (leftX, leftY) = (-eye[1] > 0 ? axes[0].Low : axes[0].High, eye[0] > 0 ? axes[1].Low : axes[1].High);
        for (var k = 0; k < 3; k++)
        {
            double[] At(double value) => k switch
            {
                0 => [value, Near(1), axes[2].Low],
                1 => [Near(0), value, axes[2].Low],
                _ => [leftX, leftY, value],
            };
            var axis = axes[k];
            foreach (var tick in Ticks(axis))
                yield return Label(At(tick), axis.TickNames?[Array.IndexOf(Ticks(axis), tick)] ?? Words.Number(tick), upright: k == 2, distance: 5);
            yield return Label(At((axis.Low + axis.High) / 2), axis.Title, upright: k == 2, distance: k == 2 ? 34 : 22);
        }
    }

    static DynamicObj.DynamicObj Label(double[] at, string text, bool upright, int distance) => Node.Of(
        ("x", at[0]), ("y", at[1]), ("z", at[2]), ("text", text), ("showarrow", false),
        ("xanchor", upright ? "right" : "center"), ("xshift", upright ? -distance : 0), ("yanchor", upright ? "middle" : "top"), ("yshift", upright ? 0 : -distance));
}
