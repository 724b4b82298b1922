using System.IO.Compression;

namespace Tutorial.Book;

/// <summary>plotly.js, once for all pages.</summary>
static class PlotlyJs
{
    /// <summary>Its name beside the pages.</summary>
    public const string FileName = "plotly.min.js";

    /// <summary>From an executed notebook that embeds it, or else from the lesson's package; null when neither has it.</summary>
    public static string? Find(IEnumerable<Chapter> chapters, string? package) =>
        chapters.SelectMany(chapter => chapter.Notebook.Cells).Select(CodeCell.PlotlyJs).FirstOrDefault(script => script is not null)
        ?? (package is null ? null : FromPackage(package));

    static string? FromPackage(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        if (zip.GetEntry($"plotly/{FileName}") is not { } entry)
            return null;

        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
