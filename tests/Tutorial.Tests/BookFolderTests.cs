using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Perceptron.Figures;
using Tutorial.Book;

namespace Tutorial.Tests;

public class BookFolderTests
{
    static readonly JsonNode Chart = JsonNode.Parse("""{"data":[{"type":"scatter","y":[1,2]}],"layout":{}}""")!;

    static IHtmlDocument Open(string path) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(File.ReadAllText(path));

    static TemporaryFolder Book(out string book, string? package = null)
    {
        var place = new TemporaryFolder();
        File.WriteAllBytes(place["rings.png"], [1, 2, 3]);
        book = place["book"];
        BookFolder.Write(book,
        [
            Samples.Executed(place["1 lines.ipynb"],
                Samples.Markdown("title", "# Part points & lines\n\nThe *first* paragraph, $x_1$.\n\n![two rings](rings.png)\n\n[next](2-maps.ipynb#data), [gone](3.ipynb), [here](#setup), [far](https://example.org/a.ipynb)"),
                Samples.Code("setup", "1", Samples.Display(("text/html", PlotlyHtml.Embed("window.Plotly = {};")))),
                Samples.Code("chart", "2", Samples.Display(("application/vnd.plotly.v1+json", Chart), ("text/plain", "Rising.")))),
            Samples.Executed(place["2-maps.ipynb"],
                Samples.Markdown("title", "# Maps"),
                Samples.Markdown("data", "## Data\n\n### Rings\n\n#### Detail\n\n## Data\n\n### More")),
        ], [], Samples.Linked, package);
        return place;
    }

    [Fact]
    public void Every_notebook_has_a_page_and_its_executed_copy_and_the_index_names_them_in_order()
    {
        using var place = Book(out var book);
        var cards = Open(Path.Combine(book, "index.html")).QuerySelectorAll(".chapters a");
        Assert.Equal(["Part points & lines", "Maps"], cards.Select(a => a.TextContent));
        Assert.Equal(["1%20lines.html", "2-maps.html"], cards.Select(a => a.GetAttribute("href")));
        Assert.True(File.Exists(Path.Combine(book, "1 lines.html")) && File.Exists(Path.Combine(book, "1 lines.ipynb")) && File.Exists(Path.Combine(book, "2-maps.ipynb")));
        Assert.Contains("<script data-plotly-js>", File.ReadAllText(Path.Combine(book, "1 lines.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_strict_html_with_language_title_landmarks_and_each_id_once()
    {
        using var place = Book(out var book);
        foreach (var file in Directory.GetFiles(book, "*.html"))
        {
            var page = Open(file); // Strict: a parse error throws.
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.NotEqual("", page.Title);
            Assert.Single(page.QuerySelectorAll("main#main"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("header"));
            Assert.Equal("#main", page.QuerySelector("a.skip")?.GetAttribute("href"));
            Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(Uri.UnescapeDataString(a.GetAttribute("href")![1..]), ids));
            Assert.All(page.QuerySelectorAll("img"), image => Assert.NotEqual("", image.GetAttribute("alt")));
        }
    }

    [Fact]
    public void The_contents_nest_sections_under_chapters()
    {
        using var place = Book(out var book);
        var contents = Open(Path.Combine(book, "2-maps.html")).QuerySelector(".contents ol")!;
        Assert.Equal(["#data", "#data-2"], contents.QuerySelectorAll(":scope > li > a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["#rings", "#more"], contents.QuerySelectorAll("li li > a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Links_between_notebooks_lead_to_pages_and_pictures_travel_along()
    {
        using var place = Book(out var book);
        var page = Open(Path.Combine(book, "1 lines.html"));
        Assert.Equal(["2-maps.html#data", "3.ipynb", "#setup", "https://example.org/a.ipynb"], page.QuerySelectorAll("#title p a").Select(a => a.GetAttribute("href")));
        Assert.Equal("images/rings.png", page.QuerySelector("img")?.GetAttribute("src"));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(book, "images", "rings.png")));
        Assert.Equal("2-maps.html", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public void A_text_beside_the_notebooks_is_a_page_that_every_page_names()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["words.md"], "# Words & signs\n\nAll of them.\n\n## A big one\n\n$x$, see [there](a.ipynb#b) and [here](#a-big-one)\n");
        BookFolder.Write(place["book"], [Samples.Executed(place["a.ipynb"], Samples.Markdown("b", "# A\n\nThe [big one](words.md#a-big-one)"))], [place["words.md"]], Samples.Linked, null);

        var text = Open(Path.Combine(place["book"], "words.html"));
        Assert.Equal(("Words & signs", "x"), (text.QuerySelector("h1")?.TextContent, text.QuerySelector(".math")?.TextContent));
        Assert.Equal(["a.html#b", "#a-big-one"], text.QuerySelectorAll("main p a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(text.GetElementById("a-big-one"));
        Assert.Equal(["index.html"], text.QuerySelectorAll("header a").Select(a => a.GetAttribute("href")));

        var page = Open(Path.Combine(place["book"], "a.html"));
        Assert.Equal("words.html#a-big-one", page.QuerySelector("main p a")?.GetAttribute("href"));
        Assert.Equal("Words & signs", page.QuerySelector("header a[href='words.html']")?.TextContent);
        Assert.Empty(page.QuerySelectorAll(".turn a"));

        var index = Open(Path.Combine(place["book"], "index.html"));
        Assert.Equal(["words.html"], index.QuerySelectorAll(".texts a").Select(a => a.GetAttribute("href")));
        Assert.Single(index.QuerySelectorAll(".chapters a"));
        Assert.Equal(File.ReadAllText(place["words.md"]), File.ReadAllText(Path.Combine(place["book"], "words.md")));
    }

    [Fact]
    public void Plotly_js_is_written_once_and_only_pages_with_a_chart_load_it()
    {
        using var place = Book(out var book);
        Assert.Equal("window.Plotly = {};", File.ReadAllText(Path.Combine(book, "plotly.min.js")));
        Assert.NotNull(Open(Path.Combine(book, "1 lines.html")).QuerySelector("script[src='plotly.min.js']"));
        Assert.Null(Open(Path.Combine(book, "2-maps.html")).QuerySelector("script[src='plotly.min.js']"));
        Assert.DoesNotContain("window.Plotly = {}", File.ReadAllText(Path.Combine(book, "1 lines.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_npm_formulas_are_linked_pinned_and_checked_and_nothing_else_is()
    {
        using var place = Book(out var book);
        var page = Open(Path.Combine(book, "1 lines.html"));
        var far = page.QuerySelectorAll("script[src*=':'], link[href*='://'], img[src*='://']").ToList();
        Assert.Equal(2, far.Count);
        Assert.All(far, element =>
        {
            Assert.StartsWith("sha384-", element.GetAttribute("integrity"), StringComparison.Ordinal);
            Assert.Contains("katex@0.16.", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal);
        });
        Assert.Empty(Open(Path.Combine(book, "2-maps.html")).QuerySelectorAll("[src*='://'], link[href*='://']"));
    }

    [Fact]
    public void A_second_book_replaces_the_first_whole()
    {
        using var place = Book(out var book);
        BookFolder.Write(book, [Samples.Executed(place["only.ipynb"], Samples.Code("a", "1"))], [], Samples.Linked, null);
        Assert.Equal(["book.css", "book.js", "index.html", "only.html", "only.ipynb"], Directory.GetFiles(book).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_never_replaced()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["index.html"], "<p>My holiday</p>");
        var problem = Assert.Throws<UsageException>(() => BookFolder.Write(place.Path, [Samples.Executed(place["a.ipynb"], Samples.Code("a", "1"))], [], Samples.Linked, null));
        Assert.Contains(place.Path, problem.Message, StringComparison.Ordinal);
        Assert.Equal("<p>My holiday</p>", File.ReadAllText(place["index.html"]));
    }

    [Fact]
    public void Notebooks_of_one_name_and_one_named_index_get_pages_of_their_own()
    {
        using var place = new TemporaryFolder();
        BookFolder.Write(place["book"], [
            Samples.Executed(place["x/a.ipynb"], Samples.Code("a", "1")),
            Samples.Executed(place["y/a.ipynb"], Samples.Code("a", "1")),
            Samples.Executed(place["index.ipynb"], Samples.Code("a", "1")),
        ], [], Samples.Linked, null);
        Assert.Equal(["a-2.html", "a.html", "index-2.html", "index.html"], Directory.GetFiles(place["book"], "*.html").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }
}
