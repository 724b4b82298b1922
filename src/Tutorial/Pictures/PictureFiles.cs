using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tutorial.Book;

namespace Tutorial.Pictures;

/// <summary>Writes each figure as PNG and as SVG, and a list of what they show.</summary>
static partial class PictureFiles
{
    /// <summary>The list: from each picture's name to the fingerprint of the figure that it shows.</summary>
    public const string List = "figures.json";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Draws the figures and writes them into a folder.</summary>
    /// <param name="figures">What to draw.</param>
    /// <param name="plotlyJs">The file with plotly.js.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="cancel">Ends it; then nothing is written.</param>
    /// <exception cref="UsageException">There is no browser to draw them, or it did not draw all.</exception>
    public static async Task WriteAsync(IReadOnlyList<FigurePicture> figures, string plotlyJs, string folder, CancellationToken cancel)
    {
        var page = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.html");
        string document;
        try
        {
            await File.WriteAllTextAsync(page, PageWith(figures, plotlyJs), cancel);
            document = await HeadlessBrowser.DocumentAsync(page, cancel);
        }
        finally
        {
            File.Delete(page);
        }

        var drawn = Picture().Matches(document).ToDictionary(match => match.Groups["name"].Value, match => Bytes(match.Groups["address"].Value));
        var missing = figures.SelectMany(figure => (string[])[$"{figure.Name}.png", $"{figure.Name}.svg"]).Where(name => !drawn.ContainsKey(name)).ToList();
        var problems = drawn.Where(entry => entry.Key.EndsWith(".problem", StringComparison.Ordinal)).Select(entry => Encoding.UTF8.GetString(entry.Value));
        if (missing.Count > 0)
            throw new UsageException($"The browser did not draw {string.Join(", ", missing)}. {string.Join(' ', problems)}".TrimEnd());

        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in drawn)
            File.WriteAllBytes(Path.Combine(folder, name), name.EndsWith(".png", StringComparison.Ordinal) ? Png.Repacked(bytes) : bytes);
        var list = new SortedDictionary<string, string>(figures.ToDictionary(figure => figure.Name, figure => figure.Fingerprint), StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(folder, List), $"{JsonSerializer.Serialize(list, Readable)}\n".ReplaceLineEndings("\n"));
    }

    static string PageWith(IEnumerable<FigurePicture> figures, string plotlyJs)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Figures</title></head><body>\n");
        foreach (var figure in figures)
            page.Append(CultureInfo.InvariantCulture, $"<script type=\"application/json\" id=\"{Html.Text(figure.Name)}\">{figure.Json.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>\n");
        page.Append(CultureInfo.InvariantCulture, $"<script src=\"{new Uri(plotlyJs).AbsoluteUri}\"></script>\n<script>{Resource.Text("pictures.js")}</script>\n</body></html>\n");
        return page.ToString();
    }

    static byte[] Bytes(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        var data = WebUtility.HtmlDecode(address[(comma + 1)..]);
        return address[..comma].EndsWith(";base64", StringComparison.Ordinal) ? Convert.FromBase64String(data) : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(data));
    }

    [GeneratedRegex("<pre data-picture=\"(?<name>[^\"]+)\">(?<address>[^<]+)</pre>")]
    private static partial Regex Picture();
}
