using Notebooks.Jupyter;
using Tutorial.Kernels;
using Tutorial.VSCode;

namespace Tutorial.Health;

/// <summary>What the lesson needs of a machine, and what makes it nicer to read.</summary>
static class Checks
{
    /// <summary>Looks at everything, what is needed first.</summary>
    public static async Task<IReadOnlyList<Finding>> AllAsync(Repository repository, CancellationToken cancel) =>
    [
        await SdkAsync(repository, cancel),
        await SourcesAsync(repository, cancel),
        Package(repository),
        Notebooks(repository),
        Browser(),
        Mathematics(),
        VSCode(),
        await ExtensionAsync(cancel),
        Kernel(),
    ];

    static async Task<Finding> SdkAsync(Repository repository, CancellationToken cancel)
    {
        const string what = ".NET SDK";
        var version = (await Machine.SaysAsync("dotnet", "--version", repository.Root, cancel))?.Trim();
        return version is null
            ? new(what, "dotnet does not answer, or has no SDK that global.json accepts", "Install the .NET 10 SDK: https://dotnet.microsoft.com/download", Needed: true)
            : new(what, version, Needed: true);
    }

    static async Task<Finding> SourcesAsync(Repository repository, CancellationToken cancel)
    {
        const string what = "Package sources";
        var list = await Machine.SaysAsync("dotnet", "nuget list source --format Short", repository.Root, cancel);
        var enabled = (list ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("E ", StringComparison.Ordinal)).Select(line => line[2..]).ToList();
        var own = Path.Combine(repository.Root, "packages");
        if (!File.Exists(Path.Combine(repository.Root, "nuget.config")) || !Directory.Exists(own))
            return new(what, "nuget.config or the folder packages is gone", "Bring them back: git checkout -- nuget.config packages", Needed: true);
        if (list is null)
            return new(what, "dotnet nuget list source failed", "Run it in the lesson's folder and mend what it names.", Needed: true);
        if (!enabled.Any(source => Path.TrimEndingDirectorySeparator(source) == own))
            return new(what, "the folder packages is not among them", "A setting of yours disables or clears the sources of nuget.config; enable 'linear-to-neural' with: dotnet nuget enable source linear-to-neural", Needed: true);
        return enabled.Count > 1
            ? new(what, $"the folder packages, and {enabled.Count - 1} of your own", Needed: true)
            : new(what, "only the folder packages: nothing brings MathNet.Numerics and the other public packages", "Add the public one, or your company's, with: dotnet nuget add source <address>", Needed: true);
    }

    static Finding Package(Repository repository) => LessonPackage.Problem(repository) is { } problem
        ? new("The lesson's package", problem, "Build it: dotnet build src/Tutorial", Needed: true)
        : new("The lesson's package", "packed, and younger than its sources", Needed: true);

    static Finding Notebooks(Repository repository)
    {
        var count = Running.NotebookPaths.In(repository.Notebooks).Count;
        return count > 0
            ? new("Notebooks", $"{count} in notebooks", Needed: true)
            : new("Notebooks", "there is none in notebooks", "Bring them back: git checkout -- notebooks", Needed: true);
    }

    static Finding Browser()
    {
        const string what = "A browser";
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return new(what, "this system comes with one");
        return Machine.OnPath([.. Machine.Chromium, "firefox", "firefox-esr"]) is { } path
            ? new(what, path)
            : new(what, "none on the PATH: the book is written all the same", "Install one, or copy artifacts/book to a machine that has one. Debian and Ubuntu: apt-get install chromium");
    }

    static Finding Mathematics() => Machine.OnPath("npm") is { } path
        ? new("npm, for formulas offline", path)
        : new("npm, for formulas offline", "not on the PATH: the pages link KaTeX instead, and need the network for formulas", "Install Node.js, which brings npm: https://nodejs.org");

    static Finding VSCode()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var path = (Editor.OnPath() is [var first, ..] ? first.Path : null)
            ?? Machine.Existing(
                "/Applications/Visual Studio Code.app",
                Path.Combine(local, "Programs", "Microsoft VS Code"),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Microsoft VS Code"));
        return path is null
            ? new("VS Code", "not found: it is one of the ways to open the notebooks", "Install it, should you want to change and run cells: https://code.visualstudio.com")
            : new("VS Code", path);
    }

    static async Task<Finding> ExtensionAsync(CancellationToken cancel)
    {
        const string what = "The lesson's extension for it";
        const string install = "dotnet run --project src/Tutorial -- vscode install";
        var without = new List<string>();
        foreach (var editor in Editor.OnPath())
        {
            if (await editor.HasExtensionAsync(cancel) is not true)
                without.Add(editor.Name);
            else if (KernelCopy.ForVSCode().IsThere)
                return new(what, $"in {editor.Name}");
            else
                return new(what, $"in {editor.Name}, but the C# host that it starts is gone", $"Install it again: {install}");
        }

        return without.Count > 0
            ? new(what, $"not in {string.Join(", ", without)}: it runs the notebooks without any other extension", $"Install it, should you want to run cells there: {install}")
            : new(what, "no editor on the PATH can be asked", $"Install it from a file, should you want to run cells there; this makes the file and says how: {install}");
    }

    static Finding Kernel()
    {
        const string what = "A C# kernel";
        const string install = "Install the lesson's own with: dotnet run --project src/Tutorial -- kernel install";
        var folders = JupyterFolders.OfThisUser();
        var all = new KernelSpecs(folders).All.ToList();
        var found = all.FirstOrDefault(spec => spec.Name == KernelSpec.CSharpName) ?? all.FirstOrDefault(spec => spec.Name == KernelSpec.OwnName);
        if (found is null)
            return new(what, $"none in {string.Join(", ", folders.Searched)}: the book needs none, VS Code and Jupyter do", install);
        var program = found.Command is [var first, ..] ? first : "nothing";
        return found.Starts && (Path.IsPathRooted(program) || Machine.OnPath(program) is not null)
            ? new(what, $"\"{found.DisplayName}\" in {found.Folder}")
            : new(what, $"{found.Folder} starts {program}, and not all of it is on this machine", found.IsOurs ? install : "Install that kernel again, or delete the folder.");
    }
}
