using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Tutorial.Tests.VSCode;

/// <summary>A window of VS Code with a notebook open in it, used as its reader does: by keyboard and by the buttons that are in sight.</summary>
sealed partial class Window : IAsyncDisposable
{
    const float Patience = 90_000; // for machines that do much else; nothing waits that long where all is well

    readonly IBrowserContext _context;

    Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the window asked for that is not on this machine.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Opens a folder, and a notebook of it.</summary>
    public static async Task<Window> OpenAsync(IBrowser browser, string address, string folder, string notebook, int width = 1300, int height = 950)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(Patience);
        var window = new Window(context, await context.NewPageAsync());
        await context.RouteAsync(url => !url.StartsWith(address, StringComparison.Ordinal), route =>
        {
            window.Requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        await window.Page.GotoAsync($"{address}?folder={Uri.EscapeDataString(folder)}");
        await window.Page.Locator(".monaco-workbench .part.editor").WaitForAsync();
        await window.OpenAsync(notebook);
        return window;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>Opens a file by its name, as Ctrl+P does.</summary>
    public async Task OpenAsync(string file)
    {
        var row = Page.Locator(".quick-input-list .monaco-list-row", new() { HasText = file }).First;
        for (var attempt = 0; ; attempt++) // the first key strokes may come before the window listens
        {
            await Page.Keyboard.PressAsync("Control+p");
            try
            {
                await Page.Locator(".quick-input-widget input[type=text]").First.FillAsync(file, new() { Timeout = 5_000 });
                await row.ClickAsync(new() { Timeout = 10_000 });
                break;
            }
            catch (TimeoutException) when (attempt < 8)
            {
                await Page.Keyboard.PressAsync("Escape");
            }
        }

        await Expect(Page.GetByText(PlaceOfCell())).ToBeVisibleAsync();
    }

    /// <summary>Waits until the lesson's kernel is the notebook's.</summary>
    public Task ChosenAsync() => Expect(Page.Locator(".notebook-toolbar-container, .notebook-toolbar-right").GetByText("C# (this lesson)").First).ToBeVisibleAsync();

    /// <summary>The cell that is selected, from 1, and how many there are.</summary>
    public async Task<(int Cell, int Count)> PlaceAsync()
    {
        var match = PlaceOfCell().Match(await Page.GetByText(PlaceOfCell()).First.InnerTextAsync());
        return (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Runs the selected cell and goes to the next, as Shift+Enter does.</summary>
    public async Task RunCellAsync()
    {
        var (cell, count) = await PlaceAsync();
        await Page.Keyboard.PressAsync("Shift+Enter");
        if (cell < count)
            await Expect(Page.GetByText($"Cell {cell + 1} of")).ToBeVisibleAsync();
    }

    /// <summary>Runs cell after cell, from the selected one up to one that is left unrun and selected.</summary>
    public async Task RunToAsync(int cell)
    {
        for (var (place, _) = await PlaceAsync(); place < cell; place++)
            await RunCellAsync();
    }

    /// <summary>Runs everything from the selected cell on, one after the other, and waits for the last.</summary>
    public async Task RunToEndAsync()
    {
        var (_, count) = await PlaceAsync();
        await RunToAsync(count);
        await IdleAsync();
    }

    /// <summary>Waits until no cell runs.</summary>
    public async Task IdleAsync()
    {
        await Page.WaitForTimeoutAsync(300); // between two cells there is a moment in which none runs
        await Expect(Button("Run All")).ToBeVisibleAsync();
    }

    /// <summary>A button of the notebook's toolbar.</summary>
    public ILocator Button(string name) => Page.Locator($".notebook-toolbar-container a[aria-label^='{name}']").First;

    /// <summary>Puts a text in the place of the selected cell's, by keyboard; the cell's editor keeps the cursor.</summary>
    public async Task WriteAsync(string text)
    {
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".cell.code .monaco-editor.focused, .code-cell-row .monaco-editor.focused").First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Goes from one cell to another, outside of their editors.</summary>
    public async Task GoToAsync(int cell)
    {
        await Page.Keyboard.PressAsync("Escape");
        for (var (place, _) = await PlaceAsync(); place != cell; (place, _) = await PlaceAsync())
        {
            await Page.Keyboard.PressAsync(place < cell ? "ArrowDown" : "ArrowUp");
            await Expect(Page.GetByText($"Cell {(place < cell ? place + 1 : place - 1)} of")).ToBeVisibleAsync();
        }
    }

    public async Task SaveAsync()
    {
        await Page.Keyboard.PressAsync("Control+s");
        await Expect(Page.Locator(".tab.dirty")).ToHaveCountAsync(0);
    }

    /// <summary>Says a command by its name, as F1 does.</summary>
    public async Task CommandAsync(string name)
    {
        await Page.Keyboard.PressAsync("F1");
        await Page.Locator(".quick-input-widget input[type=text]").First.FillAsync($">{name}");
        await Page.Locator(".quick-input-list .monaco-list-row", new() { HasText = name }).First.ClickAsync();
    }

    /// <summary>The page in which VS Code shows the outputs of the notebook.</summary>
    public async Task<IFrame> OutputsAsync()
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            foreach (var frame in Page.Frames.Where(frame => frame.Url.Contains("fake.html", StringComparison.Ordinal) && !frame.IsDetached))
            {
                if (await frame.Locator("#container").CountAsync() > 0)
                    return frame;
            }

            await Page.WaitForTimeoutAsync(100);
        }

        throw new TimeoutException("The notebook shows no outputs.");
    }

    /// <summary>Waits until a text stands among the outputs.</summary>
    public async Task ShowsAsync(string text) => await Expect((await OutputsAsync()).GetByText(text).First).ToBeAttachedAsync();

    /// <summary>How many marks each chart has that is drawn.</summary>
    public async Task<int[]> MarksAsync() => await (await OutputsAsync()).EvaluateAsync<int[]>("""
        [...document.querySelectorAll('.js-plotly-plot')].map(plot =>
          plot.querySelectorAll('.cartesianlayer .trace path, .cartesianlayer .point, .heatmaplayer image, .contourlayer path').length
          + Object.entries(plot._fullLayout ?? {}).filter(([key]) => /^scene\d*$/.test(key))
              .reduce((sum, [, scene]) => sum + Object.keys(scene._scene?.traces ?? {}).length, 0))
        """);

    /// <summary>Waits until so many charts are drawn, each with marks in it, looking through the notebook: VS Code draws what comes into sight.</summary>
    public async Task ChartsAsync(int count)
    {
        int[] marks = [];
        for (var attempt = 0; attempt < 200; attempt++)
        {
            marks = await MarksAsync();
            if (marks.Length == count && marks.All(mark => mark > 0))
                return;
            await Page.Mouse.MoveAsync(800, 600);
            await Page.Mouse.WheelAsync(0, attempt % 40 < 20 ? 900 : -900);
            await Page.WaitForTimeoutAsync(250);
        }

        Assert.Fail($"{count} charts are expected, each with marks. The marks found: {string.Join(", ", marks)}.");
    }

    /// <summary>Turns the wheel until the first chart is in the middle of the window.</summary>
    public async Task ChartInSightAsync()
    {
        var (width, height) = (Page.ViewportSize!.Width, Page.ViewportSize.Height);
        await Page.Mouse.MoveAsync(width * 0.6f, height * 0.6f);
        await Page.Mouse.WheelAsync(0, -100_000);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            await Page.WaitForTimeoutAsync(200);
            var chart = (await OutputsAsync()).Locator(".js-plotly-plot").First;
            if (await chart.CountAsync() > 0 && await chart.BoundingBoxAsync() is { } box && box.Y > 0 && box.Y < height - 500)
                return;
            await Page.Mouse.WheelAsync(0, 250);
        }
    }

    /// <summary>Keeps a picture of the window for a person to look at.</summary>
    public async Task PictureAsync(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Find().Artifacts, "vscode-tests", $"{name}.png"),
    });

    static ILocatorAssertions Expect(ILocator locator)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        return Assertions.Expect(locator);
    }

    [GeneratedRegex(@"^Cell (\d+) of (\d+)")]
    private static partial Regex PlaceOfCell();
}
