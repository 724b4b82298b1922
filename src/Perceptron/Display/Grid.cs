using System.Net;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

/// <summary>Cells under a caption, ready to be written as html or as text.</summary>
/// <param name="Caption">What it is and how large.</param>
/// <param name="Columns">The column heads; none when empty.</param>
/// <param name="Lines">The lines: a head and one cell per column.</param>
sealed record Grid(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<Grid.Line> Lines)
{
    /// <summary>How many lines or columns are shown before the middle is cut, and how many of them at each end.</summary>
    const int Longest = 12, Ends = 5;

    public sealed record Line(string Head, IReadOnlyList<string> Cells);

    public static Grid Of(Matrix<double> m) => Of(
        $"Matrix {Require.Shape(m)}", m.RowCount, m.ColumnCount,
        i => $"{i}", j => $"{j}", (i, j) => Formula.Number(m[i, j]));

    public static Grid Of(Vector<double> v) => Of(
        $"Vector of {Require.Count(v.Count, "element")}", v.Count, 1,
        i => $"{i}", null, (i, _) => Formula.Number(v[i]));

    /// <summary>A grid of any size, cut in the middle where it is long: the caption then says so.</summary>
    public static Grid Of(string caption, int rows, int columns, Func<int, string> rowHead, Func<int, string>? columnHead, Func<int, int, string> cell)
    {
        var (shownRows, shownColumns) = (Shown(rows), Shown(columns));
        var cut = (rows > Longest, columns > Longest) switch
        {
            (true, true) => ", first and last rows and columns shown",
            (true, false) => ", first and last rows shown",
            (false, true) => ", first and last columns shown",
            _ => "",
        };
        return new Grid(
            caption + cut,
            columnHead is null ? [] : [.. shownColumns.Select(j => j is { } column ? columnHead(column) : "…")],
            [.. shownRows.Select(i => new Line(
                i is { } head ? rowHead(head) : "⋮",
                [.. shownColumns.Select(j => (i, j) is ({ } row, { } column) ? cell(row, column) : i is null ? "⋮" : "…")]))]);
    }

    public string ToHtml()
    {
        if (Lines.Count == 0)
            return $"<p>{Escaped(Caption)}</p>";
        // No colours and no widths: the page's own, light or dark, hold.
        var html = new StringBuilder("<table><caption>").Append(Escaped(Caption)).Append("</caption>");
        if (Columns.Count > 0)
        {
            html.Append("<thead><tr><td></td>");
            foreach (var column in Columns)
                html.Append("<th scope=\"col\">").Append(Escaped(column)).Append("</th>");
            html.Append("</tr></thead>");
        }
        html.Append("<tbody>");
        foreach (var line in Lines)
        {
            html.Append("<tr><th scope=\"row\">").Append(Escaped(line.Head)).Append("</th>");
            foreach (var cell in line.Cells)
                html.Append("<td style=\"text-align:right\">").Append(Escaped(cell)).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    public string ToText()
    {
        if (Lines.Count == 0)
            return Caption;
        List<IReadOnlyList<string>> rows = [.. Lines.Select(line => (IReadOnlyList<string>)[line.Head, .. line.Cells])];
        if (Columns.Count > 0)
            rows.Insert(0, ["", .. Columns]);
        var widths = Enumerable.Range(0, rows[0].Count).Select(j => rows.Max(row => row[j].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, j) => cell.PadLeft(widths[j])))).Prepend(Caption));
    }

    static int?[] Shown(int count) => count <= Longest
        ? [.. Enumerable.Range(0, count).Select(i => (int?)i)]
        : [.. Enumerable.Range(0, Ends).Select(i => (int?)i), null, .. Enumerable.Range(count - Ends, Ends).Select(i => (int?)i)];

    static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
