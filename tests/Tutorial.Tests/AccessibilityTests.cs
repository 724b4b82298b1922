using System.Collections.Concurrent;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Tutorial.Tests;

/// <summary>Whether everyone can read the pages: valid HTML, and no violation of WCAG 2.2 AA that axe-core finds, in the light and in the dark.</summary>
public class AccessibilityTests(LessonBook book, Browser browser)
{
    static readonly string Axe = Path.Combine(Repository.Find().Artifacts, "axe", "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public async Task Axe_finds_no_violation_in_the_light_and_in_the_dark(string name)
    {
        browser.Required();
        Assert.SkipUnless(File.Exists(Axe), "No axe-core in artifacts/axe, and this test needs it. With npm: bash .ci/axe");
        var page = (await BookPage.OpenAsync(book, browser, name)).Page;
        await using var context = page.Context;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await page.AddScriptTagAsync(new() { Path = Axe });

        var light = await ViolationsAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.WaitForTimeoutAsync(300); // the charts take the new colours after a moment
        var dark = await ViolationsAsync(page);
        Assert.Empty(light.Select(violation => $"light: {violation}").Concat(dark.Select(violation => $"dark: {violation}")));
    }

    static Task<string[]> ViolationsAsync(IPage page) => page.EvaluateAsync<string[]>("""
        async () => {
          const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          if (result.passes.length < 10) throw new Error(`axe looked at ${result.passes.length} rules only`);
          return result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => `${n.target} ${n.html.slice(0, 120)} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
        }
        """);

    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public void A_page_is_html_without_a_parse_error_and_no_larger_than_2_MB(string name)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var path = Path.Combine(book.Folder, name);
        var parser = new HtmlParser(new HtmlParserOptions { IsNotConsumingCharacterReferences = false });
        var errors = new ConcurrentQueue<string>();
        parser.Error += (_, error) => errors.Enqueue(error is AngleSharp.Html.Dom.Events.HtmlErrorEvent e ? $"{e.Position}: {e.Message}" : $"{error}");
        var page = parser.ParseDocument(File.ReadAllText(path));
        Assert.Empty(errors);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        Assert.InRange(new FileInfo(path).Length, 1, 2_000_000);
    }
}
