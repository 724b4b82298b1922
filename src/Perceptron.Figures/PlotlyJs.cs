namespace Perceptron.Figures;

/// <summary>
/// plotly.js, which draws the figures in pages and notebooks that have no renderer of their own for them.
/// It comes from the Plotly.NET package: nothing is fetched from the network.
/// </summary>
[TypeFormatterSource(typeof(PlotlyJsFormats), PreferredMimeTypes = [Mime.Html, Mime.Text])]
public sealed class PlotlyJs
{
    const string Sentence = "plotly.js is now part of this notebook: its charts are interactive without a network.";

    readonly IPlotly _plotly;

    PlotlyJs(IPlotly plotly) => _plotly = plotly;

    /// <summary>
    /// An object whose HTML holds plotly.js: shown once in a notebook, by any cell, it lets every figure draw itself, whether that comes before or after.
    /// Shown where plotly.js is already present, it does nothing.
    /// </summary>
    public static PlotlyJs Embed() => new(PlotlyPlugin.Instance);

    /// <summary>The script element with plotly.js in it (zipped, 1.5 MB); it starts with <c>&lt;script data-plotly-js</c>.</summary>
    public string ToHtml() => PlotlyHtml.Embed(_plotly.Script());

    /// <summary>One sentence.</summary>
    public override string ToString() => Sentence;
}
