using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Notebooks;

namespace Tutorial.Tests.VSCode;

/// <summary>The lesson in a real VS Code: what its reader does, and what the reader sees.</summary>
[Collection(CodeServer.OneAtATime)]
public class VSCodeTests(CodeServer server, Browser browser, LessonBook book)
{
    const string Exercise = "03-three-classifiers-and-a-meta-classifier.ipynb";

    Task<Window> OpenAsync(string folder, string notebook, Installed extensions = Installed.Lesson, float zoom = 1)
    {
        CodeServer.RequiredNode();
        return Window.OpenAsync(browser.Required(), server.Address(extensions), folder, notebook, zoom);
    }

    /// <summary>Gives the windows of a folder a theme, and leaves those of the other tests alone.</summary>
    static void SetTheme(string folder, string theme)
    {
        var settings = Directory.CreateDirectory(Path.Combine(folder, ".vscode")).FullName;
        File.WriteAllText(Path.Combine(settings, "settings.json"), $$"""{ "workbench.colorTheme": "{{theme}}" }""");
    }

    /// <summary>A folder with one small notebook of these cells.</summary>
    string Sample(params IEnumerable<string> cells)
    {
        CodeServer.RequiredNode();
        var folder = server.Copy();
        var notebook = Notebook.Parse(Samples.Notebook(cells.Select((code, i) => Samples.Code($"cell-{i + 1}", code))), "sample");
        var lesson = File.ReadAllText(Path.Combine(folder, "notebooks", Exercise));
        var json = JsonNode.Parse(notebook.ToJson())!;
        json["metadata"] = JsonNode.Parse(lesson)!["metadata"]!.DeepClone();
        File.WriteAllText(Path.Combine(folder, "notebooks", "sample.ipynb"), json.ToJsonString());
        return folder;
    }

    /// <summary>The number of a cell, from 1.</summary>
    static int Place(Notebook notebook, string id) => notebook.Cells.ToList().FindIndex(cell => cell.Id == id) + 1;

    [Fact]
    public async Task The_exercise_is_done_by_one_edit_and_its_consequences_are_seen()
    {
        CodeServer.RequiredNode();
        var folder = server.Copy();
        var lesson = Notebook.Read(CodeServer.FileIn(folder, Exercise));
        await using var window = await OpenAsync(folder, Exercise);
        await window.ChosenAsync();
        await window.RunToAsync(Place(lesson, "exercise"));
        await window.WriteAsync("answer = (Vector<double> x) => (wm * (W * x + b) + bm);");
        var saved = await window.RunToEndAsync(CodeServer.FileIn(folder, Exercise));
        await window.GoToAsync(Place(lesson, "exercise-bend"));
        await window.ShowsAsync("The border is one straight line, and 52.5 % of the points are right.");
        await window.GoToAsync(Place(lesson, "exercise-collapse"));
        await window.ShowsAsync("your network, as one");
        await window.PictureAsync("exercise");

        var rows = saved.Cells.Single(cell => cell.Id == "exercise-collapse").Outputs.Single().Bundle()!["text/plain"].Split('\n');
        Assert.Equal(rows[1][rows[1].IndexOf("w =", StringComparison.Ordinal)..], rows[0][rows[0].IndexOf("w =", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_typo_is_marked_while_it_is_written_and_explained_when_it_is_run()
    {
        var folder = Sample("double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));", "Sigmoid(0)", "throw new Exception(\"so\");");
        await using var window = await OpenAsync(folder, "sample.ipynb");
        await window.ChosenAsync();
        await window.RunToAsync(2);
        await window.RanWellAsync(1);
        await window.WriteAsync("Sigmod(0)");
        await Window.Expect(window.Page.Locator(".squiggly-error")).ToHaveCountAsync(1);
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Keyboard.PressAsync("Shift+Enter");
        await window.ShowsAsync("The name 'Sigmod' does not exist in the current context");
        var link = (await window.OutputsAsync()).Locator("a", new() { HasText = "line 1" });
        await Window.Expect(link.First).ToBeVisibleAsync();
        await window.PictureAsync("typo");

        await window.GoToAsync(2);
        await window.WriteAsync("Sigmoid(0)");
        await Window.Expect(window.Page.Locator(".squiggly-error")).ToHaveCountAsync(0);
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
        await window.GoToAsync(3);
        await window.RunCellAsync();
        await window.ShowsAsync("42");
    }

    [Fact]
    public async Task A_saved_notebook_draws_its_charts_again_in_the_light_in_the_dark_and_in_a_narrow_window()
    {
        const string name = "01-linear-classifiers.ipynb";
        var folder = server.Executed(book);
        var charts = Notebook.Read(CodeServer.FileIn(folder, name)).Charts();
        SetTheme(folder, "Default Light+");
        await using var window = await OpenAsync(folder, name);
        await window.ChartsAsync(charts);
        await window.HasThemeAsync("vscode-light");
        await window.CommandAsync("Preferences: Toggle between Light/Dark Themes");
        await window.HasThemeAsync("vscode-dark");
        await window.PictureAsync("dark");
        await window.Page.SetViewportSizeAsync(700, 900);
        await window.ChartsFitAsync();
        await window.ChartInSightAsync(charts[0]);
        await window.PictureAsync("narrow");
    }

    [Fact]
    public async Task Charts_have_the_colours_of_high_contrast_and_fit_a_window_at_twice_the_size()
    {
        const string name = "02-the-feature-map.ipynb";
        var folder = server.Executed(book);
        SetTheme(folder, "Default High Contrast");
        await using var window = await OpenAsync(folder, name, zoom: 2);
        await window.ChartsAsync(Notebook.Read(CodeServer.FileIn(folder, name)).Charts());
        await window.HasThemeAsync("vscode-high-contrast");
        await window.ChartsFitAsync();
        await window.PictureAsync("high-contrast-twice-the-size");
    }

    [Fact]
    public async Task Where_Jupyters_renderers_are_installed_the_charts_are_theirs()
    {
        var folder = server.Executed(book);
        await using var window = await OpenAsync(folder, "01-linear-classifiers.ipynb", Installed.LessonAndJupyterRenderers);
        await window.ChosenAsync(); // the cells are still the lesson's
        await window.GoToAsync(Place(Notebook.Read(CodeServer.FileIn(folder, "01-linear-classifiers.ipynb")), "two-heaps"));
        await window.ShowsAsync("Given to the other renderer.");
    }

    [Fact]
    public async Task Help_comes_while_the_reader_writes()
    {
        var folder = Sample("/// <summary>The smooth step.</summary>\ndouble Sigmoid(double score) => 1 / (1 + Math.Exp(-score));", "1");
        await using var window = await OpenAsync(folder, "sample.ipynb");
        await window.ChosenAsync();
        await window.RunToAsync(2);
        await window.RanWellAsync(1);
        await window.WriteAsync("");
        var keyboard = window.Page.Keyboard;
        await keyboard.TypeAsync("Sigm");
        await window.UntilSeenAsync(window.Page.Locator(".suggest-widget .monaco-list-row", new() { HasText = "Sigmoid" }).First, () => keyboard.PressAsync("Control+Space"));
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("(");
        await window.UntilSeenAsync(window.Page.Locator(".parameter-hints-widget", new() { HasText = "double score" }), () => keyboard.PressAsync("Control+Shift+Space"));
        await window.PictureAsync("help");
        await keyboard.PressAsync("Escape");
        await keyboard.TypeAsync("0)");
        await window.UntilSeenAsync(window.Page.Locator(".monaco-hover", new() { HasText = "double Sigmoid(double score)" }).First, async () =>
        {
            await window.Page.Mouse.MoveAsync(600, 600);
            await window.Page.Locator(".view-line span", new() { HasText = "Sigmoid" }).Last.HoverAsync();
        });
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
