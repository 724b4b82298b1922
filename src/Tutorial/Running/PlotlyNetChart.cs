using System.Reflection;
using Notebooks;

namespace Tutorial.Running;

/// <summary>
/// Draws a chart that a cell makes directly with Plotly.NET. This program has no reference to Plotly.NET: the type is known by its
/// name, and the work is done by the assembly that the chart itself comes from.
/// </summary>
static class PlotlyNetChart
{
    /// <summary>Knows <c>Plotly.NET.GenericChart</c>.</summary>
    public static NamedTypeFormatter Formatter { get; } = new("Plotly.NET.GenericChart", Format);

    static MimeBundle Format(object chart)
    {
        var figure = (string)(chart.GetType().Assembly.GetType("Plotly.NET.GenericChart")
            ?.GetMethod("toFigureJson", BindingFlags.Public | BindingFlags.Static)
            ?.Invoke(null, [chart])
            ?? throw new MissingMethodException("Plotly.NET.GenericChart.toFigureJson was not found: this version of Plotly.NET is not known. Version 6.0.0 is."));
        return new(
        [
            new("application/vnd.plotly.v1+json", figure),
            new("text/plain", "A chart made with Plotly.NET."),
        ]);
    }
}
