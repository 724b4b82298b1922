using Microsoft.Playwright;
using Tutorial.Health;
using Tutorial.Tests.Charts;

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
        if (Machine.OnPath(Machine.Chromium) is not { } path)
            return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Machine.ChromiumArguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Each page of the book, opened from disk with the network cut and every request recorded.</summary>
public class BrowserTests(LessonBook book, Browser browser, SharedPages shared) : IClassFixture<SharedPages>
{
    Task<BookPage> OpenAsync(string name) => shared.GetAsync(name, () => BookPage.OpenAsync(book, browser, name), opened => opened.Page);

    /// <summary>Without npm the formulas are linked, and only they may be asked for.</summary>
    bool FormulasAreBeside => Directory.Exists(Path.Combine(book.Folder, "katex"));

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task A_page_asks_nothing_of_the_network_and_complains_of_nothing(string name)
    {
        var opened = await OpenAsync(name);
        Assert.Empty(opened.Complaints);
        Assert.All(opened.Requests, url => Assert.True(!FormulasAreBeside && url.Contains("/katex@", StringComparison.Ordinal), url));
    }

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public async Task Every_chart_has_drawn_marks(string name)
    {
        var (page, _, _) = await OpenAsync(Path.ChangeExtension(name, ".html"));
        var marks = await page.EvaluateAsync<int[]>($"[...document.querySelectorAll('.drawing')].map{ChartMarks.Script}");
        Assert.All(marks, count => Assert.True(count > 0, $"Marks per chart of {name}: {string.Join(", ", marks)}"));
        var charts = Notebooks.Notebook.Read(Path.Combine(book.Folder, name)).ToJson().Split("\"application/vnd.plotly.v1+json\"").Length - 1;
        Assert.Equal(charts, marks.Length);
    }

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task Every_formula_is_drawn_or_stays_readable(string name)
    {
        var (page, _, _) = await OpenAsync(name);
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
        var (page, _, _) = await OpenAsync(name);
        foreach (var width in (int[])[360, 800, 1600])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.WaitForFunctionAsync("document.documentElement.scrollWidth <= innerWidth", null, new() { Timeout = 10_000 });
        }
    }

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task Without_scripts_every_chart_is_told_in_words(string name)
    {
        var (page, _, _) = await BookPage.OpenAsync(book, browser, name, scripts: false);
        Assert.All(await page.Locator(".drawing").AllInnerTextsAsync(), words => Assert.NotEqual("", words.Trim()));
        Assert.True(await page.Locator("h1").IsVisibleAsync());
    }

    [Fact]
    public async Task The_contents_follow_the_reader_and_the_chapters_lead_on()
    {
        var (page, _, _) = await OpenAsync(Path.ChangeExtension(LessonBook.Notebooks.First().Data, ".html"));
        var last = page.Locator(".contents a").Last;
        await last.ClickAsync();
        await Assertions.Expect(last).ToHaveAttributeAsync("aria-current", "true");
        await page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("a[rel=prev]")).ToHaveCountAsync(1);
    }
}
