using System.Xml;
using System.Xml.Linq;

namespace Notebooks;

/// <summary>What the nuget.config files say that matters to whether an earlier restore still holds.</summary>
internal static class NuGetConfig
{
    /// <summary>The files that NuGet reads for a folder: those from it upward, then the reader's own.</summary>
    public static IEnumerable<string> FilesFor(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (FileIn(at.FullName) is { } file)
                yield return file;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var own = OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
            : Path.Combine(home, ".nuget", "NuGet");
        if (FileIn(own) is { } ownFile)
            yield return ownFile;
    }

    /// <summary>The folder feeds that the files name.</summary>
    public static IEnumerable<string> FolderSources(string folder) =>
        FilesFor(folder).SelectMany(FolderSourcesOf).Distinct();

    /// <summary>Where NuGet unpacks packages for every project of the reader.</summary>
    public static string GlobalPackagesFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string? FileIn(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.?onfig").FirstOrDefault(f => Path.GetFileName(f).Equals("nuget.config", StringComparison.OrdinalIgnoreCase))
            : null;

    private static IEnumerable<string> FolderSourcesOf(string file)
    {
        try
        {
            return [.. XDocument.Load(file).Descendants("packageSources").Elements("add")
                .Select(add => (string?)add.Attribute("value") ?? "")
                .Where(value => value.Length > 0 && !value.Contains("://", StringComparison.Ordinal))
                .Select(value => Path.GetFullPath(value, Path.GetDirectoryName(file)!))
                .Where(Directory.Exists)];
        }
        catch (XmlException)
        {
            return []; // NuGet itself will say so
        }
    }
}
