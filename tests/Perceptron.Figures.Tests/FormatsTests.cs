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
}
