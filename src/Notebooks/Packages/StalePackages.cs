using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>
/// NuGet unpacks a version once and never looks at it again. A package that its author packs anew under the same version, into a
/// folder feed, would run as it was before; so its unpacked copy is removed and restored afresh.
/// </summary>
internal static class StalePackages
{
    /// <summary>Removes the unpacked copies of packages that came from these feeds and have changed there.</summary>
    public static void Remove(IEnumerable<string> folderFeeds)
    {
        var unpacked = NuGetConfig.GlobalPackagesFolder();
        foreach (var package in folderFeeds.SelectMany(feed => Directory.EnumerateFiles(feed, "*.nupkg")))
        {
            if (UnpackedFolder(unpacked, package) is { } folder && IsStale(folder, package))
                Delete(folder, package);
        }
    }

    private static void Delete(string folder, string package)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException("NUGET", $"{Path.GetFileName(package)} was packed anew, but its unpacked copy in {folder} is in use: {e.Message} Close the other sessions that use it and try again.");
        }
    }

    /// <summary>…/Some.Id.1.0.0.nupkg → …/some.id/1.0.0, if that is there. Where the id ends is not written in the name.</summary>
    private static string? UnpackedFolder(string unpacked, string package)
    {
        var name = Path.GetFileNameWithoutExtension(package);
        for (var dot = name.IndexOf('.'); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
#pragma warning disable CA1308 // Lower case is how NuGet names these folders.
            var folder = Path.Combine(unpacked, name[..dot].ToLowerInvariant(), name[(dot + 1)..].ToLowerInvariant());
#pragma warning restore CA1308
            if (Directory.Exists(folder))
                return folder;
        }

        return null;
    }

    private static bool IsStale(string folder, string package)
    {
        var metadata = Path.Combine(folder, ".nupkg.metadata");
        if (!File.Exists(metadata))
            return false; // being unpacked by someone else
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(metadata));
            if (json?["source"]?.GetValue<string>() is not { } source || !SameFolder(source, Path.GetDirectoryName(package)!))
                return false; // the same id from elsewhere is not ours to judge
            return json["contentHash"]?.GetValue<string>() is { } hash && hash != Hash(package);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool SameFolder(string a, string b) =>
        !a.Contains("://", StringComparison.Ordinal)
        && Path.TrimEndingDirectorySeparator(Path.GetFullPath(a)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(b));

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToBase64String(SHA512.HashData(stream));
    }
}
