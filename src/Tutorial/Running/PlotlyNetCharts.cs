using System.Reflection;
using System.Text.Json.Nodes;
using Notebooks;
using Perceptron.Figures;

namespace Tutorial.Running;

/// <summary>
/// Draws the charts that cells make directly with Plotly.NET. This program has no reference to Plotly.NET: the type is known by its
/// name, and the work is done by the assembly that the chart itself comes from.
/// </summary>
sealed class PlotlyNetCharts
{
    const string TypeName = "Plotly.NET.GenericChart";

    /// <summary>What a session needs to show them.</summary>
    public NamedTypeFormatter Formatter => new(TypeName, Format);

    /// <summary>The plotly.js that came with the charts; null before the first one.</summary>
    public string? PlotlyJs { get; private set; }

    MimeBundle Format(object chart)
    {
        var library = chart.GetType().Assembly;
        var toJson = library.GetType(TypeName)?.GetMethod("toJson", BindingFlags.Public | BindingFlags.Static)
            ?? throw new MissingMethodException($"{library.GetName().Name} {library.GetName().Version} was expected to have {TypeName}.toJson, as version 6.0.0 has.");
        var json = (string)toJson.Invoke(null, [chart])!;
        var figure = JsonNode.Parse(json)!;
        var description = Describe(figure);
        PlotlyJs ??= ScriptOf(library);
        return new(
        [
            new("application/vnd.plotly.v1+json", json),
            new("text/html", PlotlyHtml.Chart(OnThePagesPaper(figure), description)),
            new("text/plain", description),
        ]);
    }

    /// <summary>In HTML the chart's words take the page's colour, so its paper must be the page's too: Plotly.NET's own is white.</summary>
    static string OnThePagesPaper(JsonNode figure)
    {
        if (figure["layout"] is JsonObject layout)
            layout.TryAdd("paper_bgcolor", "rgba(0,0,0,0)");
        return figure.ToJsonString();
    }

    /// <summary>For instance <c>Chart "Loss": scatter "mean" with 11 points, bar with 3 points.</c></summary>
    static string Describe(JsonNode chart)
    {
        var title = chart["layout"]?["title"] is { } node ? (string?)(node is JsonObject ? node["text"] : node) : null;
        var traces = (chart["data"] as JsonArray ?? []).Select(trace =>
        {
            var name = (string?)trace?["name"] is { Length: > 0 } some ? $" \"{some}\"" : "";
            var points = (trace?["x"] ?? trace?["y"] ?? trace?["values"]) is JsonArray values ? $" with {values.Count} points" : "";
            return $"{(string?)trace?["type"] ?? "scatter"}{name}{points}";
        });
        return $"Chart{(string.IsNullOrWhiteSpace(title) ? "" : $" \"{title}\"")}: {string.Join(", ", traces)}.";
    }

    static string? ScriptOf(Assembly library)
    {
        var name = Array.Find(library.GetManifestResourceNames(), n => n.EndsWith(".min.js", StringComparison.Ordinal));
        if (name is null)
            return null;

        using var reader = new StreamReader(library.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
