using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures.Tests;

public class PageTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "<null>" },
        { "a\nb", "a\nb" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { true, "True" },
        { Matrix<double>.Build.DenseIdentity(2), Table.Text(Matrix<double>.Build.DenseIdentity(2)) },
        { Vector<double>.Build.Dense(2), Table.Text(Vector<double>.Build.Dense(2)) },
        { new[] { 1.5, 2 }, "[ 1.5, 2 ]" },
        { Enumerable.Range(1, 1_000_000_000), "[ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, … ]" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_is_printed_as_a_notebook_shows_it_in_plain_text(object? value, string text) => Assert.Equal(text, Page.Text(value));

    [Fact]
    public void A_model_is_printed_with_its_tables() =>
        Assert.Contains("unit 1", Page.Text(Mlp.Random(new NumPyRandom(44), 2, 3, 1)), StringComparison.Ordinal);

    [Fact]
    public void It_holds_its_figures_in_order_and_plotly_js_once()
    {
        var (data, page) = (Dataset.Circles(seed: 44), new Page("x < ŷ"));
        var first = Figure.Data(data, title: "first");
        var second = Figure.Data(data, title: "second");
        page.Show(first);
        page.Show(PlotlyJs.Embed());
        page.Show(second);
        var html = page.ToHtml();
        Assert.Contains("<h1>x &lt; ŷ</h1>", html, StringComparison.Ordinal);
        Assert.InRange(html.IndexOf(first.ToHtml(), StringComparison.Ordinal), 0, html.IndexOf(second.ToHtml(), StringComparison.Ordinal));
        Assert.Equal(2, html.Split("<script data-plotly-js").Length);
    }

    [Fact]
    public void It_lies_beside_the_program_and_is_written_only_for_a_figure()
    {
        var folder = Directory.CreateTempSubdirectory("page-tests-");
        var page = new Page("title", Path.Combine(folder.FullName, "program.cs"));
        Assert.Equal(Path.Combine(folder.FullName, "program.html"), page.Path);
        page.Show(1);
        page.Write();
        Assert.False(File.Exists(page.Path));
        page.Show(Figure.Data(Dataset.Circles(seed: 44)));
        page.Write();
        Assert.Equal(page.ToHtml(), File.ReadAllText(page.Path));
        folder.Delete(recursive: true);
    }
}
