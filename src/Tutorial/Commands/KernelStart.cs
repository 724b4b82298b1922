using System.Runtime.CompilerServices;
using Notebooks.Jupyter;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>kernel start</c>: serves a Jupyter client. The client starts it, not the reader.</summary>
static class KernelStart
{
    /// <summary>Serves until the client is done, and ends the process, cells that still run included.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // loads the kernel, which no other verb needs
    public static async Task<int> RunAsync(string connectionFile)
    {
        try
        {
            Environment.Exit(await Kernel.RunAsync(connectionFile, new() { Formatters = [new PlotlyNetCharts().Formatter] }));
            return ExitCode.Done;
        }
        catch (ConnectionFileException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }
}
