using System.Diagnostics;

namespace Notebooks.Jupyter.Tests;

/// <summary>
/// Jupyter's own programs, as Debian packages them, in an environment of their own in which the kernel is installed.
/// Where they are missing, a test is skipped and says so; CI installs them.
/// </summary>
sealed class JupyterClients : IDisposable
{
    const string Python = "/usr/bin/python3";

    readonly TemporaryFolder _home = new();
    readonly Dictionary<string, string> _environment;

    public JupyterClients()
    {
        var data = Path.Combine(_home, "data");
        new KernelSpecs(new(Path.Combine(data, "kernels"), [], _home)).Install([DotNet, KernelProcess.Program, "kernel", "start"]);
        _environment = new()
        {
            ["HOME"] = _home,
            ["JUPYTER_DATA_DIR"] = data,
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(_home, "config"),
            ["JUPYTER_RUNTIME_DIR"] = Path.Combine(_home, "runtime"),
            ["JUPYTER_PATH"] = "",
            ["IPYTHONDIR"] = Path.Combine(_home, "ipython"),
            ["DOTNET_CLI_HOME"] = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        };
        // The public packages come from the reader's own settings, which lie in the home that the clients do not see.
        var settings = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");
        if (File.Exists(settings))
            File.Copy(settings, Path.Combine(Directory.CreateDirectory(Path.Combine(_home, ".nuget", "NuGet")).FullName, "NuGet.Config"));
    }

    public string Home => _home;

    internal static string DotNet => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>The lesson's folder: the nearest above these tests that holds Tutorial.sln.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Skips the test when a Python module is not there.</summary>
    public static void Need(string module, string debianPackage)
    {
        if (!File.Exists(Python))
            Assert.Skip($"{Python} is missing.");
        using var process = Process.Start(Python, ["-c", $"import {module}"]);
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, $"Debian's {debianPackage} is missing: apt-get install {debianPackage}");
    }

    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Python, arguments)
        {
            WorkingDirectory = _home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public async Task<(int Code, string Said)> RunAsync(string input, params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    /// <summary>A notebook of the lesson in a folder of its own, which takes the lesson's package from where it is packed.</summary>
    public string CopyOfNotebook(string path)
    {
        File.WriteAllText(Path.Combine(_home, "nuget.config"), $"""
            <configuration><packageSources><add key="linear-to-neural" value="{Path.Combine(Repository, "packages")}" /></packageSources></configuration>
            """);
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(_home, "notebooks")).FullName, Path.GetFileName(path));
        File.Copy(path, copy);
        return copy;
    }

    public void Dispose() => _home.Dispose();

    static string Above(string folder) => File.Exists(Path.Combine(folder, "Tutorial.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
