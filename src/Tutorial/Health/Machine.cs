using System.ComponentModel;
using System.Diagnostics;

namespace Tutorial.Health;

/// <summary>Asks the machine: which programs there are, and what they say.</summary>
static class Machine
{
    /// <summary>Chromium and its kin, by the names of their programs.</summary>
    public static readonly string[] Chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    /// <summary>What Chromium has to be told: it refuses its sandbox to root, as whom programs run in containers.</summary>
    public static string[] ChromiumArguments => Environment.UserName == "root" ? ["--no-sandbox"] : [];

    /// <summary>The first of these programs that is on the PATH, with its folder; or null.</summary>
    public static string? OnPath(params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        return (from program in programs
                from folder in folders
                from ending in endings
                let path = Path.Combine(folder, program + ending)
                where File.Exists(path)
                select path).FirstOrDefault();
    }

    /// <summary>The first of these files and folders that exists, or null.</summary>
    public static string? Existing(params IEnumerable<string> paths) => paths.FirstOrDefault(Path.Exists);

    /// <summary>What a program prints, or null when it is not there, fails or takes longer than half a minute.</summary>
    public static async Task<string?> SaysAsync(string program, string arguments, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The answer is read by this program: in one language, and without banners.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            try
            {
                var complaints = process.StandardError.ReadToEndAsync(limit.Token);
                var text = await process.StandardOutput.ReadToEndAsync(limit.Token);
                await complaints;
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0 ? text : null;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
