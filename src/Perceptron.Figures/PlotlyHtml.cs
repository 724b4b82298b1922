using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Perceptron.Figures;

/// <summary>
/// A Plotly chart as a piece of HTML that any page can hold. One file with no other dependency than the base library,
/// so that the notebook host compiles it too, for charts that a reader makes with Plotly.NET itself.
/// </summary>
/// <remarks>
/// The chart is drawn as soon as <c>window.Plotly</c> is there, whatever brings it and whenever: at once, at the page's load event,
/// or at the event <c>plotly-ready</c> on the document, which <see cref="Embed"/> sends. Until then, and for ever where no script runs, the description stands there.
/// The same chart gives the same text. There is no id that two equal outputs could share: a script draws every element of its chart that is not drawn yet.
/// </remarks>
static class PlotlyHtml
{
    /// <summary>The chart.</summary>
    /// <param name="json">Plotly JSON: an object with data, layout and, if wanted, config.</param>
    /// <param name="description">What is seen, in words.</param>
    internal static string Chart(string json, string description)
    {
        var words = HtmlEncoder.Create(UnicodeRanges.All).Encode(description);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json + "\n" + description + "\n" + Script.Value)))[..16];
        return $$"""
            <div data-plotly-chart="{{key}}" role="figure" aria-label="{{words}}" style="width:100%;max-width:720px;min-height:2em"><p style="margin:.5em 0">{{words}}</p></div>
            <script>
            (function () {
            {{Script.Value}}
            const chart = {{InScript(json)}};
            function draw() {
              if (!window.Plotly) return;
              document.removeEventListener("plotly-ready", draw);
              document.querySelectorAll('[data-plotly-chart="{{key}}"]:not([data-drawn])').forEach(box => {
                const ink = () => getComputedStyle(box).color;
                box.setAttribute("data-drawn", "");
                box.textContent = "";
                if (!(chart.layout && chart.layout.height)) box.style.height = "520px";
                showChart(window.Plotly, box, chart, ink());
                // The text follows the page from light to dark and back.
                const follow = () => { if (box.isConnected) window.Plotly.relayout(box, { "font.color": ink() }); };
                const dark = window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)");
                if (dark && dark.addEventListener) dark.addEventListener("change", () => setTimeout(follow, 50));
              });
            }
            document.addEventListener("plotly-ready", draw);
            window.addEventListener("load", draw);
            draw();
            })();
            </script>
            """.ReplaceLineEndings("\n");
    }

    /// <summary>What every chart brings along to draw itself, so that none depends on another cell: the shared script without its comments and indents.</summary>
    static readonly Lazy<string> Script = new(() => OwnScript("charts.js"));

    /// <summary>A script of ours that travels in this assembly, without its indents and the lines that only comment.</summary>
    internal static string OwnScript(string name)
    {
        using var script = new StreamReader(typeof(PlotlyHtml).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return string.Join('\n', script.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("/**", StringComparison.Ordinal)));
    }

    /// <summary>What <see cref="Embed"/> starts with, and nothing else does.</summary>
    internal const string EmbedStart = "<script data-plotly-js";

    /// <summary>plotly.js itself, for a page or a notebook that has no other renderer: once is enough, more do no harm.</summary>
    /// <param name="script">The text of plotly.js.</param>
    /// <remarks>
    /// It travels zipped, in two fifths of its size: it is the largest part of every executed notebook. The page unzips it after it was read, and tells the charts that wait.
    /// Where require.js is present (classic Notebook) the library would register itself there and not as <c>window.Plotly</c>:
    /// inside its function it finds no <c>define</c>, <c>module</c> or <c>exports</c>.
    /// </remarks>
    internal static string Embed(string script) =>
        $$"""
        {{EmbedStart}}>
        (function () {
        const ready = () => document.dispatchEvent(new Event("plotly-ready"));
        if (window.Plotly) return ready();
        const zipped = Uint8Array.from(atob("{{Zipped(script)}}"), c => c.charCodeAt(0));
        new Response(new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then(text => {
          if (!window.Plotly) {
            const element = document.createElement("script");
            element.textContent = "(function (define, module, exports) {" + text + "\n}).call(window);";
            document.head.append(element);
            element.remove();
          }
          ready();
        });
        })();
        </script>

        """.ReplaceLineEndings("\n");

    /// <summary>The text of plotly.js that <see cref="Embed"/> put into a script element.</summary>
    internal static string Embedded(string html)
    {
        const string before = "atob(\"";
        var start = html.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var zipped = Convert.FromBase64String(html[start..html.IndexOf('"', start)]);
        using var script = new StreamReader(new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress), Encoding.UTF8);
        return script.ReadToEnd();
    }

    static string Zipped(string script)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal))
            zip.Write(Encoding.UTF8.GetBytes(script));
        return Convert.ToBase64String(zipped.ToArray());
    }

    /// <summary>The same script, but with nothing in it that would end or change the script element round it.</summary>
    static string InScript(string script) => script
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\u0021--", StringComparison.Ordinal)
        .Replace("<script", "<\\u0073cript", StringComparison.OrdinalIgnoreCase);
}
