namespace Notebooks.Jupyter;

/// <summary>The kernelspecs of a user: which there are, and which are the lesson's.</summary>
public sealed class KernelSpecs(JupyterFolders folders)
{
    private const string DisplayName = "C# (Linear to Neural)";

    /// <summary>All kernelspecs that clients see; of two with one name they take the first.</summary>
    public IEnumerable<KernelSpec> All => folders.Searched
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        .Select(KernelSpec.Read)
        .OfType<KernelSpec>();

    /// <summary>The kernelspecs that this program wrote for this user.</summary>
    public IEnumerable<KernelSpec> Ours => All.Where(spec => spec.IsOurs && Path.GetDirectoryName(spec.Folder) == folders.Kernels);

    /// <summary>Writes the kernelspec under the lesson's own name, and under the name that C# notebooks ask for when nobody else has it.</summary>
    /// <param name="command">What starts the kernel; the path of the connection file is added to it.</param>
    /// <returns>What was written, and what has the other name instead.</returns>
    /// <exception cref="KernelSpecException">Somebody else has the lesson's own name.</exception>
    public (IReadOnlyList<KernelSpec> Written, KernelSpec? Taken) Install(IEnumerable<string> command)
    {
        string[] whole = [.. command, "{connection_file}"];
        if (Stranger(KernelSpec.OwnName) is { } stranger)
            throw new KernelSpecException($"{stranger.Folder} holds a kernel that this program did not write, so it is left alone. Rename or remove that folder, then install again.");
        var taken = Stranger(KernelSpec.CSharpName);
        string[] names = taken is null ? [KernelSpec.OwnName, KernelSpec.CSharpName] : [KernelSpec.OwnName];
        var written = names.Select(name => new KernelSpec(Path.Combine(folders.Kernels, name), DisplayName, whole, IsOurs: true)).ToList();
        foreach (var spec in written)
            spec.Write();
        return (written, taken);
    }

    /// <summary>Removes the kernelspecs that this program wrote, and nothing else.</summary>
    /// <returns>What was removed.</returns>
    public IReadOnlyList<KernelSpec> Uninstall()
    {
        var ours = Ours.ToList();
        foreach (var spec in ours)
            spec.Remove();
        return ours;
    }

    /// <summary>A kernel of somebody else's under a name. A folder that holds files but no kernel is somebody else's too.</summary>
    private KernelSpec? Stranger(string name) =>
        folders.Searched.Append(folders.Kernels).Select(folder => Path.Combine(folder, name))
            .Where(folder => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            .Select(folder => KernelSpec.Read(folder) ?? new(folder, "", [], IsOurs: false))
            .FirstOrDefault(spec => !spec.IsOurs);
}
