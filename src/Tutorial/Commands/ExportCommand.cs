using System.CommandLine;
using Notebooks;
using Tutorial.Export;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>export --cs</c>: the notebooks as programs, for a reader who wants no notebook.</summary>
static class ExportCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var cs = new Option<bool>("--cs") { Description = "As C# programs of one file each: dotnet run 01-….cs works as it stands." };
        var paths = new Argument<string[]>("paths")
        {
            Description = "Notebooks (.ipynb) or folders that hold some. Without any: all of the lesson's.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string?>("--out") { Description = "Where to write them; artifacts/cs when left out.", HelpName = "folder" };
        var command = new Command("export", "Write notebooks in another form. A program prints what its notebook shows, and writes the figures into a page beside itself.") { cs, paths, folder };
        command.SetAction(result => result.GetValue(cs)
            ? Export(NotebookPaths.Resolve(result.GetValue(paths) ?? []), result.GetValue(folder))
            : throw new UsageException("export expects the form to write. There is one: dotnet run --project src/Tutorial -- export --cs"));
        return command;
    }

    static int Export(IReadOnlyList<string> notebooks, string? given)
    {
        var repository = Repository.Find();
        var folder = Path.GetFullPath(given ?? Path.Combine(repository.Artifacts, "cs"));
        if (notebooks.GroupBy(Path.GetFileName).FirstOrDefault(same => same.Count() > 1) is { } twins)
            throw new UsageException($"{string.Join(" and ", twins.Select(NotebookPaths.Shown))} would become the same file. Export them one at a time, with --out.");

        ProgramFolder.Prepare(folder, repository);
        string? written = null;
        var failed = 0;
        foreach (var path in notebooks)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var target = Path.Combine(folder, $"{name}.cs");
            try
            {
                ProgramFolder.Write(target, ExportedProgram.Of(Notebook.Read(path), name));
                Console.Out.WriteLine($"written: {NotebookPaths.Shown(target)}");
                written ??= target;
            }
            catch (Exception e) when (e is NotExportable or NotebookFormatException)
            {
                failed++;
                Console.Error.WriteLine(e is NotExportable ? $"not exported: {NotebookPaths.Shown(path)}, {e.Message}" : e.Message);
            }
        }

        if (written is not null)
            Console.Out.WriteLine($"Run one with: dotnet run {NotebookPaths.Shown(written)}");
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
