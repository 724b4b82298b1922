using Notebooks;

namespace Tutorial.Book;

/// <summary>A notebook, or a page of text that goes with the notebooks, as the book shows it.</summary>
/// <param name="Name">The name of its page and of the copy of its file, without the ending.</param>
/// <param name="Sections">Its cells as HTML, in order; a text is one.</param>
/// <param name="Headings">Its headings, in order.</param>
/// <param name="Title">Its title, as HTML.</param>
/// <param name="Lead">Its first paragraph, as HTML without links.</param>
sealed record Chapter(string Name, IReadOnlyList<string> Sections, IReadOnlyList<Heading> Headings, string Title, string Lead)
{
    /// <summary>The address of its page.</summary>
    public string Page => $"{Uri.EscapeDataString(Name)}.html";

    /// <summary>Renders a notebook's cells.</summary>
    /// <param name="name">The name of its page.</param>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="link">From an address in the notebook to the address in the book.</param>
    public static Chapter Render(string name, Notebook notebook, Func<string, string> link)
    {
        var anchors = new Anchors("main");
        // Cells come first: a heading must not take an id that a cell was given by hand.
        var cells = notebook.Cells.Select(cell => (Cell: cell, Anchor: anchors.Take(cell.Id))).ToList();
        var headings = new List<Heading>();
        var sections = new List<string>();
        string? lead = null;
        foreach (var (cell, anchor) in cells)
        {
            if (cell.Kind == CellKind.Code)
            {
                sections.Add(CodeCell.Render(cell, anchor));
                continue;
            }

            if (cell.Kind == CellKind.Raw)
                continue; // For other converters, by the format's definition.

            var text = MarkdownText.Render(cell.Source, anchor, anchors, link);
            headings.AddRange(text.Headings);
            lead ??= text.FirstParagraph;
            sections.Add(Section(anchor, text));
        }

        return Of(name, sections, headings, lead);
    }

    /// <summary>Renders a markdown file: what a notebook's cell with this text would be.</summary>
    /// <param name="name">The name of its page.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="link">From an address in the text to the address in the book.</param>
    public static Chapter RenderText(string name, string markdown, Func<string, string> link)
    {
        var anchors = new Anchors("main");
        var place = anchors.Take("text");
        var text = MarkdownText.Render(markdown, place, anchors, link);
        return Of(name, [Section(place, text)], text.Headings, text.FirstParagraph);
    }

    static string Section(string anchor, MarkdownText text) => $"<section class=\"text\" id=\"{anchor}\">\n{text.Html}\n</section>";

    static Chapter Of(string name, List<string> sections, IReadOnlyList<Heading> headings, string? lead)
    {
        var title = headings.FirstOrDefault(heading => heading.Level == 1)?.Html;
        if (title is null)
            sections.Insert(0, $"<h1>{title = Html.Text(name.Replace('-', ' '))}</h1>");
        return new(name, sections, headings, title, lead ?? "");
    }
}
