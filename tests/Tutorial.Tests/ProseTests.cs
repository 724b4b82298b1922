using System.Text.RegularExpressions;
using Notebooks;

namespace Tutorial.Tests;

/// <summary>How much there is to read for each line of code, and how long the cells are. Formulas, code in the text, tables and what lies in folds count for nothing.</summary>
public sealed partial class ProseTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_line_of_code_comes_with_8_to_15_words_and_cells_are_short(string name)
    {
        var cells = Notebook.Read(Path.Combine(Repository.Find().Notebooks, name)).Cells;
        var words = cells.Where(cell => cell.Kind == CellKind.Markdown).Sum(cell => Words(cell.Source));
        var lines = cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source.Split('\n').Count(line => line.Trim().Length > 0)).Order().ToArray();
        var (ratio, median, longest) = ((double)words / lines.Sum(), lines[lines.Length / 2], lines[^1]);
        output.WriteLine($"{name}: {words} words for {lines.Sum()} lines of code, {ratio:F1} a line; cells of {median} lines in the middle, {longest} at most");

        Assert.InRange(ratio, 8, 15);
        Assert.InRange(median, 1, 6);
        Assert.InRange(longest, 1, 15);
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public void A_prediction_is_asked_before_each_figure(string name)
    {
        var cells = Notebook.Read(Path.Combine(Repository.Find().Notebooks, name)).Cells;
        foreach (var (index, cell) in cells.Index().Where(cell => cell.Item.Kind == CellKind.Code && Shown().IsMatch(cell.Item.Source)))
        {
            var before = cells.Take(index).Reverse().SkipWhile(earlier => earlier.Kind == CellKind.Code).First();
            Assert.True(Asked().IsMatch(before.Source), $"{name}: nothing is asked before the figure of cell '{cell.Id}'");
        }
    }

    static int Words(string markdown) => Word().Count(Uncounted().Replace(markdown, " "));

    [GeneratedRegex(@"<details>.*?</details>|```.*?```|\$\$.*?\$\$|\$[^$]*\$|`[^`]*`|^\|.*?$|\]\([^)]*\)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Uncounted();

    [GeneratedRegex(@"\S*\p{L}\S*")]
    private static partial Regex Word();

    /// <summary>A figure as the cell's value.</summary>
    [GeneratedRegex(@"^Figure\.[^;]*(?<!\.Description)\Z", RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\?|\*\*(Before you|Predict)")]
    private static partial Regex Asked();
}
