using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;

namespace Perceptron.Figures.Tests;

/// <summary>With the package that notebook hosts format with: it knows the figures by convention alone.</summary>
public class FormatsTests
{
    [Fact]
    public void A_figure_travels_as_chart_html_and_words_together() =>
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));

    [Fact]
    public void Each_form_is_the_figures_own()
    {
        var figure = Figure.Data(Post.Data);
        Assert.Equal(figure.ToPlotlyJson(), figure.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal(figure.ToHtml(), figure.ToDisplayString("text/html"));
        Assert.Equal(figure.Description, figure.ToDisplayString("text/plain"));
    }

    [Fact]
    public void The_chart_is_a_json_object_with_data_and_layout()
    {
        var root = JsonDocument.Parse(Figure.Data(Post.Data).ToDisplayString("application/vnd.plotly.v1+json")).RootElement;
        Assert.Equal(JsonValueKind.Array, root.GetProperty("data").ValueKind);
        Assert.Equal(JsonValueKind.Object, root.GetProperty("layout").ValueKind);
        Assert.Equal(JsonValueKind.Object, root.GetProperty("config").ValueKind);
    }

    [Fact]
    public void Plotly_js_travels_as_html_and_one_sentence()
    {
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(PlotlyJs)));
        Assert.Equal(PlotlyJs.Embed().ToString(), PlotlyJs.Embed().ToDisplayString("text/plain"));
    }

    [Fact] // The statements of the package's extension.dib, which a kernel runs when the package is referenced.
    public void The_packages_extension_shows_matrices_and_vectors_as_tables()
    {
        Microsoft.DotNet.Interactive.Formatting.Formatter.Register<MathNet.Numerics.LinearAlgebra.Matrix<double>>((matrix, writer) => writer.Write(Perceptron.Table.Html(matrix)), "text/html");
        Microsoft.DotNet.Interactive.Formatting.Formatter.Register<MathNet.Numerics.LinearAlgebra.Matrix<double>>((matrix, writer) => writer.Write(Perceptron.Table.Text(matrix)), "text/plain");
        Microsoft.DotNet.Interactive.Formatting.Formatter.Register<MathNet.Numerics.LinearAlgebra.Vector<double>>((vector, writer) => writer.Write(Perceptron.Table.Html(vector)), "text/html");
        Microsoft.DotNet.Interactive.Formatting.Formatter.Register<MathNet.Numerics.LinearAlgebra.Vector<double>>((vector, writer) => writer.Write(Perceptron.Table.Text(vector)), "text/plain");
        Microsoft.DotNet.Interactive.Formatting.Formatter.SetPreferredMimeTypesFor(typeof(MathNet.Numerics.LinearAlgebra.Matrix<double>), "text/html", "text/plain");
        Microsoft.DotNet.Interactive.Formatting.Formatter.SetPreferredMimeTypesFor(typeof(MathNet.Numerics.LinearAlgebra.Vector<double>), "text/html", "text/plain");
        Assert.StartsWith("<table>", Post.Data.X.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.StartsWith("<table>", Post.Model.Layers[0].Bias.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.StartsWith("Matrix 200×2", Post.Data.X.ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(Post.Data.X.GetType()));
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(Post.Model.Layers[0].Bias.GetType()));

        // The same text, statement for statement.
        static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var extension = File.ReadAllLines(Path.Combine(PackageTests.Root, "src", "Perceptron.Figures.Plotly", "Package", "extension.dib"));
        Assert.Contains(Packed(string.Concat(extension.Where(line => line.Contains("Formatter.")))), Packed(File.ReadAllText(Here())), StringComparison.Ordinal);
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
