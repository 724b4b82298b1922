using System.Collections.Immutable;

namespace Notebooks;

/// <summary>The packages that a restore found for a set of requests.</summary>
/// <param name="Assemblies">The assemblies to compile and run against, dependencies included.</param>
/// <param name="Roots">The folders of the packages, and of their native libraries.</param>
internal sealed record PackageSet(ImmutableArray<string> Assemblies, ImmutableArray<string> Roots);

/// <summary>Packages cannot be restored. The message says why and what to do.</summary>
internal sealed class PackageException(string id, string message) : Exception(message)
{
    /// <summary>NuGet's name of the error, such as <c>NU1101</c>.</summary>
    public string Id { get; } = id;
}
