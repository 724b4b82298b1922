using System.Text.RegularExpressions;
using FSharp.Compiler.DependencyManager;

namespace Notebooks;

/// <summary>
/// Finds packages as F# scripts and .NET Interactive do, with the dependency provider of the F# compiler, which runs
/// <c>dotnet msbuild -restore</c>. The provider's own cache is not used: it looks neither at nuget.config nor at whether a package was packed anew.
/// </summary>
internal static partial class PackageRestore
{
    private const string TargetFramework = "net10.0";

    /// <summary>Restores packages with all that they need.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="sources">Sources beside those of nuget.config.</param>
    /// <param name="workingDirectory">Where the search for nuget.config starts.</param>
    /// <exception cref="PackageException">A package or a source is not to be had.</exception>
    public static PackageSet Run(IReadOnlyCollection<PackageRequest> packages, IReadOnlyCollection<string> sources, string workingDirectory)
    {
        StalePackages.Remove(NuGetConfig.FolderSources(workingDirectory).Concat(sources.Where(Directory.Exists)));
        var cache = RestoreCache.For(packages, sources, workingDirectory);
        if (cache.Read() is { } known)
            return known;
        var found = Restore(packages, sources, workingDirectory);
        cache.Write(found);
        return found;
    }

    private static PackageSet Restore(IEnumerable<PackageRequest> packages, IEnumerable<string> sources, string workingDirectory)
    {
        var problems = new List<string>();
        void Report(ErrorReportType kind, int code, string message) => problems.Add(message);

        // No probes: the session's own load context loads what is found, and the process's default one is left alone.
        using var provider = new DependencyProvider(new AssemblyResolutionProbe(() => []), new NativeResolutionProbe(() => []), useResultsCache: false);
        var nuget = provider.TryFindDependencyManagerByKey([AppContext.BaseDirectory], "", null, Report, "nuget")
            ?? throw new PackageException("NUGET", $"FSharp.DependencyManager.Nuget.dll is missing beside the program. {string.Join(" ", problems)} Build or install the program again.");
        var result = provider.Resolve(
            nuget,
            ".csx",
            sources.Select(source => Tuple.Create("i", source)).Concat(packages.Select(p => Tuple.Create("r", $"Include={p.Id}, Version='{p.Version}'"))),
            Report,
            TargetFramework,
            null, // this machine's runtime identifier
            workingDirectory,
            "notebook.csx",
            "notebook.csx",
            -1);
        if (!result.Success)
            throw Explain([.. result.StdOut, .. result.StdError, .. problems], workingDirectory);
        return new([.. result.Resolutions.Select(Path.GetFullPath)], [.. result.Roots.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).Distinct()]);
    }

    private static PackageException Explain(string[] lines, string workingDirectory)
    {
        var errors = lines
            .Select(line => NuGetError().Match(line))
            .Where(match => match.Success)
            .Select(match => (Id: match.Groups["id"].Value, Message: match.Groups["message"].Value.Trim()))
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            return new("NUGET", $"The packages could not be restored. {string.Join(" ", lines.Select(l => l.Trim()).Where(l => l.Length > 0))} " +
                "The .NET SDK is needed for this: does `dotnet --version` work in a terminal?");
        }

        var id = errors[0].Id;
        var remedy = id switch
        {
            "NU1101" => $"Check the spelling of the name. Sources are read from the nuget.config files from {workingDirectory} upward, and from #i \"nuget:…\" lines.",
            "NU1102" or "NU1103" => "Ask for one of the versions that the sources have.",
            "NU1301" => "Is the network there, and is the source's address right? Packages that were used before are found without the network when the exact version is named.",
            _ => $"More on this error: search for {id} in NuGet's documentation.",
        };
        return new(id, $"{string.Join(" ", errors.Select(e => e.Message.TrimEnd('.') + "."))} {remedy}");
    }

    [GeneratedRegex(@"error (?<id>NU\d{4}):\s*(?<message>.*?)\s*(\[[^\]]*proj\])?$")]
    private static partial Regex NuGetError();
}
