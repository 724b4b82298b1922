using System.Diagnostics;
using Microsoft.Playwright;
using Notebooks;

namespace Tutorial.Tests.VSCode;

/// <summary>The lesson in a real VS Code: what its reader does, and what the reader sees.</summary>
public class VSCodeTests(CodeServer server, Browser browser, LessonBook book) : IClassFixture<CodeServer>
{
    const string Plotly = "application/vnd.plotly.v1+json";
    const string Exercise = "03-three-classifiers-and-a-meta-classifier.ipynb";

    Task<Window> OpenAsync(string folder, string notebook, bool withExtension = true, int width = 1300, int height = 950)
    {
        CodeServer.RequiredNode();
        return Window.OpenAsync(browser.Required(), server.Address(withExtension), folder, notebook, width, height);
    }

    /// <summary>A folder with one small notebook of these cells.</summary>
    string Sample(params IEnumerable<string> cells)
    {
        CodeServer.RequiredNode();
        var folder = server.Copy();
        var notebook = Notebook.Parse(Samples.Notebook(cells.Select((code, i) => Samples.Code($"cell-{i + 1}", code))), "sample");
        var lesson = File.ReadAllText(Path.Combine(folder, "notebooks", Exercise));
        var json = System.Text.Json.Nodes.JsonNode.Parse(notebook.ToJson())!;
        json["metadata"] = System.Text.Json.Nodes.JsonNode.Parse(lesson)!["metadata"]!.DeepClone();
        File.WriteAllText(Path.Combine(folder, "notebooks", "sample.ipynb"), json.ToJsonString());
        return folder;
    }

    static Notebook Saved(string folder, string notebook) => Notebook.Read(Path.Combine(folder, "notebooks", notebook));

    static int Charts(Notebook notebook) => notebook.Cells.SelectMany(cell => cell.Outputs).Count(output => Bundle(output)?.Find(Plotly) is not null);

    static MimeBundle? Bundle(CellOutput output) => output switch
    {
        CellOutput.Display display => display.Data,
        CellOutput.Result result => result.Data,
        _ => null,
    };

    /// <summary>An output without the order of its mime types, which is VS Code's own.</summary>
    static string Told(CellOutput output) => Bundle(output) is { } bundle
        ? $"{output.GetType().Name}: {string.Join("; ", bundle.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} = {entry.Value}"))}"
        : $"{output}";

    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public async Task A_notebook_runs_cell_by_cell_draws_its_charts_and_is_saved_as_the_headless_run_says(string name)
    {
        var chromium = browser.Required();
        CodeServer.RequiredNode();
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var folder = server.Copy();
        await using var window = await OpenAsync(folder, name);
        await window.ChosenAsync();
        await window.RunToEndAsync();
        await window.SaveAsync();

        var (headless, saved) = (Notebook.Read(Path.Combine(book.Folder, name)), Saved(folder, name));
        Assert.Equal(headless.Cells.Select(cell => cell.Id), saved.Cells.Select(cell => cell.Id));
        foreach (var (wanted, got) in headless.Cells.Zip(saved.Cells))
            Assert.Equal(wanted.Outputs.Select(Told), got.Outputs.Select(Told));
        await window.ChartsAsync(Charts(headless));
        await window.ChartInSightAsync();
        await window.PictureAsync(Path.ChangeExtension(name, null));
        Assert.Empty(window.Requests);
    }

    [Fact]
    public async Task The_exercise_is_done_by_one_edit_and_its_consequences_are_seen()
    {
        CodeServer.RequiredNode();
        var folder = server.Copy();
        var exercise = Saved(folder, Exercise).Cells.ToList().FindIndex(cell => cell.Id == "exercise") + 1;
        await using var window = await OpenAsync(folder, Exercise);
        await window.ChosenAsync();
        await window.RunToAsync(exercise);
        await window.WriteAsync("answer = (Vector<double> x) => (wm * (W * x + b) + bm);");
        await window.RunToEndAsync();
        await window.ShowsAsync("The border is one straight line, and 52.5 % of the points are right.");
        await window.SaveAsync();

        var rows = Bundle(Saved(folder, Exercise).Cells.Single(cell => cell.Id == "exercise-collapse").Outputs.Single())!["text/plain"].Split('\n');
        Assert.Equal(rows[1][rows[1].IndexOf("w =", StringComparison.Ordinal)..], rows[0][rows[0].IndexOf("w =", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_typo_is_marked_while_it_is_written_and_explained_when_it_is_run()
    {
        var folder = Sample("double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));", "Sigmoid(0)", "throw new Exception(\"so\");");
        await using var window = await OpenAsync(folder, "sample.ipynb");
        await window.ChosenAsync();
        await window.RunToAsync(2);
        await window.IdleAsync();
        await window.WriteAsync("Sigmod(0)");
        await Assertions.Expect(window.Page.Locator(".squiggly-error")).ToHaveCountAsync(1);
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Keyboard.PressAsync("Shift+Enter");
        await window.ShowsAsync("The name 'Sigmod' does not exist in the current context");
        var link = (await window.OutputsAsync()).Locator("a", new() { HasText = "line 1" });
        await Assertions.Expect(link.First).ToBeVisibleAsync();
        await window.PictureAsync("typo");

        await window.GoToAsync(2);
        await window.WriteAsync("Sigmoid(0)");
        await Assertions.Expect(window.Page.Locator(".squiggly-error")).ToHaveCountAsync(0);
        await window.RunCellAsync();
        await window.ShowsAsync("0.5");
        await window.RunCellAsync();
        await window.ShowsAsync("System.Exception: so");
    }

    [Fact]
    public async Task A_loop_is_interrupted_a_session_restarted_and_a_dead_host_replaced()
    {
        var folder = Sample("var a = 41;", "Console.WriteLine(\"in the loop\"); while (true) { }", "a + 1", "Console.WriteLine($\"Hello, {Console.ReadLine()}\")");
        await using var window = await OpenAsync(folder, "sample.ipynb");
        await window.ChosenAsync();
        await window.RunToAsync(3);
        await window.ShowsAsync("in the loop");
        await window.Button("Interrupt").ClickAsync();
        await window.ShowsAsync("The cell was interrupted.");
        await window.IdleAsync();
        await window.Page.Keyboard.PressAsync("Escape");

        await window.GoToAsync(3);
        await window.RunCellAsync();
        await window.ShowsAsync("42");

        await window.RunCellAsync();
        await window.Page.Locator(".quick-input-widget input").First.FillAsync("Ada");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ShowsAsync("Hello, Ada");

        await window.Button("Restart").ClickAsync();
        await window.GoToAsync(3);
        await window.RunCellAsync();
        await window.ShowsAsync("The name 'a' does not exist in the current context");

        await window.GoToAsync(2);
        await window.RunCellAsync();
        await window.ShowsAsync("in the loop");
        HostIn(Path.Combine(folder, "notebooks")).Kill();
        await window.ShowsAsync("The C# host has ended: it was ended by SIGKILL.");
        await window.PictureAsync("dead-host");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Restart", Exact = true }).Last.ClickAsync();
        await window.GoToAsync(1);
        await window.RunCellAsync();
        await window.IdleAsync();
        await window.GoToAsync(3);
        await window.RunCellAsync();
        await window.ShowsAsync("42");
    }

    [Fact]
    public async Task A_saved_notebook_draws_its_charts_again_with_the_extension_and_without_in_the_dark_and_in_a_narrow_window()
    {
        CodeServer.RequiredNode();
        const string name = "01-linear-classifiers.ipynb";
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var folder = server.Copy();
        File.Copy(Path.Combine(book.Folder, name), Path.Combine(folder, "notebooks", name), overwrite: true);
        var charts = Charts(Saved(folder, name));

        await using (var with = await OpenAsync(folder, name))
        {
            await with.ChartsAsync(charts);
            await with.CommandAsync("Preferences: Toggle between Light/Dark Themes");
            await Assertions.Expect((await with.OutputsAsync()).Locator("body.vscode-dark")).ToHaveCountAsync(1);
            await with.Page.WaitForTimeoutAsync(1000);
            var colours = await (await with.OutputsAsync()).EvaluateAsync<string[]>("[...document.querySelectorAll('.js-plotly-plot')].map(plot => plot._fullLayout.font.color)");
            var ink = await (await with.OutputsAsync()).EvaluateAsync<string>("getComputedStyle(document.body).getPropertyValue('--vscode-editor-foreground').trim()");
            Assert.All(colours, colour => Assert.Equal(ink, colour, ignoreCase: true));
            await with.ChartInSightAsync();
            await with.PictureAsync("dark");
            await with.Page.SetViewportSizeAsync(700, 900);
            await with.ChartInSightAsync();
            await with.Page.WaitForTimeoutAsync(1000);
            var tooWide = await (await with.OutputsAsync()).EvaluateAsync<int>("[...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot.offsetParent && plot.querySelector('.main-svg').getBoundingClientRect().right > innerWidth + 1).length");
            Assert.Equal(0, tooWide);
            await with.PictureAsync("narrow");
            await with.CommandAsync("Preferences: Toggle between Light/Dark Themes");
        }

        await using var without = await OpenAsync(folder, name, withExtension: false);
        await without.ChartsAsync(charts);
        await without.ChartInSightAsync();
        await without.PictureAsync("without-extension");
    }

    [Fact]
    public async Task Help_comes_while_the_reader_writes()
    {
        var folder = Sample("/// <summary>The smooth step.</summary>\ndouble Sigmoid(double score) => 1 / (1 + Math.Exp(-score));", "1");
        await using var window = await OpenAsync(folder, "sample.ipynb");
        await window.ChosenAsync();
        await window.RunToAsync(2);
        await window.IdleAsync();
        await window.WriteAsync("");
        await window.Page.Keyboard.TypeAsync("Sigm");
        await Assertions.Expect(window.Page.Locator(".suggest-widget .monaco-list-row", new() { HasText = "Sigmoid" }).First).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("(");
        await Assertions.Expect(window.Page.Locator(".parameter-hints-widget")).ToContainTextAsync("double score");
        await window.PictureAsync("help");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.TypeAsync("0)");
        await window.Page.Locator(".view-line span", new() { HasText = "Sigmoid" }).Last.HoverAsync();
        await Assertions.Expect(window.Page.Locator(".monaco-hover:visible").First).ToContainTextAsync("double Sigmoid(double score)");
    }

    /// <summary>The host of the notebooks in a folder: no other process runs there.</summary>
    static Process HostIn(string folder)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)))
        {
            try
            {
                if (new FileInfo($"/proc/{process}/cwd").ResolveLinkTarget(returnFinalTarget: true)?.FullName == folder
                    && File.ReadAllText($"/proc/{process}/cmdline").Contains("Tutorial.dll", StringComparison.Ordinal))
                    return Process.GetProcessById(int.Parse(process!, System.Globalization.CultureInfo.InvariantCulture));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // another's, or gone meanwhile
            }
        }

        throw new InvalidOperationException($"No host runs in {folder}.");
    }
}
