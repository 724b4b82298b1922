using System.Text.RegularExpressions;

namespace Tutorial.Tests;

/// <summary>The page of notation against the notebooks; what it says of the library is held against the library in its own tests.</summary>
public sealed partial class NotationTests
{
    /// <summary>A row of its tables: the post's symbol, the names in the cells, and where to meet them.</summary>
    sealed record Row(string Symbol, IReadOnlyList<string> Names, IReadOnlyList<NotebookLink> Links)
    {
        public override string ToString() => $"{Symbol} ({string.Join(", ", Names)})";
    }

    static readonly IReadOnlyList<Row> Rows =
    [
        .. from line in NotebookLink.Read("notation.md").Split('\n')
           let cells = line.Split('|')
           where cells.Length == 8 && cells[1].Trim() != "post" && !cells[1].StartsWith("---", StringComparison.Ordinal)
           select new Row(
               cells[1].Trim(),
               [.. Code().Matches(cells[3]).Select(name => name.Groups[1].Value)],
               NotebookLink.In(cells[2])),
    ];

    static bool Shows(NotebookLink link, Row row) =>
        Tex().Matches(row.Symbol).Any(symbol => Holds(link.Source, symbol.Groups[1].Value))
        || row.Names.Any(NotebookLink.NamesIn(link.Source).Contains) || row.Names.Any(name => link.Source.Contains($"`{name}`", StringComparison.Ordinal));

    /// <summary>A formula of the text has the symbol, and not as the beginning of a longer one.</summary>
    static bool Holds(string text, string symbol) =>
        Tex().Matches(text).Any(formula => Regex.IsMatch(formula.Value, $@"(?<![A-Za-z_\\]){Regex.Escape(symbol)}(?![A-Za-z_])"));

    [Fact]
    public void Each_row_names_a_symbol_or_a_cells_word_and_leads_somewhere()
    {
        Assert.InRange(Rows.Count, 30, 60);
        Assert.All(Rows, row => Assert.True((row.Symbol.Length > 0 || row.Names.Count > 0) && row.Links.Count > 0, $"{row}"));
    }

    [Fact]
    public void Each_name_is_one_of_the_code_in_a_notebook_that_its_row_links() =>
        Assert.All(Rows, row => Assert.All(row.Names, name => Assert.True(
            row.Links.Any(link => link.Names.Contains(name)), $"{row}: no linked notebook has '{name}' in its code")));

    [Fact]
    public void Each_link_leads_to_a_cell_that_shows_the_symbol_or_the_name() =>
        Assert.All(Rows, row => Assert.All(row.Links, link => Assert.True(Shows(link, row), $"{row}: '{link.Cell}' of {link.Notebook} shows neither")));

    [Fact] // A bare letter is everywhere; what TeX writes with a backslash is looked for.
    public void No_symbol_is_met_in_an_earlier_notebook_than_the_one_its_row_links_first() =>
        Assert.All(Rows, row => Assert.All(Tex().Matches(row.Symbol).Select(symbol => symbol.Groups[1].Value).Where(symbol => symbol.Contains('\\', StringComparison.Ordinal)), symbol =>
        {
            var first = LessonBook.Notebooks.Select(n => n.Data).First(notebook => NotebookLink.CellsOf(notebook).Any(cell => Holds(cell.Source, symbol)));
            Assert.True(string.CompareOrdinal(row.Links[0].Notebook, first) <= 0, $"{row}: {first} has {symbol} before {row.Links[0].Notebook}");
        }));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\$\$?([^$]+)\$\$?")]
    private static partial Regex Tex();
}
