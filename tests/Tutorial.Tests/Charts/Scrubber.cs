using System.IO.Compression;
using Microsoft.Playwright;
using Notebooks;
using Perceptron.Figures;

namespace Tutorial.Tests.Charts;

/// <summary>The training scrubber out of the executed notebook 5, as each host shows it.</summary>
static class Scrubber
{
    public const string Cell = "watch", NotebookName = "05-training-and-the-learned-map";

    public static TheoryData<string> Hosts => ["html", "vscode", "book"];

    /// <summary>What the cell has put out.</summary>
    public static MimeBundle Output(LessonBook book)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var cell = Notebook.Read(Path.Combine(book.Folder, NotebookName + ".ipynb")).Cells.Single(cell => cell.Id == Cell);
        return cell.Outputs.OfType<CellOutput.Result>().Single().Data;
    }

    /// <summary>Opens it and waits until it is drawn.</summary>
    public static async Task<(Site Site, ILocator Plot)> OpenAsync(string host, LessonBook book, Browser browser, int width = 800)
    {
        var output = Output(book);
        var site = host switch
        {
            "html" => await Site.OpenAsync(browser, output.Find("text/html")! + PlotlyHtml.Embed(Site.PlotlyJs), width: width),
            "book" => await InBookAsync(browser, book, width),
            _ => await InVSCodeAsync(browser, output.Find("application/vnd.plotly.v1+json")!, width),
        };
        var plot = site.Page.Locator(host == "book" ? $"#{Cell} .js-plotly-plot" : ".js-plotly-plot");
        await plot.Locator("[role=slider]").WaitForAsync();
        return (site, plot);
    }

    /// <summary>The book's own page, with the book's own files.</summary>
    static Task<Site> InBookAsync(Browser browser, LessonBook book, int width)
    {
        var page = File.ReadAllText(Path.Combine(book.Folder, NotebookName + ".html"));
        var start = page.IndexOf($"<section class=\"cell\" id=\"{Cell}\"", StringComparison.Ordinal);
        var section = page[start..(page.IndexOf("</section>", start, StringComparison.Ordinal) + "</section>".Length)];
        return Site.OpenAsync(browser, $"<main>{section}</main><script src=plotly.min.js></script><script src=book.js></script>", new Dictionary<string, string>
        {
            ["plotly.min.js"] = File.ReadAllText(Path.Combine(book.Folder, "plotly.min.js")),
            ["book.js"] = File.ReadAllText(Path.Combine(book.Folder, "book.js")),
        }, width);
    }

    /// <summary>The extension's renderer, out of the .vsix, called as VS Code calls it.</summary>
    static Task<Site> InVSCodeAsync(Browser browser, string json, int width)
    {
        using var folder = new TemporaryFolder();
        var lesson = Repository.Find();
        Tutorial.VSCode.Vsix.Write(folder["a.vsix"], Path.Combine(lesson.Root, "src", "vscode"), Tutorial.VSCode.PlotlyScript.ReadFrom(LessonPackage.PathIn(lesson)), ["dotnet"]);
        using var zip = ZipFile.OpenRead(folder["a.vsix"]);
        const string Renderer = "extension/renderer/";
        var files = zip.Entries.Where(entry => entry.FullName.StartsWith(Renderer, StringComparison.Ordinal)).ToDictionary(entry => entry.FullName[Renderer.Length..], entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
        files["chart.json"] = json;
        return Site.OpenAsync(browser, """
            <div id=output></div>
            <script type=module>
              import { activate } from './plotly.js';
              const chart = await (await fetch('chart.json')).json();
              await activate().renderOutputItem({ id: '1', json: () => chart }, document.getElementById('output'));
            </script>
            """, files, width);
    }
}
