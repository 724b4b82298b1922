using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Notebooks;

namespace Tutorial.Tests.Charts;

/// <summary>The figure to set by hand out of an executed notebook, driven by mouse and by keys; what it computes is held against the library's numbers in the cells beside it.</summary>
public class HandFigureTests(LessonBook book, Browser browser)
{
    const string NotebookName = "05-training-and-the-learned-map.ipynb", Figure = "by-hand", Oracle = "by-hand-numbers";

    MimeBundle Output(string id) => Notebook.Read(Path.Combine(book.Folder, NotebookName)).Cells.Single(cell => cell.Id == id).Outputs.OfType<CellOutput.Result>().Single().Data;

    async Task<(Site Site, ILocator Box)> OpenAsync(int width = 800, bool scripts = true, int copies = 1)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var site = await Site.OpenAsync(browser, string.Concat(Enumerable.Repeat(Output(Figure).Find("text/html")!, copies)), width: width, scripts: scripts);
        return (site, site.Page.Locator("[data-by-hand]").First);
    }

    static async Task<double> LossAsync(ILocator box) => double.Parse((await box.GetAttributeAsync("data-loss"))!, CultureInfo.InvariantCulture);

    /// <summary>The settings that the page was given.</summary>
    JsonElement Given
    {
        get
        {
            var html = Output(Figure).Find("text/html")!;
            var start = html.IndexOf("const given = ", StringComparison.Ordinal) + "const given = ".Length;
            return JsonDocument.Parse(html[start..html.IndexOf(";\ndocument", start, StringComparison.Ordinal)]).RootElement;
        }
    }

    /// <summary>The network in plain C#, an oracle of its own: score, loss and prediction.</summary>
    sealed record Network(double[][] W, double[] B, double[] Wm, double Bm)
    {
        public Network(JsonElement s)
            : this([.. s.GetProperty("w").EnumerateArray().Select(Numbers)], Numbers(s.GetProperty("b")), Numbers(s.GetProperty("wm")), s.GetProperty("bm").GetDouble())
        {
        }

        static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetDouble())];

        public double Score(double x, double y) => Bm + W.Select((w, j) => Wm[j] / (1 + Math.Exp(-(w[0] * x + w[1] * y + B[j])))).Sum();

        public double Loss(JsonElement points) => points.EnumerateArray().Select(Numbers).Average(p => p[2] == 1 ? Math.Log(1 + Math.Exp(-Score(p[0], p[1]))) : Math.Log(1 + Math.Exp(Score(p[0], p[1]))));
    }

    [Fact] // The library's own numbers, printed by the notebook to the last digit: start and learned.
    public async Task Loss_and_accuracy_are_the_librarys_at_the_start_and_at_the_learned_values()
    {
        var (site, box) = await OpenAsync();
        await using var _ = site;
        var printed = Output(Oracle).Find("text/plain")!.Split('\n').Select(line => line.Split([' '], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        foreach (var (button, row) in new[] { ("Set the learned values", 1), ("Back to the start", 0) })
        {
            await box.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            Assert.Equal(double.Parse(printed[row][2], CultureInfo.InvariantCulture), await LossAsync(box), 1e-9);
            Assert.Equal(printed[row][5], await box.GetAttributeAsync("data-right"));
        }

        Assert.Empty(site.Wrong);
    }

    [Fact]
    public async Task Each_place_has_the_colour_of_the_class_predicted_there()
    {
        var (site, box) = await OpenAsync();
        await using var _ = site;
        foreach (var (button, setting) in new[] { ("Back to the start", 0), ("Set the learned values", 1) })
        {
            await box.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            var network = new Network(Given.GetProperty("settings")[setting]);
            double[] edge = [.. Given.GetProperty("box").EnumerateArray().Select(n => n.GetDouble())];
            var random = new Random(3);
            var places = Enumerable.Range(0, 300).Select(_ => new[] { edge[0] + random.NextDouble() * (edge[1] - edge[0]), edge[2] + random.NextDouble() * (edge[3] - edge[2]) })
                // Near the border, less than half a cell of the picture's grid, either answer will do.
                .Where(p => new[] { (0.05, 0.0), (-0.05, 0), (0, 0.05), (0, -0.05) }.All(d => network.Score(p[0] + d.Item1, p[1] + d.Item2) >= 0 == network.Score(p[0], p[1]) >= 0)).ToArray();
            Assert.True(places.Length > 200);
            var filled = await box.EvaluateAsync<bool[][]>("""
                (box, [places, [left, right, bottom, top]]) => places.map(([x, y]) => ['one', 'zero'].map(name =>
                  box.querySelector(`[data-part=${name}]`).isPointInFill(new DOMPoint((x - left) / (right - left) * 400, (top - y) / (top - bottom) * 400))))
                """, new object[] { places, edge });
            Assert.All(places.Zip(filled), pair => Assert.Equal([network.Score(pair.First[0], pair.First[1]) >= 0, network.Score(pair.First[0], pair.First[1]) < 0], pair.Second));
        }
    }

    [Fact]
    public async Task With_keys_alone_a_reader_chooses_a_line_and_moves_it_and_hears_what_comes_of_it()
    {
        var (site, box) = await OpenAsync();
        await using var _ = site;
        var keys = site.Page.Keyboard;
        await keys.PressAsync("Tab"); // to the choice of the line
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(box.GetByRole(AriaRole.Radio, new() { Name = "line 2" })).ToBeCheckedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab"); // to the bias
        var bias = box.GetByRole(AriaRole.Slider, new() { Name = "bias" });
        await Assertions.Expect(bias).ToBeFocusedAsync();
        var step = double.Parse((await bias.GetAttributeAsync("step"))!, CultureInfo.InvariantCulture);
        var before = double.Parse(await bias.InputValueAsync(), CultureInfo.InvariantCulture);
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        var moved = before + 2 * step;
        Assert.Equal(moved, double.Parse(await bias.InputValueAsync(), CultureInfo.InvariantCulture), 9);
        var start = new Network(Given.GetProperty("settings")[0]);
        Assert.Equal((start with { B = [start.B[0], moved, start.B[2]] }).Loss(Given.GetProperty("points")), await LossAsync(box), 1e-9);
        // What a listener hears, some time after the last press, is what is written.
        var words = await box.Locator("[data-part=seen]").InnerTextAsync();
        await Assertions.Expect(box.Locator("[aria-live=polite]")).ToHaveTextAsync(words);
        Assert.EndsWith(words, await box.Locator("[data-part=picture]").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Contains($"{await box.GetAttributeAsync("data-right")} of 200 points", words, StringComparison.Ordinal);
        Assert.Empty(site.Wrong);
    }

    [Fact]
    public async Task The_meta_classifier_has_sliders_of_its_own()
    {
        var (site, box) = await OpenAsync();
        await using var _ = site;
        await box.GetByRole(AriaRole.Radio, new() { Name = "meta classifier" }).CheckAsync();
        Assert.Equal(4, await box.GetByRole(AriaRole.Slider).CountAsync());
        await box.GetByRole(AriaRole.Slider, new() { Name = "weight of h₂" }).FillAsync("0");
        var start = new Network(Given.GetProperty("settings")[0]);
        Assert.Equal((start with { Wm = [start.Wm[0], 0, start.Wm[2]] }).Loss(Given.GetProperty("points")), await LossAsync(box), 1e-9);
    }

    [Fact]
    public async Task A_line_is_moved_by_its_body_and_turned_by_its_arrow()
    {
        var (site, box) = await OpenAsync();
        await using var _ = site;
        async Task<double[]> LineAsync() => await box.EvaluateAsync<double[]>("box => box.querySelector('[data-part=line0]').getAttribute('d').match(/-?[\\d.]+/g).map(Number)");
        async Task DragAsync(float x, float y, float dx, float dy)
        {
            await site.Page.Mouse.MoveAsync(x, y);
            await site.Page.Mouse.DownAsync();
            await site.Page.Mouse.MoveAsync(x + dx, y + dy, new() { Steps = 4 });
            await site.Page.Mouse.UpAsync();
        }

        async Task<float[]> ScreenAsync(string part, double share) => await box.EvaluateAsync<float[]>("""
            (box, [part, share]) => { const e = box.querySelector(`[data-part=${part}]`), p = e.getPointAtLength(e.getTotalLength() * share).matrixTransform(e.getScreenCTM()); return [Math.round(p.x), Math.round(p.y)]; }
            """, new object[] { part, share });
        static double Angle(double[] line) => Math.Atan2(line[3] - line[1], line[2] - line[0]);

        var before = await LineAsync();
        var at = await ScreenAsync("line0", 0.05);
        await DragAsync(at[0], at[1], 40, -25);
        var moved = await LineAsync();
        Assert.NotEqual(before, moved);
        Assert.Equal(Angle(before), Angle(moved), 1e-2); // parallel
        var through = await box.EvaluateAsync<bool>("(box, [x, y]) => { const e = box.querySelector('[data-part=line0]'); return e.isPointInStroke(new DOMPoint(x, y).matrixTransform(e.getScreenCTM().inverse())); }", new double[] { at[0] + 40, at[1] - 25 });
        Assert.True(through, "The line has not followed the pointer.");

        var tip = await ScreenAsync("arrow0", 1);
        var foot = await ScreenAsync("arrow0", 0);
        await DragAsync(tip[0], tip[1], foot[0] + 60 - tip[0], foot[1] + 1 - tip[1]); // the arrow shall point to the right
        var turned = await LineAsync();
        Assert.InRange(Math.Abs(Math.Cos(Angle(turned))), 0, 0.05); // so the line stands upright
        Assert.Empty(site.Wrong);
    }

    [Fact]
    public async Task Two_of_them_on_a_page_do_not_disturb_each_other()
    {
        var (site, box) = await OpenAsync(copies: 2);
        await using var _ = site;
        var other = site.Page.Locator("[data-by-hand]").Last;
        var before = await LossAsync(other);
        await box.GetByRole(AriaRole.Button, new() { Name = "Set the learned values" }).ClickAsync();
        await box.GetByRole(AriaRole.Radio, new() { Name = "line 3" }).CheckAsync();
        Assert.Equal(before, await LossAsync(other));
        await Assertions.Expect(other.GetByRole(AriaRole.Radio, new() { Name = "line 1" })).ToBeCheckedAsync();
        Assert.Equal(2, await site.Page.Locator("fieldset").CountAsync());
    }

    [Fact]
    public async Task It_fits_a_narrow_page_and_every_control_has_a_name()
    {
        var (site, box) = await OpenAsync(width: 360);
        await using var _ = site;
        Assert.True(await site.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await box.EvaluateAsync<bool>("box => [...box.querySelectorAll('input')].every(i => i.labels.length === 1 && i.labels[0].textContent.trim())"));
        Assert.True(await box.EvaluateAsync<bool>("box => [...box.querySelectorAll('svg text')].every(t => 15 * t.getScreenCTM().a >= 11.5)"));
    }

    [Fact]
    public async Task Where_no_script_runs_the_still_picture_and_its_words_stand_there()
    {
        var (site, box) = await OpenAsync(scripts: false);
        await using var _ = site;
        Assert.Equal(Output(Figure).Find("text/plain"), await box.Locator("[data-part=words]").InnerTextAsync());
        Assert.True(await box.Locator("[data-part=one]").IsVisibleAsync());
        Assert.Equal(0, await box.Locator("input, button").CountAsync());
    }
}
