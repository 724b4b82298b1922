using System.CommandLine;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>run</c>, and the main job, which is <c>run</c> with everything taken for granted.</summary>
static class RunCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Notebooks (.ipynb) or folders that hold some. Without any: all of the lesson's.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Also write a book into this folder: the executed notebooks, and a page for each.",
            HelpName = "folder",
        };
        var timeout = new Option<double>("--timeout")
        {
            Description = "How many seconds one cell may take before it is stopped.",
            HelpName = "seconds",
            DefaultValueFactory = _ => BookRun.UsualTimeout.TotalSeconds,
        };
        timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Errors.FirstOrDefault() is null
                && !(double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400))
                result.AddError($"--timeout takes a number of seconds above 0 and at most 86400 (a day), but got '{result.Tokens[0].Value}'.");
        });

        var command = new Command("run", "Run notebooks from top to bottom and say which cell fails, if one does. The notebook files themselves are never changed.")
        {
            paths, folder, timeout,
        };
        command.SetAction((result, cancel) => BookRun.RunAsync(
            NotebookPaths.Resolve(result.GetValue(paths) ?? []),
            [],
            result.GetValue(folder),
            TimeSpan.FromSeconds(result.GetValue(timeout)),
            cancel));
        return command;
    }

    /// <summary>Runs every notebook of the lesson and writes the book.</summary>
    public static async Task<int> MainJobAsync(CancellationToken cancel)
    {
        var repository = Repository.Find();
        var notebooks = NotebookPaths.Resolve([]);
        var code = await BookRun.RunAsync(notebooks, [], repository.Book, BookRun.UsualTimeout, cancel);
        if (code == ExitCode.Done)
            Console.Out.WriteLine($"Open {NotebookPaths.Shown(Path.Combine(repository.Book, "index.html"))} in a browser to read it.");
        return code;
    }
}
