using Notebooks;

namespace Tutorial.Running;

/// <summary>Says which cells failed, where and why.</summary>
static class FailureReport
{
    /// <summary>One paragraph per notebook that failed.</summary>
    public static void Write(TextWriter error, IEnumerable<ExecutedNotebook> executed)
    {
        foreach (var (path, run, _) in executed.Where(e => !e.Succeeded))
        {
            var failure = run.Failure!;
            var place = failure.Position is { } position ? position.ToString() : $"cell '{failure.CellId}'";
            error.WriteLine();
            error.WriteLine($"{NotebookPaths.Shown(path)}, {place}: {Happened(failure.Kind)}");
            error.WriteLine(string.Join(Environment.NewLine, failure.Message.Split('\n').Select(line => $"  {line.TrimEnd()}")));
            if (run.NotRun.Length > 0)
                error.WriteLine($"  {run.NotRun.Length} code cell{(run.NotRun.Length == 1 ? "" : "s")} after it did not run.");
        }
    }

    static string Happened(CellFailureKind kind) => kind switch
    {
        CellFailureKind.Compile => "it does not compile.",
        CellFailureKind.Threw => "it threw an exception.",
        CellFailureKind.TimedOut => "it took too long and was stopped (--timeout gives it more time).",
        _ => "it was stopped.",
    };
}
