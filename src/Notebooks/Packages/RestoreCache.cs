using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Notebooks;

/// <summary>
/// Remembers what a restore found, since a restore that has nothing to do still takes more than a second. It is asked again when
/// another package is wanted, a nuget.config has changed, or an unpacked package is gone or another than it was.
/// </summary>
internal sealed class RestoreCache
{
    private static readonly Dictionary<string, PackageSet> Floating = [];

    private readonly string _key;
    private readonly bool _onDisk;

    private RestoreCache(string key, bool onDisk) => (_key, _onDisk) = (key, onDisk);

    /// <summary>Beside the packages themselves: who clears these away clears this away too.</summary>
    private static string Folder => Path.Combine(NuGetConfig.GlobalPackagesFolder(), ".csharp-notebooks");

    private string File => Path.Combine(Folder, _key + ".json");

    public static RestoreCache For(IReadOnlyCollection<PackageRequest> packages, IEnumerable<string> sources, string workingDirectory)
    {
        var inputs = new StringBuilder()
            .AppendJoin('\n', ["1", Environment.Version, RuntimeInformation.RuntimeIdentifier, NuGetConfig.GlobalPackagesFolder()])
            .AppendLine();
        foreach (var package in packages.OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase))
            inputs.Append(package).AppendLine();
        foreach (var source in sources)
            inputs.AppendLine(source);
        foreach (var file in NuGetConfig.FilesFor(workingDirectory))
            inputs.AppendLine(file).AppendLine(System.IO.File.ReadAllText(file));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs.ToString())));
        return new(key, onDisk: !packages.Any(p => p.Floats));
    }

    /// <summary>What was found before, if it is all still there and the same.</summary>
    public PackageSet? Read()
    {
        if (!_onDisk)
        {
            // what a floating version means is looked up once per process
            lock (Floating)
                return Floating.TryGetValue(_key, out var found) && IsThere(found) ? found : null;
        }

        try
        {
            var entry = JsonSerializer.Deserialize<Entry>(System.IO.File.ReadAllText(File))!;
            return IsThere(entry.Packages) && Stamps(entry.Packages).SequenceEqual(entry.Stamps) ? entry.Packages : null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(PackageSet packages)
    {
        if (!_onDisk)
        {
            lock (Floating)
                Floating[_key] = packages;
            return;
        }

        try
        {
            Directory.CreateDirectory(Folder);
            AtomicFile.Write(File, JsonSerializer.Serialize(new Entry(packages, Stamps(packages))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the next session restores again
        }
    }

    private static bool IsThere(PackageSet packages) =>
        packages.Assemblies.All(System.IO.File.Exists) && packages.Roots.All(Directory.Exists);

    /// <summary>NuGet leaves the package's hash beside what it unpacked.</summary>
    private static ImmutableArray<string> Stamps(PackageSet packages) =>
        [.. packages.Roots.Select(root => Path.Combine(root, ".nupkg.metadata")).Select(file => System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file) : "")];

    private sealed record Entry(PackageSet Packages, ImmutableArray<string> Stamps);
}
