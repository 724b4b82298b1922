using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Notebooks;
using Perceptron.Figures;

namespace Tutorial.Book;

/// <summary>A code cell as HTML: what was typed, and under it what came out.</summary>
static partial class CodeCell
{
    /// <summary>Renders the cell and its outputs.</summary>
    public static string Render(Cell cell, string anchor)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"cell\" id=\"{anchor}\">\n<div class=\"source\"><pre><code>{CSharpText.ToHtml(cell.Source.TrimEnd())}</code></pre></div>\n");
        foreach (var output in Merged(cell.Outputs))
            html.Append(Render(output));
        return html.Append("</section>").ToString();
    }

    /// <summary>The script inside the output that carries plotly.js, if the cell has that output.</summary>
    public static string? PlotlyJs(Cell cell)
    {
        var carrier = cell.Outputs.Select(output => output.Bundle()?.Find("text/html")).FirstOrDefault(IsEmbeddedPlotly);
        return carrier is null ? null : PlotlyHtml.Embedded(carrier);
    }

    /// <summary>An output that only carries plotly.js, which the book's pages share as one file.</summary>
    static bool IsEmbeddedPlotly(string? html) => html?.TrimStart().StartsWith(PlotlyHtml.EmbedStart, StringComparison.Ordinal) is true;

    /// <summary>Text that was written in pieces is one text.</summary>
    static IEnumerable<CellOutput> Merged(IEnumerable<CellOutput> outputs)
    {
        CellOutput.Stream? open = null;
        foreach (var output in outputs)
        {
            if (output is CellOutput.Stream stream && (open is null || open.Name == stream.Name))
            {
                open = stream with { Text = (open?.Text ?? "") + stream.Text };
                continue;
            }

            if (open is not null)
                yield return open;
            open = output as CellOutput.Stream;
            if (open is null)
                yield return output;
        }

        if (open is not null)
            yield return open;
    }

    static string Render(CellOutput output) => output switch
    {
        CellOutput.Stream { Name: CellOutput.Stream.Err } stream => Block("stderr", Pre(stream.Text)),
        CellOutput.Stream stream => Block("stdout", Pre(stream.Text)),
        CellOutput.Error error => Block("error", Pre(error.Traceback.IsEmpty ? $"{error.Name}: {error.Message}" : string.Join('\n', error.Traceback))),
        _ => output.Bundle() is { } bundle ? Render(bundle) : "",
    };

    static string Render(MimeBundle bundle)
    {
        string? content = null;
        bool Has(string mime) => (content = bundle.Find(mime)) is not null;

        var description = bundle.Find("text/plain") ?? "";
        if (Has("application/vnd.plotly.v1+json"))
            return Chart(content!, description);
        if (Has("text/html"))
            return IsEmbeddedPlotly(content) ? "" : Block("html", Style().Replace(content!, ""));
        if (Has("image/svg+xml"))
            return Block("image", $"<div role=\"img\" aria-label=\"{Html.Text(description)}\">{content}</div>");
        foreach (var mime in (string[])["image/png", "image/jpeg", "image/gif", "image/webp"])
            if (Has(mime))
                return Block("image", $"<img src=\"data:{mime};base64,{content!.ReplaceLineEndings("")}\" alt=\"{Html.Text(description)}\">");
        if (Has("text/markdown"))
            return Block("html", MarkdownText.Render(content!, "main", new Anchors("main"), url => url).Html);
        if (Has("text/latex"))
            return Block("html", $"<div class=\"math display\">{Html.Text(content!.Trim().Trim('$'))}</div>");
        return Block("plain", Pre(bundle.ToString()));
    }

    static string Chart(string json, string description) =>
        $"""
        <div class="output chart"><figure class="chart">
        <div class="drawing" role="group" aria-label="{Html.Text(description)}"><p>{Html.Text(description)}</p></div>
        <figcaption><details><summary>In words</summary>{Html.Text(description)}</details></figcaption>
        <script type="application/json">{json.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>
        </figure></div>

        """;

    static string Block(string kind, string html) => $"<div class=\"output {kind}\">{html}</div>\n";

    static string Pre(string text) => $"<pre>{Html.Text(Ansi().Replace(text, "").TrimEnd())}</pre>";

    /// <summary>Colours of a terminal.</summary>
    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Ansi();

    /// <summary>The host's style for its tables; the book has its own, once.</summary>
    [GeneratedRegex("<style[^>]*>.*?</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Style();
}
