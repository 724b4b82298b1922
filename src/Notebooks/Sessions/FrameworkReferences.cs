namespace Notebooks;

/// <summary>Finds the assemblies of .NET to compile against.</summary>
internal static class FrameworkReferences
{
    /// <summary>The folder of the running .NET.</summary>
    public static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The SDK's reference assemblies where it is installed, which are a tenth of the size; else the running .NET itself.</summary>
    public static IReadOnlyCollection<string> Find() => FindReferencePack() is { } pack
        ? Directory.GetFiles(pack, "*.dll")
        : [.. Directory.GetFiles(RuntimeFolder, "*.dll").Where(IsManaged)];

    private static string? FindReferencePack()
    {
        // …/shared/Microsoft.NETCore.App/10.0.x → …/packs/Microsoft.NETCore.App.Ref/10.0.y/ref/net10.0
        var root = Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        var running = Environment.Version;
        if (!Directory.Exists(packs))
            return null;
        return Directory.GetDirectories(packs, $"{running.Major}.{running.Minor}.*")
            .Where(folder => Version.TryParse(Path.GetFileName(folder), out _)) // a preview's name is no version
            .OrderByDescending(folder => Version.Parse(Path.GetFileName(folder)))
            .Select(folder => Path.Combine(folder, "ref", $"net{running.Major}.{running.Minor}"))
            .FirstOrDefault(Directory.Exists);
    }

    private static bool IsManaged(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new System.Reflection.PortableExecutable.PEReader(file);
        return reader.HasMetadata;
    }
}
