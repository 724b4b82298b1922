using System.Text;
using Tutorial.Running;

namespace Tutorial.Book;

/// <summary>Writes a book: executed notebooks, a page for each and for each text that goes with them, an index, and what the pages share. Whole or not at all.</summary>
static class BookFolder
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Refuses a folder that holds something else, which the book would replace.</summary>
    /// <exception cref="UsageException">There is such a folder, or a file, at <paramref name="target"/>.</exception>
    public static void CheckReplaceable(string target)
    {
        if (File.Exists(target))
            throw new UsageException($"The book needs a folder, but {target} is a file. Name another folder with --out.");
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;

        var index = Path.Combine(target, "index.html");
        if (!File.Exists(index) || !File.ReadAllText(index).Contains(Page.Generator, StringComparison.Ordinal))
            throw new UsageException($"{target} holds files that are not a book of this program, and writing the book would replace them. Name a new folder with --out.");
    }

    /// <summary>Writes the book of these notebooks.</summary>
    /// <param name="target">The folder; an earlier book in it is replaced.</param>
    /// <param name="executed">The notebooks, in the order of the chapters.</param>
    /// <param name="texts">The markdown files that go with them.</param>
    /// <param name="katex">What draws the formulas.</param>
    /// <param name="plotlyJs">plotly.js for charts in notebooks that do not embed it themselves, or null.</param>
    public static void Write(string target, IReadOnlyList<ExecutedNotebook> executed, IReadOnlyList<string> texts, Katex katex, string? plotlyJs)
    {
        target = Path.GetFullPath(target);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        CheckReplaceable(target);

        var names = new Anchors("index");
        var notebooks = executed.Select(e => (e.Path, Name: names.Take(Path.GetFileNameWithoutExtension(e.Path)), e.Run.Notebook)).ToList();
        var beside = texts.Select(path => (Path: path, Name: names.Take(Path.GetFileNameWithoutExtension(path)))).ToList();
        var links = new Links(target, notebooks.Select(n => (n.Path, n.Name)).Concat(beside).ToDictionary(n => n.Path, n => n.Name));
        var page = new Page(
            [.. notebooks.Select(n => Chapter.Render(n.Name, n.Notebook, links.From(n.Path)))],
            [.. beside.Select(t => Chapter.RenderText(t.Name, File.ReadAllText(t.Path), links.From(t.Path)))],
            katex);

        using var folder = new FolderSwap(target);
        void Put(string name, string text) => File.WriteAllText(Path.Combine(folder.Path, name), text, Utf8);

        foreach (var (name, html) in page.All())
            Put(name, html);
        // The texts lie beside the executed notebooks, which link them.
        foreach (var (_, name, notebook) in notebooks)
            notebook.Write(Path.Combine(folder.Path, $"{name}.ipynb"));
        foreach (var (path, name) in beside)
            File.Copy(path, Path.Combine(folder.Path, $"{name}.md"));

        Put("book.css", Resource.Text("book.css"));
        Put("book.js", Resource.Text("charts.js") + Resource.Text("book.js"));
        var embedded = notebooks.SelectMany(n => n.Notebook.Cells).Select(CodeCell.PlotlyJs).FirstOrDefault(script => script is not null);
        if ((embedded ?? plotlyJs) is { } script)
            Put(Page.PlotlyJs, script);
        links.CopyImages(folder.Path);
        katex.CopyTo(folder.Path);
        folder.Commit();
    }
}
