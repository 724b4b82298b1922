using System.CommandLine;

namespace Tutorial.Commands;

/// <summary><c>kernel</c>: opens the notebooks in VS Code and Jupyter.</summary>
static class KernelCommand
{
    /// <summary>The verb and its own verbs.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("connection-file") { Description = "The file that the client wrote." };
        var start = new Command("start", "Serve a Jupyter client. VS Code and Jupyter start this, not you.") { file };
        start.SetAction((result, _) => KernelStart.RunAsync(result.GetValue(file)!));
        return new("kernel", "Let VS Code and Jupyter run the notebooks a cell at a time.") { start };
    }
}
