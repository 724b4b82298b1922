using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Notebooks;
using Tutorial.Tests.Charts;

namespace Tutorial.Tests.VSCode;

/// <summary>A window of VS Code with a notebook open in it, used as its reader does: by keyboard and by the buttons that are in sight.</summary>
sealed partial class Window : IAsyncDisposable
{
    const float Patience = 180_000; // for machines that do much else; nothing waits that long where all is well

    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _logged = [];

    Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the window asked for that is not on this machine.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Opens a folder, and a notebook of it.</summary>
    public static async Task<Window> OpenAsync(IBrowser browser, string address, string folder, string notebook, float zoom = 1)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = (int)(1300 / zoom), Height = (int)(950 / zoom) }, DeviceScaleFactor = zoom });
        context.SetDefaultTimeout(Patience);
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Console += (_, message) => window._logged.Enqueue($"{message.Type}: {message.Text}");
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

    /// <summary>Closes the notebook, which is saved.</summary>
    public async Task CloseAsync()
    {
        await CommandAsync("View: Close All Editors");
        await Expect(Page.GetByText(PlaceOfCell())).ToHaveCountAsync(0);
        await Expect(Page.Locator("iframe.webview")).ToHaveCountAsync(0); // its charts are no longer there to be counted
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

    /// <summary>Runs cell after cell, from the selected one up to the last, and saves until the file says that each has run.</summary>
    /// <param name="path">The notebook's file.</param>
    public async Task<Notebook> RunToEndAsync(string path)
    {
        var (_, count) = await PlaceAsync();
        await RunToAsync(count); // the last is a text
        var saved = await SavedAsync(path);
        for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < Patience && saved.Cells.Any(cell => cell is { Kind: CellKind.Code, ExecutionCount: null });)
        {
            await Page.WaitForTimeoutAsync(1000);
            saved = await SavedAsync(path);
        }

        return saved;
    }

    /// <summary>Waits until so many of the cells in sight have run well.</summary>
    public Task RanWellAsync(int cells) => Expect(Page.Locator(".codicon-notebook-state-success:visible")).ToHaveCountAsync(cells);

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

    /// <summary>Saves the notebook and reads its file.</summary>
    public async Task<Notebook> SavedAsync(string path)
    {
        // VS Code gives up a save that takes it too long, and says so in a corner; and what cells still say while it saves is not in the file.
        var clock = Stopwatch.StartNew();
        for (var wait = 500; clock.ElapsedMilliseconds < Patience; wait = Math.Min(2 * wait, 8000))
        {
            await Page.Keyboard.PressAsync("Control+s");
            await Page.WaitForTimeoutAsync(wait);
            if (await Page.Locator(".tab.dirty").CountAsync() == 0)
                return Notebook.Read(path);
        }

        throw await StuckAsync("The notebook is not saved", "not-saved");
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

    /// <summary>Waits until a text stands among the outputs: of a cell that is in sight, for VS Code draws no others.</summary>
    public async Task ShowsAsync(string text)
    {
        try
        {
            await Expect((await OutputsAsync()).GetByText(text).First).ToBeAttachedAsync();
        }
        catch (PlaywrightException)
        {
            throw await StuckAsync($"The window does not show \"{text}\"", "not-shown");
        }
    }

    /// <summary>How many marks each chart has that is drawn.</summary>
    public async Task<int[]> MarksAsync() =>
        await (await OutputsAsync()).EvaluateAsync<int[]>($"[...document.querySelectorAll('.js-plotly-plot')].map{ChartMarks.Script}");

    /// <summary>Goes to each cell that has a chart, from where it is to the other end, and waits until the chart is drawn with marks in it: VS Code draws what comes into sight.</summary>
    /// <param name="cells">The cells with one chart each, from 1.</param>
    /// <remarks>By keyboard: where the mouse's wheel turns at the end of a notebook, headless Chromium ends.</remarks>
    public async Task ChartsAsync(IReadOnlyCollection<int> cells)
    {
        int[] marks = [];
        var (place, count) = await PlaceAsync();
        var seen = 0;
        foreach (var cell in place > count / 2 ? cells.OrderDescending() : cells.Order())
        {
            seen++;
            await ChartInSightAsync(cell);
            for (var wait = 0; wait < Patience / 250 && (marks.Length < seen || marks.Contains(0)); wait++)
            {
                await Page.WaitForTimeoutAsync(250);
                marks = await MarksAsync();
            }
        }

        Assert.Equal(cells.Count, marks.Length);
        Assert.DoesNotContain(0, marks);
        // A chart that is higher or lower than its box is drawn again and again, each time by a little more.
        Assert.Empty(await (await OutputsAsync()).EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.js-plotly-plot')].map(plot => [plot.offsetHeight, plot._fullLayout.height])
              .filter(([box, chart]) => box !== chart).map(([box, chart]) => `a chart ${chart} px high in a box of ${box} px`)
            """));
    }

    /// <summary>Goes to the cell after one with a chart: the chart is above it.</summary>
    public async Task ChartInSightAsync(int cell)
    {
        await GoToAsync(cell);
        await GoToAsync(cell + 1);
    }

    /// <summary>Asks for something until it is in sight, as a reader does again whose first try came too early.</summary>
    public async Task UntilSeenAsync(ILocator place, Func<Task> ask)
    {
        for (var attempt = 0; attempt < 15; attempt++)
        {
            await ask();
            try
            {
                await Assertions.Expect(place).ToBeVisibleAsync(new() { Timeout = 5_000 });
                return;
            }
            catch (PlaywrightException)
            {
                // not yet
            }
        }

        throw await StuckAsync($"{place} does not come into sight", "not-seen");
    }

    /// <summary>Waits until the outputs have this kind of theme, and the charts the colour of its text.</summary>
    public async Task HasThemeAsync(string theme)
    {
        var outputs = await OutputsAsync();
        await Expect(outputs.Locator($"body.{theme}")).ToHaveCountAsync(1);
        await outputs.WaitForFunctionAsync("""
            () => {
              const ink = getComputedStyle(document.body).getPropertyValue('--vscode-editor-foreground').trim().toLowerCase();
              const plots = [...document.querySelectorAll('.js-plotly-plot')];
              return plots.length > 0 && plots.every(plot => plot._fullLayout.font.color.toLowerCase() === ink);
            }
            """);
    }

    /// <summary>Waits until no chart is wider than the page.</summary>
    public async Task ChartsFitAsync() => await (await OutputsAsync()).WaitForFunctionAsync("""
        () => {
          const plots = [...document.querySelectorAll('.js-plotly-plot .main-svg')].map(plot => plot.getBoundingClientRect()).filter(box => box.width > 0);
          return plots.length > 0 && plots.every(box => box.right <= innerWidth + 1);
        }
        """);

    /// <summary>Keeps a picture of the window for a person to look at.</summary>
    public async Task PictureAsync(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Find().Artifacts, "vscode-tests", $"{name}.png"),
    });

    /// <summary>What to throw where the window does not come to what it should: a picture is not kept everywhere, so its words are in the message too.</summary>
    async Task<TimeoutException> StuckAsync(string what, string picture)
    {
        await PictureAsync(picture);
        var said = await Page.Locator(".notification-list-item-message, .monaco-dialog-box, .quick-input-widget:visible, .statusbar-item:visible").AllInnerTextsAsync();
        var keys = await Page.EvaluateAsync<string>("() => document.activeElement?.cloneNode(false).outerHTML ?? 'nowhere'");
        return new($"""
            {what}; see artifacts/vscode-tests/{picture}.png.
            It says: {string.Join(" | ", said)}
            Keys go to: {keys}
            Logged last: {string.Join("\n", _logged.TakeLast(20))}
            """);
    }

    /// <summary>What is expected of a place in the window, with patience.</summary>
    public static ILocatorAssertions Expect(ILocator locator)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        return Assertions.Expect(locator);
    }

    [GeneratedRegex(@"^Cell (\d+) of (\d+)")]
    private static partial Regex PlaceOfCell();
}
