using System.Xml.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

public class TableTests
{
    static readonly Matrix<double> Small = Matrices.Of(new[,] { { 1, -2.5 }, { 1.0 / 3, 1e-9 } });

    [Fact]
    public void A_small_matrix_is_shown_whole()
    {
        Assert.Equal("""
            Matrix 2×2
                      0      1
            0         1   -2.5
            1  0.333333  1E-09
            """.ReplaceLineEndings("\n"), Table.Text(Small));
        var html = XElement.Parse(Table.Html(Small));
        Assert.Equal("Matrix 2×2", html.Element("caption")!.Value);
        Assert.Equal(["0", "1"], html.Element("thead")!.Descendants("th").Select(th => th.Value));
        Assert.Equal(["1", "-2.5", "0.333333", "1E-09"], html.Element("tbody")!.Descendants("td").Select(td => td.Value));
    }

    [Fact]
    public void Heads_of_rows_and_columns_say_so_to_a_screen_reader()
    {
        var heads = XElement.Parse(Table.Html(Small)).Descendants("th").Select(th => th.Attribute("scope")?.Value);
        Assert.Equal(["col", "col", "row", "row"], heads);
    }

    [Fact]
    public void A_long_matrix_is_cut_in_the_middle_and_says_so()
    {
        var text = Table.Text(Matrix<double>.Build.Dense(200, 2, (i, j) => i)).Split('\n');
        Assert.Equal("Matrix 200×2, first and last rows shown", text[0]);
        Assert.Equal(["0", "1", "2", "3", "4", "⋮", "195", "196", "197", "198", "199"], text[2..].Select(line => line.Trim().Split(' ')[0]));
        Assert.StartsWith("Matrix 2×200, first and last columns shown", Table.Text(Matrix<double>.Build.Dense(2, 200)));
        Assert.StartsWith("Matrix 13×13, first and last rows and columns shown", Table.Text(Matrix<double>.Build.Dense(13, 13)));
        Assert.StartsWith("Matrix 12×12\n", Table.Text(Matrix<double>.Build.Dense(12, 12)));
        Assert.True(Table.Html(Matrix<double>.Build.Dense(100_000, 50)).Length < 10_000);
    }

    [Fact]
    public void A_vector_is_a_column()
    {
        Assert.Equal("Vector of 2 elements\n0   1\n1  -2", Table.Text(Matrices.Of(1, -2)));
        Assert.Equal(["1", "-2"], XElement.Parse(Table.Html(Matrices.Of(1, -2))).Descendants("td").Select(td => td.Value));
        Assert.StartsWith("Vector of 100 elements, first and last rows shown", Table.Text(Vector<double>.Build.Dense(100)));
    }

    [Fact] // What a reader looks for when training went wrong.
    public void Numbers_that_are_not_finite_are_shown() =>
        Assert.Equal("Vector of 2 elements\n0       NaN\n1  Infinity", Table.Text(Matrices.Of(double.NaN, double.PositiveInfinity)));

    [Fact]
    public void An_empty_matrix_says_that_it_is_empty() =>
        Assert.Equal(("Matrix 0×2", "<p>Matrix 0&#215;2</p>"), (Table.Text(Matrix<double>.Build.Dense(0, 2)), Table.Html(Matrix<double>.Build.Dense(0, 2))));

    [Fact]
    public void No_colour_is_fixed() =>
        Assert.DoesNotContain("color", Table.Html(Small) + Table.Html(Matrices.Of(1, 2)));

    [Fact]
    public void Nothing_is_refused_by_name()
    {
        Refused.Null("m", () => Table.Html((Matrix<double>)null!));
        Refused.Null("m", () => Table.Text((Matrix<double>)null!));
        Refused.Null("v", () => Table.Html((Vector<double>)null!));
        Refused.Null("v", () => Table.Text((Vector<double>)null!));
    }
}
