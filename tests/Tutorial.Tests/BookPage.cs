using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tutorial.Tests;

/// <summary>A page of the book, opened from disk with the network cut, and what it asked for and complained of since.</summary>
sealed record BookPage(IPage Page, ConcurrentQueue<string> Requests, ConcurrentQueue<string> Complaints)
{
    /// <summary>Opens it, and waits until its charts are drawn.</summary>
    public static async Task<BookPage> OpenAsync(LessonBook book, Browser browser, string name, bool scripts = true)
    {
        var chromium = browser.Required();
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 }, JavaScriptEnabled = scripts });
        var opened = new BookPage(await context.NewPageAsync(), [], []);
        await context.RouteAsync(url => !url.StartsWith("file:", StringComparison.Ordinal), route =>
        {
            opened.Requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        opened.Page.PageError += (_, error) => opened.Complaints.Enqueue(error);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Location.Contains("/katex@", StringComparison.Ordinal))
                opened.Complaints.Enqueue(message.Text);
        };
        await opened.Page.GotoAsync(new Uri(Path.Combine(book.Folder, name)).AbsoluteUri);
        if (scripts)
            await opened.Page.WaitForFunctionAsync("!document.querySelector('.drawing') || document.documentElement.dataset.charts === 'drawn'");
        return opened;
    }
}
