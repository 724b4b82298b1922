using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Tutorial.Tests.Charts;

/// <summary>A chart without a mouse: the training scrubber in each host that draws it, driven by real keys.</summary>
public class ChartControlsTests(LessonBook book, Browser browser, SharedPages shared) : IClassFixture<SharedPages>
{
    public static TheoryData<string> Hosts => Scrubber.Hosts;

    /// <summary>The page of a host, at the first moment, with the focus nowhere.</summary>
    async Task<(Site Site, ILocator Plot)> SharedAsync(string host)
    {
        var opened = await shared.GetAsync(host, () => Scrubber.OpenAsync(host, book, browser), page => page.Site.Page);
        if (await opened.Plot.GetByRole(AriaRole.Slider).GetAttributeAsync("aria-valuenow") != "0")
            await opened.Plot.GetByRole(AriaRole.Slider).PressAsync("Home");
        await opened.Site.Page.EvaluateAsync("document.activeElement.blur()");
        return opened;
    }

    sealed record Control(string Role, string Label, bool Ring);

    static Task<JsonElement> FocusedAsync(Site site) => site.Page.EvaluateAsync<JsonElement>("""
        () => { const e = document.activeElement, s = getComputedStyle(e);
          return { role: e.getAttribute('role') ?? '', label: e.getAttribute('aria-label') ?? '', ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, inside: !!e.closest('.js-plotly-plot') }; }
        """);

    /// <summary>Presses Tab until the control has the focus.</summary>
    static async Task<List<Control>> TabAsync(Site site, Func<Control, bool> until)
    {
        var passed = new List<Control>();
        for (var i = 0; i < 60; i++)
        {
            await site.Page.Keyboard.PressAsync("Tab");
            var now = await FocusedAsync(site);
            if (!now.GetProperty("inside").GetBoolean())
                continue;
            passed.Add(new(now.GetProperty("role").GetString()!, now.GetProperty("label").GetString()!, now.GetProperty("ring").GetBoolean()));
            if (until(passed[^1]))
                return passed;
        }

        throw new InvalidOperationException($"Tab came only to: {string.Join("; ", passed)}");
    }

    /// <summary>Where the chart is: the slider's place, what it says, the label beside it, and the place of the dot on the loss.</summary>
    static async Task<(int At, string Says, string Label, double Dot)> StateAsync(ILocator plot)
    {
        var state = await plot.EvaluateAsync<JsonElement>("""
            gd => { const s = gd.querySelector('[role=slider]'), dot = gd._fullData.findIndex(t => t.name === 'now');
              return { at: s.getAttribute('aria-valuenow'), says: s.getAttribute('aria-valuetext'), label: gd.querySelector('.slider-label').textContent, dot: gd.calcdata[dot][0].x }; }
            """);
        return (int.Parse(state.GetProperty("at").GetString()!, CultureInfo.InvariantCulture), state.GetProperty("says").GetString()!, state.GetProperty("label").GetString()!, state.GetProperty("dot").GetDouble());
    }

    JsonElement Json => JsonDocument.Parse(Scrubber.Output(book).Find("application/vnd.plotly.v1+json")!).RootElement;

    JsonElement[] Steps => [.. Json.GetProperty("layout").GetProperty("sliders")[0].GetProperty("steps").EnumerateArray()];

    /// <summary>Waits until everything that shows the moment shows this one.</summary>
    async Task AssertAtAsync(ILocator plot, int step)
    {
        var label = Steps[step].GetProperty("label").GetString()!;
        var expected = (step, Steps[step].GetProperty("name").GetString()!, $"after {label} updates", double.Parse(label, CultureInfo.InvariantCulture));
        for (var i = 0; i < 50 && await StateAsync(plot) != expected; i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(expected, await StateAsync(plot));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Every_control_is_reached_with_Tab_says_what_it_is_and_shows_its_focus(string host)
    {
        var (site, plot) = await SharedAsync(host);
        var passed = new List<Control>();
        await TabAsync(site, control => { passed.Add(control); return passed.Count(c => c == control) > 1 || passed.Count == 15; });
        foreach (var (role, label) in new[] { ("button", "Download plot as a png"), ("button", "Reset axes"), ("checkbox", "ŷ = ½"), ("checkbox", "class 0 (100)"), ("checkbox", "wₘᵀh + bₘ = 0"), ("button", "Play"), ("button", "Pause"), ("slider", "after") })
            Assert.Contains(passed, c => c.Role == role && string.Equals(c.Label, label, StringComparison.OrdinalIgnoreCase));
        Assert.All(passed, control => Assert.True(control.Ring, $"{control} shows no focus."));
        Assert.Empty(site.Wrong);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_slider_goes_step_by_step_and_to_both_ends(string host)
    {
        var (site, plot) = await SharedAsync(host);
        await AssertAtAsync(plot, 0);
        await TabAsync(site, control => control.Role == "slider");
        foreach (var (key, expected) in new[] { ("ArrowRight", 1), ("ArrowUp", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("ArrowDown", 1), ("PageUp", 6), ("PageDown", 1), ("End", Steps.Length - 1), ("ArrowRight", Steps.Length - 1), ("ArrowLeft", Steps.Length - 2), ("Home", 0), ("ArrowLeft", 0) })
        {
            await site.Page.Keyboard.PressAsync(key);
            await AssertAtAsync(plot, expected);
        }

        // Faster than it is drawn: no press is lost.
        for (var i = 0; i < 7; i++)
            await site.Page.Keyboard.PressAsync("ArrowRight");
        await AssertAtAsync(plot, 7);
        Assert.Equal("slider", (await FocusedAsync(site)).GetProperty("role").GetString());
        Assert.Equal(0, await site.Page.EvaluateAsync<double>("scrollY"));
        Assert.Empty(site.Wrong);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Nothing_moves_until_Play_is_pressed_and_Pause_stops_it(string host)
    {
        var (site, plot) = await SharedAsync(host);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        await AssertAtAsync(plot, 0);

        await TabAsync(site, control => control.Label == "Play");
        await site.Page.Keyboard.PressAsync(" ");
        await site.Page.WaitForFunctionAsync("Number(document.querySelector('[role=slider]').getAttribute('aria-valuenow')) >= 3");
        await TabAsync(site, control => control.Label == "Pause");
        await site.Page.Keyboard.PressAsync("Enter");
        await Task.Delay(400, TestContext.Current.CancellationToken);
        var (at, _, _, _) = await StateAsync(plot);
        Assert.InRange(at, 3, Steps.Length - 2);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        await AssertAtAsync(plot, at);
        Assert.Empty(site.Wrong);
    }

    [Fact]
    public async Task Played_to_its_end_it_shows_the_last_moment()
    {
        var (site, plot) = await SharedAsync("html");
        await TabAsync(site, control => control.Role == "slider");
        await site.Page.Keyboard.PressAsync("End");
        for (var i = 0; i < 4; i++)
            await site.Page.Keyboard.PressAsync("ArrowLeft");
        await AssertAtAsync(plot, Steps.Length - 5);
        await plot.GetByRole(AriaRole.Button, new() { Name = "Play" }).PressAsync("Enter");
        await AssertAtAsync(plot, Steps.Length - 1);
        Assert.Empty(site.Wrong);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task An_entry_of_the_legend_is_switched_by_key_and_says_so(string host)
    {
        var (site, plot) = await SharedAsync(host);
        var entry = plot.GetByRole(AriaRole.Checkbox, new() { Name = "class 0 (100)" });
        Task<int> ShownAsync() => plot.EvaluateAsync<int>("gd => gd._fullData.filter(t => t.name === 'class 0 (100)' && t.visible === true).length");
        Assert.Equal(2, await ShownAsync()); // in the plane and in the hidden space
        foreach (var (key, state) in new[] { ("Enter", "false"), (" ", "true") })
        {
            await entry.PressAsync(key);
            await Assertions.Expect(entry).ToHaveAttributeAsync("aria-checked", state);
            Assert.Equal(state == "true" ? 2 : 0, await ShownAsync());
        }

        Assert.Empty(site.Wrong);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_button_of_the_bar_is_pressed_by_key(string host)
    {
        var (site, plot) = await SharedAsync(host);
        Task<double> RightAsync() => plot.EvaluateAsync<double>("gd => gd._fullLayout.xaxis2.range[1]");
        var before = await RightAsync();
        await plot.EvaluateAsync("gd => Plotly.relayout(gd, { 'xaxis2.range': [0, 1], 'yaxis2.range': [0, 1] })");
        Assert.NotEqual(before, await RightAsync());
        await plot.GetByRole(AriaRole.Button, new() { Name = "Reset axes" }).PressAsync("Enter");
        await site.Page.WaitForFunctionAsync("right => document.querySelector('.js-plotly-plot')._fullLayout.xaxis2.range[1] === right", before);
        Assert.Empty(site.Wrong);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_listener_hears_the_words_and_the_controls_and_no_tick_marks(string host)
    {
        var (site, plot) = await SharedAsync(host);
        var heard = await plot.EvaluateAsync<string[]>("""
            gd => [...gd.querySelectorAll('text')].filter(t => t.textContent.trim() && !t.closest('[aria-hidden=true], [role=slider], [role=button], [role=checkbox]')).map(t => t.textContent)
            """);
        Assert.Empty(heard);
        Assert.Equal(0, await plot.Locator("[aria-hidden=true] [tabindex]").CountAsync());
        var named = plot.Locator("xpath=ancestor-or-self::*[@role='figure' or @role='group' or self::figure][@aria-label]").Last;
        var words = (await named.GetAttributeAsync("aria-label"))!;
        Assert.Contains("The whole training", words, StringComparison.Ordinal);
        Assert.Equal(0, await site.Page.Locator("[role=img]").CountAsync());
    }

    [Fact]
    public async Task A_narrow_page_stacks_the_panels_and_a_wide_one_puts_them_side_by_side_again()
    {
        var (site, plot) = await Scrubber.OpenAsync("html", book, browser, width: 360);
        await using var _ = site;
        async Task AssertStackedAsync(bool stacked)
        {
            await site.Page.WaitForFunctionAsync("stacked => (document.querySelector('.js-plotly-plot')._fullLayout.yaxis3.domain[0] > 0.2) === stacked", stacked);
            Assert.True(await site.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }

        await AssertStackedAsync(true);
        await site.Page.SetViewportSizeAsync(1000, 900);
        await AssertStackedAsync(false);
        await site.Page.SetViewportSizeAsync(360, 900);
        await AssertStackedAsync(true);
        await plot.GetByRole(AriaRole.Slider).PressAsync("End");
        await AssertAtAsync(plot, Steps.Length - 1);
        await AssertStackedAsync(true);
        Assert.Empty(site.Wrong);
    }

    [Fact]
    public async Task Where_no_script_runs_its_words_stand_there()
    {
        await using var site = await Site.OpenAsync(browser, Scrubber.Output(book).Find("text/html")!, scripts: false);
        Assert.Equal(Scrubber.Output(book).Find("text/plain"), await site.Page.Locator("p").InnerTextAsync());
    }
}
