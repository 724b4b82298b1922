using System.Globalization;
using System.Text;

namespace Tutorial.Book;

/// <summary>The pages: one frame, and in it a chapter, a text to look things up in, or the index.</summary>
/// <param name="Chapters">All of them, in order.</param>
/// <param name="Texts">What goes with them: every page names it.</param>
/// <param name="Katex">What draws the formulas.</param>
sealed record Page(IReadOnlyList<Chapter> Chapters, IReadOnlyList<Chapter> Texts, Katex Katex)
{
    /// <summary>The lesson's title.</summary>
    public const string BookTitle = "From Linear Classifiers to Neural Networks, in C#";

    /// <summary>plotly.js, once for all pages; its name beside them.</summary>
    public const string PlotlyJs = "plotly.min.js";

    /// <summary>By this a later run knows a folder as a book that it may replace.</summary>
    public const string Generator = "From Linear Classifiers to Neural Networks: src/Tutorial";

    /// <summary>Every page with its file name.</summary>
    public IEnumerable<(string Name, string Html)> All() =>
    [
        ("index.html", Index()),
        .. Chapters.Select((chapter, index) => ($"{chapter.Name}.html", OfChapter(index))),
        .. Texts.Select(text => ($"{text.Name}.html", Frame(text, "", ""))),
    ];

    string OfChapter(int index)
    {
        var chapter = Chapters[index];
        return Frame(
            chapter,
            $"{index + 1} of {Chapters.Count} · <a href=\"{Uri.EscapeDataString(chapter.Name)}.ipynb\" download>notebook</a>",
            $"""
            <nav class="turn" aria-label="Chapters">
            {Turn(index - 1, "prev", "Before this")}{Turn(index + 1, "next", "Next")}
            </nav>
            """);
    }

    string Frame(Chapter chapter, string place, string turn)
    {
        var body = $"""
            <div class="page with-contents">
            {Contents(chapter)}
            <main id="main" tabindex="-1">
            {string.Join('\n', chapter.Sections)}
            </main>
            {turn}
            </div>
            """;
        var others = Texts.Where(text => text != chapter).Select(text => $"<a href=\"{text.Page}\">{text.Title}</a>");
        return Frame(
            $"{Html.PlainText(chapter.Title)} · {BookTitle}",
            Html.PlainText(chapter.Lead),
            $"<a href=\"index.html\">{BookTitle}</a><span>{string.Join(" · ", others.Prepend(place).Where(part => part.Length > 0))}</span>",
            body,
            charts: chapter.Sections.Any(section => section.Contains("<div class=\"drawing\"", StringComparison.Ordinal)));
    }

    string Index()
    {
        var cards = string.Join('\n', Chapters.Select(chapter => $"""
            <li>
            <h2><a href="{chapter.Page}">{chapter.Title}</a></h2>
            <p>{chapter.Lead}</p>
            </li>
            """));
        var texts = string.Join('\n', Texts.Select(text => $"<li><a href=\"{text.Page}\">{text.Title}</a><p>{text.Lead}</p></li>"));
        var body = $"""
            <div class="page">
            <main id="main" tabindex="-1">
            <h1>{BookTitle}</h1>
            <p class="lead">A straight line cannot part a ring from the dots inside it. Three lines can, once something combines what they say, and that
            is a neural network. These pages build one from nothing, derive every gradient by hand, train it, and look at what it has learned. Every number
            and every chart here was computed by the code that stands above it, when this book was made.</p>
            <ol class="chapters">
            {cards}
            </ol>
            {(texts.Length > 0 ? $"<h2>To look things up</h2>\n<ul class=\"texts\">\n{texts}\n</ul>" : "")}
            </main>
            </div>
            """;
        return Frame(BookTitle, "Neural networks from linear classifiers, step by step, with every derivative by hand and every figure computed.", $"<span>{Chapters.Count} C# notebooks, run from top to bottom</span>", body, charts: false);
    }

    string Frame(string title, string description, string top, string body, bool charts) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Text(title)}</title>
        <meta name="description" content="{Html.Text(description)}">
        <meta name="generator" content="{Generator}">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="book.css">
        </head>
        <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header class="top">{top}</header>
        {body}
        <footer class="foot"><p>Made from the notebooks by <code>dotnet run --project src/Tutorial</code>.</p><p>The lesson follows the post “From Linear Classifiers to Neural Networks” and the notebook of its author.</p></footer>
        {(body.Contains("class=\"math", StringComparison.Ordinal) ? Katex.Elements : "")}
        {(charts ? $"<script defer src=\"{PlotlyJs}\"></script>" : "")}
        <script defer src="book.js"></script>
        </body>
        </html>

        """;

    static string Contents(Chapter chapter)
    {
        var headings = chapter.Headings.Where(heading => heading.Level is 2 or 3).ToList();
        if (headings.Count == 0)
            return "";

        var list = new StringBuilder("<ol>");
        var inside = false;
        var open = false;
        foreach (var heading in headings)
        {
            var nested = heading.Level == 3 && open;
            if (nested && !inside)
                list.Append("<ol>");
            else if (!nested && inside)
                list.Append("</li></ol></li>");
            else if (open)
                list.Append("</li>");
            list.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{heading.Anchor}\">{heading.Html}</a>");
            (inside, open) = (nested, true);
        }

        list.Append(inside ? "</li></ol></li></ol>" : "</li></ol>");
        return $"<nav class=\"contents\" aria-label=\"On this page\"><details open><summary>On this page</summary>{list}</details></nav>";
    }

    string Turn(int index, string relation, string words) => index < 0 || index >= Chapters.Count
        ? ""
        : $"<a rel=\"{relation}\" href=\"{Chapters[index].Page}\"><small>{words}</small>{Chapters[index].Title}</a>";
}
