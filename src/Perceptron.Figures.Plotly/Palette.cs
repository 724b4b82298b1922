using Plotly.NET;

namespace Perceptron.Figures.Plotly;

/// <summary>
/// Colours of middle lightness: on white and on a dark page each has a contrast of at least 3, and blue and vermilion lie far apart for every kind of colour vision.
/// No meaning hangs on them alone: classes differ by shape, lines by dashes, regions by their names.
/// </summary>
static class Palette
{
    internal static readonly Color Class0 = Color.fromHex("#2f7fd6");
    internal static readonly Color Class1 = Color.fromHex("#d9532c");

    internal static readonly Color Outline0 = Color.fromHex("#174a80");
    internal static readonly Color Outline1 = Color.fromHex("#7d2a12");

    /// <summary>Lines, axes and text; in HTML the text takes the page's own colour instead.</summary>
    internal static readonly Color Neutral = Color.fromHex("#808080");

    /// <summary>A quantity over time.</summary>
    internal static readonly Color Measured = Color.fromHex("#8a63d2");

    /// <summary>WebGL draws a transparent line as if on black: in space the grid is opaque.</summary>
    internal static readonly Color SpaceGrid = Color.fromHex("#9a9a9a");

    internal static readonly Color Grid = Color.fromString("rgba(128,128,128,0.25)");
    internal static readonly Color Nothing = Color.fromString("rgba(0,0,0,0)");

    /// <summary>Regions: the page shines through, and points stand out.</summary>
    internal static readonly Color Tint0 = Color.fromString("rgba(47,127,214,0.2)");
    internal static readonly Color Tint1 = Color.fromString("rgba(217,83,44,0.2)");
    internal static readonly Color Glass = Color.fromString("rgba(128,128,128,0.2)");

    /// <summary>The colour as Plotly writes it.</summary>
    internal static string Text(Color color) => color.Value is ARGB c ? $"rgba({c.R}, {c.G}, {c.B}, {c.A / 255})" : (string)color.Value;
}
