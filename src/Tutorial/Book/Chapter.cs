using Notebooks;

namespace Tutorial.Book;

/// <summary>A notebook as the book shows it.</summary>
/// <param name="Source">The notebook's file.</param>
/// <param name="Name">The name of its page and of its executed copy, without the ending.</param>
/// <param name="Notebook">The executed notebook.</param>
/// <param name="Sections">Its cells as HTML, in order.</param>
/// <param name="Headings">Its headings, in order.</param>
/// <param name="Title">Its title, as HTML.</param>
/// <param name="Lead">Its first paragraph, as HTML without links.</param>
sealed record Chapter(
    string Source, string Name, Notebook Notebook, IReadOnlyList<string> Sections, IReadOnlyList<Heading> Headings, string Title, string Lead)
{
    /// <summary>The address of its page.</summary>
    public string Page => $"{Uri.EscapeDataString(Name)}.html";

    /// <summary>Renders a notebook's cells.</summary>
    /// <param name="source">The notebook's file.</param>
    /// <param name="name">The name of its page.</param>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="link">From an address in the notebook to the address in the book.</param>
    public static Chapter Render(string source, string name, Notebook notebook, Func<string, string> link)
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
            sections.Add($"<section class=\"text\" id=\"{anchor}\">\n{text.Html}\n</section>");
        }

        var title = headings.FirstOrDefault(heading => heading.Level == 1)?.Html;
        if (title is null)
            sections.Insert(0, $"<h1>{title = Html.Text(name.Replace('-', ' '))}</h1>");
        return new(source, name, notebook, sections, headings, title, lead ?? "");
    }
}
