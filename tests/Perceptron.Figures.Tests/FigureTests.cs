using System.Text;
using System.Text.Json;

namespace Perceptron.Figures.Tests;

/// <summary>What holds for every figure.</summary>
public class FigureTests
{
    [Fact]
    public void A_figure_of_the_lesson_is_light() =>
        Assert.All(PaletteTests.All(), figure => Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToPlotlyJson()), 1000, Chart.Of(figure).Root.TryGetProperty("frames", out _) ? 250_000 : 100_000));

    [Fact]
    public void The_same_figure_is_the_same_text() =>
        Assert.Equal(PaletteTests.All().Select(f => f.ToHtml()), PaletteTests.Named.Select(f => f.Make().ToHtml()));

    [Fact]
    public void It_asks_the_network_for_nothing() => Assert.All(PaletteTests.All(), figure =>
    {
        Assert.DoesNotContain("http:", figure.ToHtml(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", figure.ToHtml(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", figure.ToHtml(), StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void It_has_a_title_axes_with_names_and_a_description() => Assert.All(PaletteTests.All(), figure =>
    {
        var layout = Chart.Of(figure).Layout;
        Assert.Equal(figure.Title, layout.GetProperty("title").GetProperty("text").GetString()!.Replace("<br>", " "));
        Assert.All(layout.EnumerateObject().Where(p => p.Name.Contains("axis", StringComparison.Ordinal) && !p.Value.TryGetProperty("visible", out _)), axis => Assert.NotEqual("", axis.Value.GetProperty("title").GetProperty("text").GetString()));
        Assert.All(layout.EnumerateObject().Where(p => p.Name.StartsWith("scene", StringComparison.Ordinal)), scene => Assert.Subset(
            scene.Value.GetProperty("annotations").EnumerateArray().Select(label => label.GetProperty("text").GetString()!).ToHashSet(), new HashSet<string> { "h₁", "h₂", "h₃" }));
        Assert.StartsWith(figure.Title, figure.Description, StringComparison.Ordinal);
        Assert.Equal(figure.Description, figure.ToString());
        Assert.True(figure.Description.Length > figure.Title.Length + 20);
    });

    [Fact]
    public void A_given_title_replaces_the_computed_one()
    {
        var figure = Figure.Data(Post.Data, "What is inside?");
        Assert.Equal("What is inside?", figure.Title);
        Assert.StartsWith("What is inside? Class 0", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_title_the_description_starts_with_what_is_seen() =>
        Assert.StartsWith("Class 0 (circles): ", Figure.Data(Post.Data, title: "").Description, StringComparison.Ordinal);

    [Fact] // Both plotly.js 2.28 and 3 have to draw it.
    public void No_attribute_is_used_that_plotly_js_3_has_dropped()
    {
        string[] dropped = ["titlefont", "titleposition", "titleside", "titleoffset", "autotick", "bardir", "cameraposition", "transforms", "heatmapgl", "pointcloud", "bdata"];
        void Check(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray().Take(3))
                    Check(item);
            if (element.ValueKind != JsonValueKind.Object)
                return;
            foreach (var property in element.EnumerateObject())
            {
                Assert.DoesNotContain(property.Name, dropped);
                if (property.Name == "title")
                    Assert.Equal(JsonValueKind.Object, property.Value.ValueKind);
                if (property.Name == "type")
                    Assert.DoesNotContain(property.Value.GetString(), dropped);
                Check(property.Value);
            }
        }
        Assert.All(PaletteTests.All(), figure => Check(Chart.Of(figure).Root));
    }

    [Fact]
    public void Text_is_at_least_twelve_pixels_high() => Assert.All(PaletteTests.All(), figure =>
        Assert.InRange(Chart.Of(figure).Layout.GetProperty("font").GetProperty("size").GetInt32(), 12, 20));

    [Fact]
    public void Every_entry_of_the_legend_stands_there_once() => Assert.All(PaletteTests.All(), figure =>
    {
        var names = Chart.Of(figure).Traces.Where(t => !t.Json.TryGetProperty("showlegend", out var shown) || shown.GetBoolean()).Select(t => t.Name).ToArray();
        Assert.Equal(names.Distinct(), names);
    });
}
