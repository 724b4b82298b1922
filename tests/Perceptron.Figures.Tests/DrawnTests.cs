namespace Perceptron.Figures.Tests;

/// <summary>Every figure as plotly.js draws it, on pages of every width.</summary>
public class DrawnTests(Browser browser)
{
    static readonly Dictionary<string, Figure> Figures = PaletteTests.Named.Zip(PaletteTests.All()).ToDictionary(pair => pair.First.Name, pair => pair.Second);

    public static TheoryData<string> Names => [.. PaletteTests.Named.Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_drawn_without_a_network_and_without_a_complaint(string name) => Assert.Empty((await browser.Draw(Figures[name])).Complaints);

    [Theory] // plotly.js knows best what it understands.
    [MemberData(nameof(Names))]
    public async Task Plotly_js_finds_no_fault_with_it(string name)
    {
        var (page, _) = await browser.Draw(Figures[name]);
        Assert.Empty(await page.EvaluateAsync<string[]>("json => { const chart = JSON.parse(json); return (Plotly.validate(chart.data, chart.layout) ?? []).map(fault => fault.msg); }", Figures[name].ToPlotlyJson()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_text_is_at_least_12_pixels_high(string name)
    {
        var texts = await (await browser.Draw(Figures[name])).TextsAt(480);
        Assert.True(texts.Length > 5);
        Assert.All(texts, text => Assert.InRange(text.Size, 12, 24));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task None_of_its_text_is_cut_off_or_covers_another_from_360_to_1600_pixels(string name)
    {
        var drawn = await browser.Draw(Figures[name]);
        foreach (var width in (int[])[360, 480, 800, 1600])
        {
            var texts = await drawn.TextsAt(width);
            Assert.All(texts, text => Assert.True(text.Outside <= 0.5, $"At {width} pixels \"{text.Says}\" leaves the picture by {text.Outside:F1}."));
            // Boxes are a little larger than their letters.
            bool Cover(double[] a, double[] b) => Math.Min(a[2], b[2]) - Math.Max(a[0], b[0]) > 2 && Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]) > 4;
            Assert.All(texts.SelectMany((one, k) => texts.Skip(k + 1).Select(other => (one, other))), pair =>
                Assert.False(Cover(pair.one.Box, pair.other.Box), $"At {width} pixels \"{pair.one.Says}\" and \"{pair.other.Says}\" cover each other."));
        }
    }

    [Theory] // The page's own text colour, without the reader doing anything.
    [MemberData(nameof(Names))]
    public async Task Its_text_follows_the_page_from_light_to_dark(string name)
    {
        var (page, _) = await browser.Draw(Figures[name]);
        foreach (var scheme in new[] { Microsoft.Playwright.ColorScheme.Dark, Microsoft.Playwright.ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.WaitForFunctionAsync("getComputedStyle(document.querySelector('.js-plotly-plot .gtitle')).fill === getComputedStyle(document.body).color");
        }
    }
}
