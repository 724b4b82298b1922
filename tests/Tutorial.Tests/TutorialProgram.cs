using System.Diagnostics;

namespace Tutorial.Tests;

/// <summary>The built program, run as a process of its own, as a reader runs it.</summary>
static class TutorialProgram
{
    /// <summary>Where the build put it: beside these tests, in the same configuration.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Tutorial", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    public static async Task<(int Code, string Output, string Error)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        using var process = Start(folder, [], arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts it and comes back at once.</summary>
    public static Process Start(string folder, Dictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "Tutorial.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
