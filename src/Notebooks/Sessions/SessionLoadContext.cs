using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Notebooks;

/// <summary>
/// Loads a session's cells and what they refer to, apart from the host and from other sessions: a package comes in the version that
/// the notebook asked for, even where the host uses another, and its static state starts afresh.
/// It is not collectible, because a package may open a load context of its own, and that may not refer to a collectible one.
/// </summary>
internal sealed class SessionLoadContext() : AssemblyLoadContext("Session")
{
    /// <summary>What this process has loaded from where. .NET maps a path once: it would not see that the file has changed.</summary>
    private static readonly ConcurrentDictionary<string, Guid> Loaded = new();

    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = [];
    private readonly List<string> _packageRoots = [];

    /// <summary>Makes an assembly known. The first path for a name stays, since it may have been loaded.</summary>
    public void Add(string path) => _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <summary>Whether the file at a path is another than the one that this process has loaded from there.</summary>
    public static bool HasChanged(string path) => Loaded.TryGetValue(path, out var version) && version != VersionOf(path);

    /// <summary>Makes known an assembly and what lies beside it.</summary>
    public void AddWithFolder(string path)
    {
        Add(path);
        _folders.Add(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes known where a package keeps its native libraries.</summary>
    public void AddPackageRoot(string root)
    {
        if (!_packageRoots.Contains(root))
            _packageRoots.Add(root);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (SessionReferences.Shared.Contains(name))
            return null; // the host's own
        var path = _paths.GetValueOrDefault(name) ?? Beside(name);
        if (path is null || FrameworkHas(name, path))
            return null;
        Loaded.TryAdd(path, VersionOf(path));
        return LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var path in NativePaths(unmanagedDllName))
        {
            if (File.Exists(path))
                return LoadUnmanagedDllFromPath(path);
        }

        return 0;
    }

    private static Guid VersionOf(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        var metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private string? Beside(string name) =>
        _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);

    /// <summary>.NET's own assembly wins unless a package brings a later one: .NET's other assemblies were built against it.</summary>
    private static bool FrameworkHas(string name, string path)
    {
        var framework = Path.Combine(FrameworkReferences.RuntimeFolder, name + ".dll");
        return File.Exists(framework)
            && AssemblyName.GetAssemblyName(framework).Version >= AssemblyName.GetAssemblyName(path).Version;
    }

    private IEnumerable<string> NativePaths(string name)
    {
        var (prefix, suffix) = OperatingSystem.IsWindows() ? ("", ".dll") : ("lib", OperatingSystem.IsMacOS() ? ".dylib" : ".so");
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string[] files = [name, name + suffix, prefix + name + suffix];
        string[] platforms = [RuntimeInformation.RuntimeIdentifier, $"{system}-{architecture}", system];
        return from root in _packageRoots
               from folder in platforms.Select(p => Path.Combine(root, "runtimes", p, "native")).Append(root)
               from file in files
               select Path.Combine(folder, file);
    }
}
