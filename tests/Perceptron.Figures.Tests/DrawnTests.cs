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
        var faults = await page.EvaluateAsync<string[]>("json => { const chart = JSON.parse(json); return (Plotly.validate(chart.data, chart.layout) ?? []).map(fault => fault.msg); }", Figures[name].ToPlotlyJson());
        // The arguments of a button are lists and objects, as its documentation says; the validation looks for their parts in the schema.
        Assert.All(faults, fault => Assert.Matches(@"^In layout, key (sliders|updatemenus)\[0\]\.(steps|buttons)\[\d+\]\.args\[[01]\]", fault));
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

    [Fact]
    public async Task Pointing_at_a_point_marks_it_in_every_panel()
    {
        var (page, _) = await browser.Draw(Figures["linked"]);
        await page.SetViewportSizeAsync(800, 900);
        var h = Post.Model.Forward(Post.Data.X).Layers[0].H;
        // The lowest point of the outer ring: no other hides it.
        var row = Enumerable.Range(0, Post.Data.Count).MinBy(i => Post.Data.X[i, 1]);
        await page.WaitForFunctionAsync("document.querySelector('.js-plotly-plot')._fullLayout.width > 700");
        var at = await page.EvaluateAsync<double[]>("""
            ([x, y]) => {
              const plot = document.querySelector('.js-plotly-plot'), { xaxis, yaxis } = plot._fullLayout, { left, top } = plot.getBoundingClientRect();
              return [left + xaxis._offset + xaxis.d2p(x), top + yaxis._offset + yaxis.d2p(y)];
            }
            """, new[] { Post.Data.X[row, 0], Post.Data.X[row, 1] });
        await page.Mouse.MoveAsync((float)at[0] - 40, (float)at[1] + 10);
        await page.Mouse.MoveAsync((float)at[0], (float)at[1]);
        await MarkedAsync(page, row, h);
        Assert.StartsWith($"point {row + 1}, class {Post.Data.Y[row, 0]}", await page.Locator("label + div").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slider_marks_a_point_by_keyboard_and_says_it()
    {
        var (page, _) = await browser.Draw(Figures["linked"]);
        var h = Post.Model.Forward(Post.Data.X).Layers[0].H;
        var slider = page.GetByRole(Microsoft.Playwright.AriaRole.Slider, new() { Name = "Point" });
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        var last = Enumerable.Range(0, Post.Data.Count).Last(i => Post.Data.Y[i, 0] == 1);
        await MarkedAsync(page, last, h);
        await page.Keyboard.PressAsync("ArrowLeft");
        var before = Enumerable.Range(0, last).Last(i => Post.Data.Y[i, 0] == 1);
        await MarkedAsync(page, before, h);
        Assert.StartsWith($"point {before + 1}, class 1, x = (", await slider.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
    }

    /// <summary>Waits until the marks of all three panels stand at one point.</summary>
    static async Task MarkedAsync(Microsoft.Playwright.IPage page, int row, MathNet.Numerics.LinearAlgebra.Matrix<double> h) => await page.WaitForFunctionAsync(
        """
        ([x, y, ...h]) => {
          const [plane, space, strip] = document.querySelector('.js-plotly-plot').data.filter(trace => trace.meta?.chosen);
          const near = (a, b) => a.length === b.length && a.every((value, k) => Math.abs(value - b[k]) < 1e-4);
          return near([plane.x[0], plane.y[0]], [x, y]) && near([space.x[0], space.y[0], space.z[0]], h) && near(strip.y, h);
        }
        """, new[] { Post.Data.X[row, 0], Post.Data.X[row, 1], h[row, 0], h[row, 1], h[row, 2] });
}
