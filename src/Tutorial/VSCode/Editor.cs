using System.Diagnostics;
using Tutorial.Health;

namespace Tutorial.VSCode;

/// <summary>VS Code, or one of the editors made from it: all of them take an extension by the same words.</summary>
/// <param name="Path">The program.</param>
sealed record Editor(string Path)
{
    static readonly string[] Names = ["code", "code-insiders", "codium", "cursor", "code-server"];

    /// <summary>What a reader would type.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Those on the PATH.</summary>
    public static IReadOnlyList<Editor> OnPath() => [.. Names.Select(name => Machine.OnPath(name)).OfType<string>().Select(path => new Editor(path))];

    /// <summary>Whether the lesson's extension is in this editor; null when the editor does not say.</summary>
    public async Task<bool?> HasExtensionAsync(CancellationToken cancel)
    {
        var (code, said) = await RunAsync(["--list-extensions"], cancel);
        return code == 0 ? said.Split('\n').Any(line => line.Trim() == Vsix.Id) : null;
    }

    /// <summary>Installs an extension.</summary>
    public Task<(int Code, string Said)> InstallAsync(string vsix, CancellationToken cancel) => RunAsync(["--install-extension", vsix, "--force"], cancel);

    /// <summary>Removes the lesson's extension.</summary>
    public Task<(int Code, string Said)> UninstallAsync(CancellationToken cancel) => RunAsync(["--uninstall-extension", Vsix.Id], cancel);

    async Task<(int Code, string Said)> RunAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        // On Windows `code` is a .cmd file, which only the shell starts.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/d", "/c", Path, .. arguments]) : new ProcessStartInfo(Path, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output + await error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
