using System.Text.Json;

namespace Tutorial.Health;

/// <summary>A kernel that Jupyter and VS Code would offer for the notebooks.</summary>
/// <param name="File">Its kernel.json.</param>
/// <param name="Program">What it starts.</param>
/// <param name="Starts">That program is on this machine.</param>
sealed record KernelSpec(string File, string Program, bool Starts);

/// <summary>Finds kernel specifications where Jupyter and VS Code look for them, on machines without Jupyter too.</summary>
static class KernelSpecs
{
    /// <summary>The folders, in the order in which they are searched.</summary>
    public static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var roots = (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } data)
            roots.Add(data);
        if (OperatingSystem.IsWindows())
            roots.AddRange([
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter"),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter"),
            ]);
        else if (OperatingSystem.IsMacOS())
            roots.Add(Path.Combine(home, "Library", "Jupyter"));
        else
            roots.Add(Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } shared ? shared : Path.Combine(home, ".local", "share"), "jupyter"));
        if (!OperatingSystem.IsWindows())
            roots.AddRange(["/usr/local/share/jupyter", "/usr/share/jupyter"]);
        return roots.Distinct().Select(root => Path.Combine(root, "kernels"));
    }

    /// <summary>The kernels with this name, the one that would be taken first.</summary>
    public static IEnumerable<KernelSpec> Named(string name) =>
        from folder in Folders()
        let file = Path.Combine(folder, name, "kernel.json")
        where File.Exists(file)
        select Read(file);

    static KernelSpec Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var program = json.RootElement.GetProperty("argv")[0].GetString() ?? "";
            return new(file, program, Path.IsPathRooted(program) ? File.Exists(program) : Machine.OnPath(program) is not null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return new(file, "nothing that can be read from it", false);
        }
    }
}
