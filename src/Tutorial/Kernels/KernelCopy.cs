using System.Diagnostics;
using System.Runtime.InteropServices;
using Notebooks.Jupyter;

namespace Tutorial.Kernels;

/// <summary>
/// The kernel that clients start: a copy of this program, compiled ahead of time, in a folder of the user's own. It goes on working while
/// the lesson's sources are changed, and starts in half the time.
/// </summary>
sealed class KernelCopy(string folder, string prefix, params IReadOnlyList<string> verb)
{
    /// <summary>The copies that Jupyter's clients start.</summary>
    public static KernelCopy ForJupyter(JupyterFolders folders) => new(folders.Data, "kernel-", "kernel", "start");

    /// <summary>The copies that the VS Code extension starts, beside those.</summary>
    public static KernelCopy ForVSCode() => new(JupyterFolders.OfThisUser().Data, "vscode-", "serve");

    /// <summary>There is one.</summary>
    public bool IsThere => Directory.Exists(folder) && Directory.GetDirectories(folder, prefix + "*").Length > 0;

    /// <summary>Compiles a new copy.</summary>
    /// <param name="repository">Where the sources are.</param>
    /// <param name="say">Takes what the reader should know meanwhile.</param>
    /// <param name="cancel">Stops the compilation; nothing stays behind.</param>
    /// <returns>The command that starts it, by absolute paths.</returns>
    /// <exception cref="UsageException">It does not compile.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(Repository repository, Action<string> say, CancellationToken cancel)
    {
        var copy = Path.Combine(folder, prefix + DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", System.Globalization.CultureInfo.InvariantCulture));
        var made = false;
        try
        {
            var (code, _) = await PublishAsync(repository, copy, ahead: true, cancel);
            if (code != 0)
            {
                say("Compiling ahead of time did not work (it needs the package Microsoft.NETCore.App.Crossgen2). The kernel will work as well, and start more slowly.");
                (code, var lines) = await PublishAsync(repository, copy, ahead: false, cancel);
                if (code != 0)
                    throw new UsageException($"The kernel does not compile:{Environment.NewLine}{string.Join(Environment.NewLine, lines.TakeLast(12))}");
            }

            made = true;
            return [DotNet, Path.Combine(copy, "Tutorial.dll"), .. verb];
        }
        finally
        {
            if (!made && Directory.Exists(copy))
                Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Removes every copy but one; on Windows not those that still run, which the next time removes.</summary>
    /// <param name="command">The command of the copy to keep; none for all.</param>
    public void RemoveOthers(params IReadOnlyList<string> command)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var copy in Directory.GetDirectories(folder, prefix + "*").Where(copy => !command.Any(part => Path.GetDirectoryName(part) == copy)))
        {
            try
            {
                Directory.Delete(copy, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // a kernel is running from it
            }
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    /// <summary>The program that runs this one: its path is not always known to a client, which may have been started from a desktop.</summary>
    static string DotNet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    static async Task<(int Code, IReadOnlyList<string> Lines)> PublishAsync(Repository repository, string copy, bool ahead, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(DotNet,
        [
            "publish", Path.Combine("src", "Tutorial"),
            "--configuration", "Release",
            "--runtime", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "false",
            "--artifacts-path", Path.Combine(repository.Artifacts, "kernel"), // its own, so that other builds find theirs as they left them
            "--output", copy,
            "-p:KernelCopy=true",
            $"-p:PublishReadyToRun={(ahead ? "true" : "false")}",
            "-p:DebugType=none",
        ])
        {
            WorkingDirectory = repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, [.. $"{output}\n{await error}".Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)]);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
