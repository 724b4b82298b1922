using System.CommandLine;
using Tutorial.Kernels;
using Tutorial.Running;
using Tutorial.VSCode;

namespace Tutorial.Commands;

/// <summary><c>vscode</c>: the lesson's own extension, with which the notebooks run in VS Code and nothing else is needed.</summary>
static class VSCodeCommand
{
    /// <summary>The verb and its own verbs.</summary>
    public static Command Create()
    {
        var install = new Command("install", "Make the extension and install it into VS Code (code, code-insiders, codium, cursor, code-server). Again after the lesson's sources have changed.");
        install.SetAction((_, cancel) => InstallAsync(cancel));
        var uninstall = new Command("uninstall", "Remove what install put there.");
        uninstall.SetAction((_, cancel) => UninstallAsync(cancel));
        return new("vscode", "Let VS Code run the notebooks a cell at a time, with the lesson's own extension.") { install, uninstall };
    }

    static async Task<int> InstallAsync(CancellationToken cancel)
    {
        var repository = Repository.Find();
        var plotly = PlotlyScript.ReadFrom(LessonPackage.PathIn(repository));
        Console.Out.WriteLine("Compiling the C# host. This takes a minute or two.");
        var copies = KernelCopy.ForVSCode();
        var command = await copies.MakeAsync(repository, Console.Out.WriteLine, cancel);
        var vsix = PathIn(repository);
        Vsix.Write(vsix, Path.Combine(repository.Root, "src", "vscode"), plotly, command);
        copies.RemoveOthers(command);
        Console.Out.WriteLine($"Made {NotebookPaths.Shown(vsix)}");

        var editors = Editor.OnPath();
        var failed = 0;
        foreach (var editor in editors)
        {
            var (code, said) = await editor.InstallAsync(vsix, cancel);
            failed += code == 0 ? 0 : 1;
            if (code == 0)
                Console.Out.WriteLine($"Installed it with {editor.Name}. A window that is open shows it after \"Developer: Reload Window\" (F1).");
            else
                Console.Error.WriteLine($"{editor.Path} --install-extension failed with exit code {code}:{Environment.NewLine}{said.Trim()}");
        }

        if (editors.Count == 0 || failed == editors.Count)
            Console.Out.WriteLine(ByHand(vsix, editors.Count == 0));
        else
            Console.Out.WriteLine("Open this folder in VS Code, open notebooks/01-linear-classifiers.ipynb, and press Shift+Enter in one cell after the other.");
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    static async Task<int> UninstallAsync(CancellationToken cancel)
    {
        var failed = 0;
        foreach (var editor in Editor.OnPath())
        {
            if (await editor.HasExtensionAsync(cancel) == false)
                continue;
            var (code, said) = await editor.UninstallAsync(cancel);
            failed += code == 0 ? 0 : 1;
            if (code == 0)
                Console.Out.WriteLine($"Removed it from {editor.Name}.");
            else
                Console.Error.WriteLine($"{editor.Path} --uninstall-extension failed with exit code {code}:{Environment.NewLine}{said.Trim()}");
        }

        KernelCopy.ForVSCode().RemoveOthers();
        if (Repository.TryFind() is { } repository)
            File.Delete(PathIn(repository));
        Console.Out.WriteLine("Removed the host and the .vsix. In an editor that is not on the PATH: Extensions view, the extension's gear, Uninstall.");
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    static string PathIn(Repository repository) => Path.Combine(repository.Artifacts, "vscode", "linear-to-neural.vsix");

    static string ByHand(string vsix, bool noneFound) => $"""
        {(noneFound ? "None of code, code-insiders, codium, cursor and code-server is on the PATH." : "Install it by hand instead.")} In VS Code:
          1. Open the Extensions view (Ctrl+Shift+X, on a Mac ⇧⌘X).
          2. Click … at its top right, then "Install from VSIX…".
          3. Choose {vsix}
        """;
}
