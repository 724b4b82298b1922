using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace Tutorial.Tests.Charts;

/// <summary>A page made in a test, with the files that it may ask for. Any other request is refused and recorded, and so is what the page complains of.</summary>
sealed class Site(IBrowserContext context, IPage page) : IAsyncDisposable
{
    const string Address = "http://lesson.test/";

    readonly ConcurrentQueue<string> _wrong = [];

    public IPage Page => page;

    /// <summary>Requests that went elsewhere, console errors, uncaught errors.</summary>
    public IEnumerable<string> Wrong => _wrong;

    /// <summary>plotly.js, as the figures bring it.</summary>
    public static string PlotlyJs { get; } = Encoding.UTF8.GetString(Tutorial.VSCode.PlotlyScript.ReadFrom(LessonPackage.PathIn(Repository.Find())));

    public static async Task<Site> OpenAsync(Browser browser, string body, IReadOnlyDictionary<string, string>? files = null, int width = 800, bool scripts = true)
    {
        var context = await browser.Required().NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = scripts });
        var site = new Site(context, await context.NewPageAsync());
        site.Page.SetDefaultTimeout(90_000); // machines are busy at times
        site.Page.PageError += (_, error) => site._wrong.Enqueue(error);
        site.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                site._wrong.Enqueue(message.Text);
        };
        await context.RouteAsync("**/*", route =>
        {
            var path = route.Request.Url;
            if (path == Address)
                return route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><html lang=en><meta charset=utf-8><title>t</title><meta name=color-scheme content=\"light dark\"><body>{body}" });
            if (path == Address + "favicon.ico")
                return route.FulfillAsync(new() { Status = 204 });
            if (path.StartsWith(Address, StringComparison.Ordinal) && files?.GetValueOrDefault(path[Address.Length..]) is { } file)
                return route.FulfillAsync(new() { ContentType = path.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/javascript", Body = file });
            site._wrong.Enqueue(path);
            return route.AbortAsync();
        });
        await site.Page.GotoAsync(Address);
        return site;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
