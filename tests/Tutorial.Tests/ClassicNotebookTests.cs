using System.Collections.Concurrent;
using System.Diagnostics;
using Notebooks;
using Tutorial.Tests.Charts;

[assembly: AssemblyFixture(typeof(Tutorial.Tests.ClassicNotebook))]

namespace Tutorial.Tests;

/// <summary>The classic Jupyter Notebook, as Debian packages it, over the executed notebooks. It has no kernel for them: what is seen comes from the files.</summary>
public sealed class ClassicNotebook : IAsyncDisposable
{
    const string Python = "/usr/bin/python3";

    readonly TemporaryFolder _home = new();
    readonly Lock _lock = new();
    Task<string>? _address;
    Process? _server;

    /// <summary>Its address, or a skipped test that says how to get it.</summary>
    public Task<string> RequiredAsync(LessonBook book)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jupyter-notebook"), "No /usr/bin/jupyter-notebook, and this test opens notebooks in it. Debian: apt-get install jupyter-notebook");
        lock (_lock)
            return _address ??= StartAsync(book);
    }

    async Task<string> StartAsync(LessonBook book)
    {
        foreach (var notebook in Directory.EnumerateFiles(book.Folder, "*.ipynb"))
            File.Copy(notebook, _home[Path.GetFileName(notebook)]);
        using (var sign = Run(["-m", "nbformat.sign", .. Directory.EnumerateFiles(_home.Path, "*.ipynb")])) // as a reader trusts them
        {
            await sign.StandardOutput.ReadToEndAsync();
            await sign.WaitForExitAsync();
            Assert.Equal(0, sign.ExitCode);
        }

        var port = FreePort.Find();
        _server = Run(["-m", "notebook", "--no-browser", "--allow-root", $"--port={port}", "--ip=127.0.0.1", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={_home.Path}"]);
        _ = _server.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/api"));
                return $"http://127.0.0.1:{port}";
            }
            catch (HttpRequestException) when (attempt < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    Process Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Python, arguments) { WorkingDirectory = _home.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in (string[])["HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"])
            start.Environment[name] = Path.Combine(_home.Path, ".jupyter");
        start.Environment["JUPYTER_PATH"] = "";
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _home.Dispose();
    }
}

/// <summary>Each executed notebook in a client that has require.js, and no renderer for Plotly's own type.</summary>
public class ClassicNotebookTests(LessonBook book, Browser browser, ClassicNotebook jupyter)
{
    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public async Task Every_chart_of_a_saved_notebook_is_drawn_from_the_file_and_nothing_leaves_the_machine(string name)
    {
        var chromium = browser.Required();
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var address = await jupyter.RequiredAsync(book);
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        context.SetDefaultTimeout(90_000);
        var (requests, errors) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await context.RouteAsync(url => !url.StartsWith(address, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal), route =>
        {
            requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Enqueue(error);
        await page.GotoAsync($"{address}/notebooks/{name}");
        await page.WaitForFunctionAsync("() => window.Jupyter?.notebook?._fully_loaded");

        var charts = Notebook.Read(Path.Combine(book.Folder, name)).ToJson().Split("\"application/vnd.plotly.v1+json\"").Length - 1;
        Assert.NotEqual(0, charts);
        await page.WaitForFunctionAsync($$"""
            () => {
              const marks = [...document.querySelectorAll('.js-plotly-plot')].map{{ChartMarks.Script}};
              return marks.length === {{charts}} && marks.every(count => count > 0);
            }
            """);
        Assert.Empty(errors);
        Assert.All(requests, url => Assert.Contains("mathjax", url, StringComparison.OrdinalIgnoreCase)); // Jupyter's own, for formulas, where it is not installed beside it
    }
}
