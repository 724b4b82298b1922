using System.CommandLine;
using Notebooks;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>clean</c>: outputs and counts do not belong in version control.</summary>
static class CleanCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing; name the notebooks that are not clean, and exit with 1 if there is one.",
        };
        var paths = new Argument<string[]>("paths")
        {
            Description = "Notebooks (.ipynb) or folders that hold some. Without any: all of the lesson's.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("clean", "Remove outputs and execution counts from notebooks, as they are kept in git. Doing it twice changes nothing.") { check, paths };
        command.SetAction(result => Clean(NotebookPaths.Resolve(result.GetValue(paths) ?? []), result.GetValue(check)));
        return command;
    }

    static int Clean(IReadOnlyList<string> notebooks, bool check)
    {
        var unclean = 0;
        foreach (var path in notebooks)
        {
            var (before, after) = (File.ReadAllText(path), Cleaned(path));
            if (before == after.ToJson())
                continue;

            unclean++;
            if (!check)
                after.Write(path);
            Console.Out.WriteLine(check ? $"not clean: {NotebookPaths.Shown(path)}" : $"cleaned: {NotebookPaths.Shown(path)}");
        }

        if (check && unclean > 0)
        {
            Console.Error.WriteLine($"{unclean} of {notebooks.Count} notebooks are not as they are kept in git. Clean them with: dotnet run --project src/Tutorial -- clean");
            return ExitCode.Failed;
        }

        if (unclean == 0)
            Console.Out.WriteLine($"{notebooks.Count} notebook{(notebooks.Count == 1 ? " is" : "s are")} clean.");
        return ExitCode.Done;
    }

    static Notebook Cleaned(string path)
    {
        try
        {
            return Notebook.Read(path).WithoutOutputs();
        }
        catch (NotebookFormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
