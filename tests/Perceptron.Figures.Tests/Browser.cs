using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Perceptron.Figures.Tests.Browser))]

namespace Perceptron.Figures.Tests;

/// <summary>The machine's own Chromium, without a network: what a figure's JSON cannot tell is measured in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    readonly ConcurrentDictionary<Figure, Task<Drawn>> _drawn = [];
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var path = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))).FirstOrDefault(File.Exists);
        if (path is null)
            return;
        _playwright = await Playwright.CreateAsync();
        // Chromium refuses its sandbox to root, as whom tests run in containers.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--enable-unsafe-swiftshader", .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>()] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The figure in a page of its own, drawn; the tests of one figure share it. Skips, and says how to get a browser, where there is none.</summary>
    internal Task<Drawn> Draw(Figure figure)
    {
        Assert.SkipUnless(_browser is not null, "No Chromium on the PATH, and this test draws figures in one. Debian and Ubuntu: apt-get install chromium");
        return _drawn.GetOrAdd(figure, DrawAnew);
    }

    async Task<Drawn> DrawAnew(Figure figure)
    {
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = 480, Height = 900 } });
        page.SetDefaultTimeout(90_000);
        var drawn = new Drawn(page, []);
        page.Request += (_, request) => drawn.Complaints.Enqueue($"asked for {request.Url}");
        page.PageError += (_, error) => drawn.Complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                drawn.Complaints.Enqueue(message.Text);
        };
        // The figure first: it has to wait for plotly.js.
        await page.SetContentAsync($"<!doctype html><style>:root {{ color-scheme: light dark }} body {{ margin: 0 }}</style>{figure.ToHtml()}{PlotlyJs.Embed().ToHtml()}");
        await page.WaitForFunctionAsync("document.querySelector('.js-plotly-plot .main-svg')");
        return drawn;
    }
}

/// <summary>A drawn figure, and what went wrong while it was drawn.</summary>
sealed record Drawn(IPage Page, ConcurrentQueue<string> Complaints)
{
    /// <summary>A text of the picture: its height in pixels, and by how many pixels it leaves the picture.</summary>
    internal sealed class Text
    {
        public string Says { get; set; } = "";

        public double Size { get; set; }

        public double Outside { get; set; }

        /// <summary>Left, top, right, bottom.</summary>
        public double[] Box { get; set; } = [];
    }

    /// <summary>All texts on a page of this width.</summary>
    internal async Task<Text[]> TextsAt(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        // Drawn at the new width: twice the same measures, an eyeblink apart.
        Text[] before, now = [];
        do
        {
            before = now;
            await Page.WaitForTimeoutAsync(100);
            now = await Page.EvaluateAsync<Text[]>(Measure);
        }
        while (now.Length == 0 || !before.Select(t => string.Join(' ', t.Box)).SequenceEqual(now.Select(t => string.Join(' ', t.Box))));
        return now;
    }

    const string Measure = """
        () => {
          const plot = document.querySelector('.js-plotly-plot'), frame = plot.querySelector('.main-svg').getBoundingClientRect();
          return [...plot.querySelectorAll('text')].filter(text => text.textContent.trim() && text.getClientRects().length && getComputedStyle(text).visibility !== 'hidden').map(text => {
            const box = text.getBoundingClientRect(), scale = text.getScreenCTM();
            return {
              says: text.textContent,
              // Turned text has the same length along its own axes.
              size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(scale.a, scale.b),
              outside: Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom),
              box: [box.left, box.top, box.right, box.bottom],
            };
          });
        }
        """;
}
