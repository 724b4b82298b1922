using System.Diagnostics;
using System.Runtime.Versioning;

namespace Tutorial.Tests;

/// <summary>The command that keeps a book up to date, on a lesson of two tiny notebooks.</summary>
public sealed class BookCommandTests : IDisposable
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    readonly TemporaryFolder _lesson = new();

    public BookCommandTests()
    {
        File.WriteAllText(_lesson["Tutorial.sln"], "");
        Directory.CreateDirectory(_lesson["packages"]);
        File.WriteAllText(_lesson["packages/LinearToNeural.Lesson.1.0.0.nupkg"], ""); // older than every book, and no notebook here asks for it
        Directory.CreateDirectory(_lesson["notebooks"]);
        Write("a", "\"first \" + 1");
        Write("b", "\"second \" + 1");
    }

    public void Dispose() => _lesson.Dispose();

    void Write(string name, string code) =>
        File.WriteAllText(_lesson[$"notebooks/{name}.ipynb"], Samples.Notebook(Samples.Markdown("title", $"# {name}"), Samples.Code("cell", code)));

    string Page(string name) => File.ReadAllText(_lesson[$"artifacts/book/{name}.html"]);

    [Fact]
    public async Task Only_a_notebook_that_has_changed_is_run_again()
    {
        var (code, output, error) = await TutorialProgram.RunAsync(_lesson.Path, "book");
        Assert.True(code == 0, error);
        Assert.Contains("Running 2 notebooks.", output, StringComparison.Ordinal);

        (_, output, _) = await TutorialProgram.RunAsync(_lesson.Path, "book");
        Assert.Contains("No notebook has changed since it was run.", output, StringComparison.Ordinal);

        Write("b", "\"third \" + 1");
        (code, output, error) = await TutorialProgram.RunAsync(_lesson.Path, "book");
        Assert.True(code == 0, error);
        Assert.Contains("Running 1 notebook of 2;", output, StringComparison.Ordinal);
        Assert.Contains("first 1", Page("a"), StringComparison.Ordinal);
        Assert.Contains("third 1", Page("b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_text_changes_its_page_and_runs_nothing()
    {
        await TutorialProgram.RunAsync(_lesson.Path, "book");
        File.WriteAllText(_lesson["notebooks/words.md"], "# Words\n\nThe old ones.");
        await TutorialProgram.RunAsync(_lesson.Path, "book");
        Assert.Contains("The old ones.", Page("words"), StringComparison.Ordinal);

        File.WriteAllText(_lesson["notebooks/words.md"], "# Words\n\nThe new ones.");
        var (_, output, _) = await TutorialProgram.RunAsync(_lesson.Path, "book");
        Assert.Contains("No notebook has changed since it was run.", output, StringComparison.Ordinal);
        Assert.Contains("The new ones.", Page("words"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_younger_package_runs_everything_again()
    {
        await TutorialProgram.RunAsync(_lesson.Path, "book");
        File.SetLastWriteTimeUtc(_lesson["packages/LinearToNeural.Lesson.1.0.0.nupkg"], DateTime.UtcNow.AddSeconds(1));
        Assert.Contains("Running 2 notebooks.", (await TutorialProgram.RunAsync(_lesson.Path, "book")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_rebuilds_the_page_of_a_saved_notebook_and_outlives_a_cell_that_fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no way to press Ctrl+C for another program on Windows.");
        using var watching = TutorialProgram.Start(_lesson.Path, [], "book", "--watch");
        var failed = UntilAsync(watching.StandardError, "the reason");
        await UntilAsync(watching.StandardOutput, "Watching");

        Write("b", "throw new Exception(\"the reason\");");
        await failed;
        Assert.Contains("second 1", Page("b"), StringComparison.Ordinal);

        Write("b", "\"fourth \" + 1");
        await UntilAsync(watching.StandardOutput, "The book is in");
        Assert.Contains("fourth 1", Page("b"), StringComparison.Ordinal);

        File.WriteAllText(_lesson["notebooks/words.md"], "# Words\n\nThe new ones.");
        await UntilAsync(watching.StandardOutput, "The book is in");
        Assert.Contains("The new ones.", Page("words"), StringComparison.Ordinal);

        using (var stroke = Process.Start("kill", ["-INT", $"{watching.Id}"]))
            await stroke.WaitForExitAsync(Cancel);
        try
        {
            await watching.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel); // for ever where whoever started the tests ignores Ctrl+C, as a shell does for its background
        }
        finally
        {
            watching.Kill();
        }

        Assert.Equal(0, watching.ExitCode);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Opening_gives_the_index_to_the_systems_browser()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux opens a page by a program that can be replaced by another.");
        var (bin, opened) = (Directory.CreateDirectory(_lesson["bin"]).FullName, _lesson["opened"]);
        File.WriteAllText(Path.Combine(bin, "xdg-open"), $"#!/bin/sh\necho \"$1\" >'{opened}'\n");
        File.SetUnixFileMode(Path.Combine(bin, "xdg-open"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using var program = TutorialProgram.Start(_lesson.Path, new() { ["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}" }, "book", "--open");
        await program.StandardOutput.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);
        Assert.Equal(0, program.ExitCode);
        while (!File.Exists(opened) || new FileInfo(opened).Length == 0)
            await Task.Delay(50, Cancel);
        Assert.Equal(_lesson["artifacts/book/index.html"], File.ReadAllText(opened).Trim());
    }

    /// <summary>Reads on until a line says it.</summary>
    static async Task UntilAsync(StreamReader from, string words)
    {
        var said = new List<string>();
        while (await from.ReadLineAsync(Cancel) is { } line)
        {
            said.Add(line);
            if (line.Contains(words, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"\"{words}\" was expected, but the program ended after: {string.Join(" / ", said)}");
    }
}
