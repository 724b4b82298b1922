using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tutorial.Health;

[assembly: AssemblyFixture(typeof(Tutorial.Tests.Browser))]

namespace Tutorial.Tests;

/// <summary>One headless Chromium for all tests; the machine's own, so nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>A browser, or a skipped test that says how to get one.</summary>
    public IBrowser Required()
    {
        Assert.SkipUnless(_browser is not null, "No Chromium on the PATH, and this test opens pages in one. Debian and Ubuntu: apt-get install chromium");
        return _browser!;
    }

    public async ValueTask InitializeAsync()
    {
        if (Machine.OnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge") is not { } path)
            return;

        _playwright = await Playwright.CreateAsync();
        // Chromium refuses its sandbox to root, as whom tests run in containers.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Each page of the book, opened from disk with the network cut and every request recorded.</summary>
public class BrowserTests(LessonBook book, Browser browser)
{
    readonly ConcurrentQueue<string> _complaints = [];
    readonly ConcurrentQueue<string> _requests = [];

    async Task<IPage> OpenAsync(string name, int width = 1200, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var chromium = browser.Required();
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = scripts });
        await context.RouteAsync(url => !url.StartsWith("file:", StringComparison.Ordinal), route =>
        {
            _requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Location.Contains("cdn.jsdelivr.net", StringComparison.Ordinal))
                _complaints.Enqueue(message.Text);
        };
        await page.GotoAsync(new Uri(Path.Combine(book.Folder, name)).AbsoluteUri);
        if (scripts)
            await page.WaitForFunctionAsync("!document.querySelector('.plot') || document.documentElement.dataset.charts === 'drawn'");
        return page;
    }

    /// <summary>Without npm the formulas are linked, and only they may be asked for.</summary>
    bool FormulasAreBeside => Directory.Exists(Path.Combine(book.Folder, "katex"));

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task A_page_asks_nothing_of_the_network_and_complains_of_nothing(string name)
    {
        await OpenAsync(name);
        Assert.Empty(_complaints);
        Assert.All(_requests, url => Assert.True(!FormulasAreBeside && url.Contains("/katex@", StringComparison.Ordinal), url));
    }

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task Every_chart_has_drawn_marks(string name)
    {
        var page = await OpenAsync(name);
        var marks = await page.EvaluateAsync<int[]>("""
            [...document.querySelectorAll('.plot')].map(plot =>
              plot.querySelectorAll('.cartesianlayer .trace path, .cartesianlayer .point, .heatmaplayer image, .contourlayer path').length
              + Object.entries(plot._fullLayout ?? {}).filter(([key]) => /^scene\d*$/.test(key))
                  .reduce((sum, [, scene]) => sum + Object.keys(scene._scene?.traces ?? {}).length, 0))
            """);
        Assert.All(marks, count => Assert.True(count > 0, $"Marks per chart of {name}: {string.Join(", ", marks)}"));
        Assert.Equal(name != "index.html", marks.Length > 0);
    }

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task Every_formula_is_drawn_or_stays_readable(string name)
    {
        var page = await OpenAsync(name);
        var undrawn = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.math')].filter(m => !m.querySelector('.katex') || m.querySelector('.katex-error')).map(m => m.textContent)");
        if (FormulasAreBeside)
            Assert.Empty(undrawn);
        else
            Assert.All(undrawn, tex => Assert.NotEqual("", tex.Trim()));
    }

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task No_page_is_wider_than_its_window(string name)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(360, ColorScheme.Dark), (800, ColorScheme.Light), (1600, ColorScheme.Dark)])
        {
            var page = await OpenAsync(name, width, scheme);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {width} px.");
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task Without_scripts_every_chart_is_told_in_words(string name)
    {
        var page = await OpenAsync(name, scripts: false);
        foreach (var plot in await page.Locator(".plot").AllAsync())
            Assert.NotEqual("", (await plot.InnerTextAsync()).Trim());
        Assert.True(await page.Locator("h1").IsVisibleAsync());
    }

    [Fact]
    public async Task The_contents_follow_the_reader_and_the_chapters_lead_on()
    {
        var first = LessonBook.Notebooks.First().Data;
        var page = await OpenAsync(Path.ChangeExtension(first, ".html"));
        var links = page.Locator(".contents a");
        await links.Last.ClickAsync();
        await Assertions.Expect(links.Last).ToHaveAttributeAsync("aria-current", "true");
        await page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("a[rel=prev]")).ToHaveCountAsync(1);
    }
}
