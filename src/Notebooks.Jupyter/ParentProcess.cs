using System.Diagnostics;
using System.Globalization;

namespace Notebooks.Jupyter;

/// <summary>The program that started the kernel. When it is killed it cannot say goodbye, and the kernel must not stay behind.</summary>
internal static class ParentProcess
{
    /// <summary>By this name Jupyter tells a kernel whose child it is: a process id, or on Windows a handle, which .NET does not need there.</summary>
    private const string Variable = "JPY_PARENT_PID";

    /// <summary>Ends when that program has gone; never, when it did not say who it is.</summary>
    public static async Task Gone()
    {
        if (OperatingSystem.IsWindows()
            || !int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var id)
            || id <= 1)
        {
            await Task.Delay(Timeout.Infinite).ConfigureAwait(false);
            return;
        }

        try
        {
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync().ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // it has gone already
        }
    }
}
