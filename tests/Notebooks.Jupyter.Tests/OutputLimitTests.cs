namespace Notebooks.Jupyter.Tests;

public class OutputLimitTests
{
    static List<CellOutput> Limited(params IEnumerable<CellOutput> outputs)
    {
        var shown = new List<CellOutput>();
        var limit = new OutputLimit(shown.Add);
        foreach (var output in outputs)
            limit.Take(output);
        return shown;
    }

    static CellOutput.Stream Text(string text) => new(CellOutput.Stream.Out, text);

    [Fact]
    public void Text_below_the_limit_goes_through_unchanged()
    {
        CellOutput[] outputs = [Text("a\n"), new CellOutput.Stream(CellOutput.Stream.Err, "b"), Text("c")];
        Assert.Equal(outputs, Limited(outputs));
    }

    [Fact]
    public void A_million_lines_end_at_the_limit_and_the_reader_is_told()
    {
        var shown = Limited(Enumerable.Range(0, 1000).Select(_ => Text(string.Concat(Enumerable.Repeat("x\n", 1000))))).Cast<CellOutput.Stream>().ToList();
        Assert.Equal(OutputLimit.MostLines, shown.Where(s => s.Name == CellOutput.Stream.Out).Sum(s => s.Text.Count(c => c == '\n')));
        Assert.Contains("no longer shown", shown[^1].Text);
    }

    [Fact]
    public void One_endless_line_ends_too()
    {
        var shown = Limited(Enumerable.Range(0, 300).Select(_ => Text(new string('x', 8192)))).Cast<CellOutput.Stream>().ToList();
        Assert.Equal(OutputLimit.MostCharacters, shown.Where(s => s.Name == CellOutput.Stream.Out).Sum(s => s.Text.Length));
    }

    [Fact]
    public void A_display_after_the_limit_is_shown()
    {
        var display = new CellOutput.Display(MimeBundle.Plain("chart"));
        Assert.Contains(display, Limited(Text(new string('\n', OutputLimit.MostLines + 1)), display));
    }
}
