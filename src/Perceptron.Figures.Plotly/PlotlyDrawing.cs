using System.Text;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Perceptron.Figures.Plotly;

/// <summary>Turns pictures into charts with Plotly.NET. Made by name, in a load context of its own: see PlotlyPlugin.</summary>
sealed class PlotlyDrawing : IPlotly
{
    public string Draw(Picture picture)
    {
        // One trace for each piece, but one entry in the legend for each name.
        var named = new HashSet<string>();
        var chart = Chart.Combine(PanelFrames.Numbered(picture).SelectMany(part =>
            part.Panel.Marks.SelectMany(mark => Traces.Of(mark, inLegend: named.Add(mark.Name), part.Panel.InSpace, part.Number))));
        chart = Frame.Put(chart, picture);
        return GenericChart.toJson(chart);
    }

    public string Draw(Film film) => FilmDrawing.Draw(film, Draw);

    public string Script()
    {
        var library = typeof(GenericChart).Assembly;
        var name = Array.Find(library.GetManifestResourceNames(), n => n.Contains("plotly-", StringComparison.Ordinal) && n.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{library.GetName().Name} {library.GetName().Version} was expected to carry plotly.js as a resource plotly-*.min.js, but has only {string.Join(", ", library.GetManifestResourceNames())}.");
        using var text = new StreamReader(library.GetManifestResourceStream(name)!, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
