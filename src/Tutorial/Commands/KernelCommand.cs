using System.CommandLine;
using Notebooks.Jupyter;
using Tutorial.Kernels;

namespace Tutorial.Commands;

/// <summary><c>kernel</c>: lets VS Code and Jupyter run the notebooks a cell at a time.</summary>
static class KernelCommand
{
    /// <summary>The verb and its own verbs.</summary>
    public static Command Create()
    {
        var install = new Command("install", "Compile the kernel into a folder of yours and tell VS Code and Jupyter where it is. Again after the lesson's sources have changed.");
        install.SetAction((_, cancel) => InstallAsync(cancel));
        var uninstall = new Command("uninstall", "Remove exactly what install wrote.");
        uninstall.SetAction(_ => Uninstall());
        var list = new Command("list", "List the kernels that VS Code and Jupyter see.");
        list.SetAction(_ => List());
        var file = new Argument<string>("connection-file") { Description = "The file that the client wrote." };
        var start = new Command("start", "Serve a Jupyter client. VS Code and Jupyter start this, not you.") { file };
        start.SetAction((result, _) => KernelStart.RunAsync(result.GetValue(file)!));
        return new("kernel", "Let VS Code and Jupyter run the notebooks a cell at a time.") { install, uninstall, list, start };
    }

    static async Task<int> InstallAsync(CancellationToken cancel)
    {
        var folders = JupyterFolders.OfThisUser();
        var copies = KernelCopy.ForJupyter(folders);
        Console.Out.WriteLine("Compiling the kernel. This takes a minute or two.");
        var command = await copies.MakeAsync(Repository.Find(), Console.Out.WriteLine, cancel);
        try
        {
            var (written, taken) = new KernelSpecs(folders).Install(command);
            foreach (var spec in written)
                Console.Out.WriteLine($"Installed {spec.Name} as \"{spec.DisplayName}\" in {spec.Folder}");
            if (taken is not null)
                Console.Out.WriteLine($"{taken.Name} is the name of another kernel, in {taken.Folder}, which was left alone. Choose \"{written[0].DisplayName}\" as the kernel of a notebook instead.");
            copies.RemoveOthers(command);
        }
        catch (KernelSpecException e)
        {
            copies.RemoveOthers([.. new KernelSpecs(folders).Ours.SelectMany(spec => spec.Command)]);
            throw new UsageException(e.Message);
        }

        Console.Out.WriteLine("Open a notebook in VS Code (with its Jupyter extension) or in Jupyter and run a cell.");
        return ExitCode.Done;
    }

    static int Uninstall()
    {
        var folders = JupyterFolders.OfThisUser();
        var removed = new KernelSpecs(folders).Uninstall();
        foreach (var spec in removed)
            Console.Out.WriteLine($"Removed {spec.Folder}");
        KernelCopy.ForJupyter(folders).RemoveOthers();
        if (removed.Count == 0)
            Console.Out.WriteLine($"Nothing was installed in {folders.Kernels}.");
        return ExitCode.Done;
    }

    static int List()
    {
        var folders = JupyterFolders.OfThisUser();
        var all = new KernelSpecs(folders).All.ToList();
        foreach (var spec in all)
        {
            var remark = spec.IsOurs ? "the lesson's" : "another program's";
            Console.Out.WriteLine($"{spec.Name}  \"{spec.DisplayName}\"  {remark}{(spec.Starts ? "" : ", but what it starts is gone")}  {spec.Folder}");
        }

        if (all.Count == 0)
            Console.Out.WriteLine($"No kernel in {string.Join(", ", folders.Searched)}.");
        return ExitCode.Done;
    }
}
