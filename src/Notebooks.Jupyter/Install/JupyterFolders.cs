namespace Notebooks.Jupyter;

/// <summary>Where Jupyter and VS Code look for kernels, also on machines where Jupyter was never installed.</summary>
/// <param name="Kernels">The folder for this user's kernels.</param>
/// <param name="Searched">All folders of kernels, that one among them, in the order in which they are searched.</param>
/// <param name="Data">Where this user's programs keep what they install: the kernel's own copy goes there.</param>
public sealed record JupyterFolders(string Kernels, IReadOnlyList<string> Searched, string Data)
{
    /// <summary>The folders of the user who runs this program.</summary>
    public static JupyterFolders OfThisUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var user = Variable("JUPYTER_DATA_DIR")
            ?? (OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"));
        string[] system = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
        var extra = (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return new(
            Path.Combine(user, "kernels"),
            [.. extra.Append(user).Concat(system).Distinct().Select(folder => Path.Combine(folder, "kernels"))],
            Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                KernelSpec.OwnName));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
