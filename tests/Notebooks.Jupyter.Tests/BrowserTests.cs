using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Notebooks.Jupyter.Tests;

/// <summary>A reader with notebook 3 in the classic Jupyter Notebook, in a real browser.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    const string Chromium = "/usr/bin/chromium";
    const string NotebookName = "03-three-classifiers-and-a-meta-classifier.ipynb";

    readonly JupyterClients _clients = new();
    readonly string _screenshots = Path.Combine(AppContext.BaseDirectory, "screenshots");
    Process? _server;
    IPlaywright? _playwright;
    IBrowser? _browser;
    IPage _page = null!;
    string _address = "";
    string _notebook = "";

    public async ValueTask InitializeAsync()
    {
        JupyterClients.Need("notebook", "jupyter-notebook");
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is missing: apt-get install chromium");
        _notebook = _clients.CopyOfNotebook(Path.Combine(JupyterClients.Repository, "notebooks", NotebookName));
        var port = FreePort();
        _server = _clients.Start("-m", "notebook", "--no-browser", "--allow-root", $"--port={port}", "--ip=127.0.0.1", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={Path.GetDirectoryName(_notebook)}");
        _ = _server.StandardError.ReadToEndAsync();
        _ = _server.StandardOutput.ReadToEndAsync();
        _address = $"http://127.0.0.1:{port}";
        using var http = new HttpClient();
        for (var i = 0; ; i++)
        {
            try
            {
                await http.GetStringAsync(new Uri($"{_address}/api"), TestContext.Current.CancellationToken);
                break;
            }
            catch (HttpRequestException) when (i < 300)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"] });
        _page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        _page.SetDefaultTimeout(90_000);
        Directory.CreateDirectory(_screenshots);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is { HasExited: false })
            _server.Kill(entireProcessTree: true);
        _server?.Dispose();
        _clients.Dispose();
    }

    [Fact]
    public async Task A_reader_runs_edits_restarts_interrupts_saves_and_reopens()
    {
        await OpenAsync();

        // A cell at a time, with Shift+Enter.
        await _page.Locator(".cell").First.ClickAsync();
        await _page.Keyboard.PressAsync("Escape");
        var cells = await NumberAsync("Jupyter.notebook.ncells()");
        for (var i = 0; i < cells; i++)
        {
            await _page.Keyboard.PressAsync("Shift+Enter");
            await IdleAsync();
        }

        Assert.Empty(await ErrorsAsync());
        await ShowAsync("triangle");
        await ShowAsync("exercise-train");
        Assert.True(await ChartsAsync("triangle") > 0, "no chart was drawn");
        await SaysAsync("exercise-bend", "The border is bent");

        // The exercise, as the text says.
        await EditAsync("exercise", "answer = (Vector<double> x) => (wm * (W * x + b) + bm);");
        await RunFromAsync("exercise");
        await ShowAsync("exercise-train", "sigmoids-out");
        await SaysAsync("exercise-bend", "one straight line");
        Assert.True(await ChartsAsync("exercise-train") > 0, "no chart was drawn");

        // Restart and run all: the edited formula stays, the names are new.
        await _page.EvaluateAsync("() => { window.lessonRestarted = false; Jupyter.notebook.restart_run_all({confirm: false}).then(() => window.lessonRestarted = true); }");
        await _page.WaitForFunctionAsync("() => window.lessonRestarted");
        await IdleAsync();
        Assert.Empty(await ErrorsAsync());
        Assert.Equal(1, await NumberAsync("Jupyter.notebook.get_cells().find(c => c.cell_type == 'code').input_prompt_number"));
        await SaysAsync("exercise-bend", "one straight line");

        // An endless loop is interrupted, by the button, and the names stay.
        await EditAsync("exercise-slot", "while (true) { }");
        await RunAsync("exercise-slot");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await _page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await IdleAsync();
        await SaysAsync("exercise-slot", "interrupted");
        await EditAsync("exercise-slot", "trained");
        await RunAsync("exercise-slot");
        await IdleAsync();
        await SaysAsync("exercise-slot", "2→3→1");

        // Saved and opened again, what was seen is there: as text while Jupyter does not trust the file, then drawn from what was saved.
        await _page.EvaluateAsync("() => { window.lessonSaved = false; Jupyter.notebook.save_notebook().then(() => window.lessonSaved = true); }");
        await _page.WaitForFunctionAsync("() => window.lessonSaved");
        var (code, said) = await _clients.RunAsync("", "-m", "nbformat.sign", _notebook);
        Assert.True(code == 0, said);
        await OpenAsync();
        await SaysAsync("exercise-bend", "one straight line");
        Assert.True(await ChartsAsync("exercise-train") > 0, "no chart was drawn from the saved file");
        await ShowAsync("exercise-train", "reopened");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Cell(string id) => $"Jupyter.notebook.get_cells().find(c => c.id == '{id}')";

    async Task OpenAsync()
    {
        await _page.GotoAsync($"{_address}/notebooks/{NotebookName}");
        await _page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        await IdleAsync();
    }

    async Task IdleAsync() => await _page.WaitForFunctionAsync("() => !Jupyter.notebook.kernel_busy && !document.querySelector('.code_cell.running')");

    async Task<int> NumberAsync(string expression) => await _page.EvaluateAsync<int>($"() => {expression}");

    async Task RunAsync(string id) => await _page.EvaluateAsync($"() => {{ {Cell(id)}.execute(); }}");

    async Task RunFromAsync(string id)
    {
        await _page.EvaluateAsync($"() => {{ const cells = Jupyter.notebook.get_cells(); Jupyter.notebook.execute_cell_range(cells.indexOf({Cell(id)}), cells.length); }}");
        await IdleAsync();
    }

    async Task EditAsync(string id, string code) => await _page.EvaluateAsync($"code => {{ {Cell(id)}.set_text(code); }}", code);

    /// <summary>Waits until a cell shows this text: what it shows comes on another channel than that it has ended, and may come later.</summary>
    async Task SaysAsync(string id, string text)
    {
        try
        {
            await _page.WaitForFunctionAsync($"text => {Cell(id)}.output_area.element.text().includes(text)", text);
        }
        catch (TimeoutException)
        {
            Assert.Contains(text, await _page.EvaluateAsync<string>($"() => {Cell(id)}.output_area.element.text()"));
        }
    }

    /// <summary>How many charts are drawn in a cell's output; waits for the first.</summary>
    async Task<int> ChartsAsync(string id)
    {
        await _page.WaitForFunctionAsync($"() => {Cell(id)}.output_area.element.find('.main-svg').length > 0");
        return await NumberAsync($"{Cell(id)}.output_area.element.find('.js-plotly-plot').length");
    }

    Task<string[]> ErrorsAsync() => _page.EvaluateAsync<string[]>("() => Jupyter.notebook.get_cells().filter(c => c.cell_type == 'code').flatMap(c => c.output_area.outputs.filter(o => o.output_type == 'error').map(o => o.evalue))");

    async Task ShowAsync(string id, string? name = null)
    {
        await _page.EvaluateAsync($"() => {Cell(id)}.element[0].scrollIntoView()");
        await Task.Delay(1000, TestContext.Current.CancellationToken); // a picture for people to look at: nothing is asserted of it
        await _page.ScreenshotAsync(new() { Path = Path.Combine(_screenshots, $"{name ?? id}.png") });
    }
}
