namespace Notebooks;

/// <summary>The packages of one session: each cell's requests are restored together with the earlier ones, so that they agree.</summary>
internal sealed class SessionPackages(string workingDirectory)
{
    private readonly List<PackageRequest> _requests = [];
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _assemblies = [];
    private readonly HashSet<string> _roots = [];

    /// <summary>Restores packages beside the session's earlier ones.</summary>
    /// <returns>What is new.</returns>
    /// <exception cref="PackageException">Something is not to be had; the session's packages are as before.</exception>
    public PackageSet Add(IEnumerable<PackageRequest> requests, IEnumerable<string> sources)
    {
        var allRequests = new List<PackageRequest>(_requests);
        foreach (var request in requests)
        {
            var earlier = allRequests.Find(r => r.Id.Equals(request.Id, StringComparison.OrdinalIgnoreCase));
            if (earlier is null)
                allRequests.Add(request);
            else if (request.Version != "*" && earlier.Version != request.Version)
                throw new PackageException("NUGET", $"{request.Id} {earlier.Version} is loaded in this session, so {request.Version} cannot be. Restart the session to change the version.");
        }

        var allSources = _sources.Concat(sources.Select(Resolve)).Distinct().ToList();
        if (allRequests.Count == _requests.Count)
        {
            Keep(allRequests, allSources);
            return new([], []);
        }

        var all = PackageRestore.Run(allRequests, allSources, workingDirectory);
        Keep(allRequests, allSources);
        return new([.. all.Assemblies.Where(_assemblies.Add)], [.. all.Roots.Where(_roots.Add)]);
    }

    private void Keep(List<PackageRequest> requests, List<string> sources)
    {
        _requests.Clear();
        _requests.AddRange(requests);
        _sources.Clear();
        _sources.AddRange(sources);
    }

    private string Resolve(string source)
    {
        if (source.Contains("://", StringComparison.Ordinal))
            return source;
        var folder = Path.GetFullPath(source, workingDirectory);
        return Directory.Exists(folder)
            ? folder
            : throw new PackageException("NUGET", $"The package source '{source}' is no folder: {folder} does not exist. Give a folder relative to {workingDirectory}, or an https address.");
    }
}
