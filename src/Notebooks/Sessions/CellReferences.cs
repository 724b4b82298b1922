using System.Collections.Immutable;

namespace Notebooks;

/// <summary>Follows the references of cells: makes assemblies and packages known to the compiler and to the loader.</summary>
internal sealed class CellReferences(SessionLoadContext loadContext, SessionReferences references, string workingDirectory)
{
    private readonly SessionPackages _packages = new(workingDirectory);

    /// <summary>Adds what a cell refers to.</summary>
    /// <returns>The set-up scripts of packages that are new here, or errors, with which nothing was added.</returns>
    public (ImmutableArray<string> Extensions, ImmutableArray<CellDiagnostic> Errors) Add(ImmutableArray<CellReference> wanted, string cellName)
    {
        CellDiagnostic Error(string id, string message, int line) =>
            new(IsError: true, id, message, new(cellName, line, 1), new(cellName, line, 1));

        var assemblies = wanted.OfType<CellReference.Assembly>().ToList();
        var missing = assemblies.Where(a => Find(a.Path) is null && !references.Knows(a.Path)).ToList();
        if (missing.Count > 0)
        {
            return ([], [.. missing.Select(a => Error("CS0006",
                $"There is no assembly {Path.GetFullPath(a.Path, workingDirectory)}. A path is relative to the notebook's folder. For a package write #r \"nuget: Id, Version\".", a.Line))]);
        }

        var packages = wanted.OfType<CellReference.Package>().ToList();
        var sources = wanted.OfType<CellReference.Source>().ToList();
        var found = new PackageSet([], []);
        if (packages.Count + sources.Count > 0)
        {
            try
            {
                found = _packages.Add(packages.Select(p => p.Request), sources.Select(s => s.Address));
            }
            catch (PackageException e)
            {
                var culprit = packages.FirstOrDefault(p => e.Message.Contains(p.Request.Id, StringComparison.OrdinalIgnoreCase)) as CellReference
                    ?? sources.FirstOrDefault(s => e.Message.Contains(s.Address, StringComparison.Ordinal))
                    ?? wanted[0];
                return ([], [Error(e.Id, e.Message, culprit.Line)]);
            }
        }

        foreach (var path in found.Assemblies.Concat(assemblies.Select(a => Find(a.Path)).OfType<string>()))
        {
            if (SessionLoadContext.HasChanged(path))
                return ([], [Error("CHANGED", $"{Path.GetFileName(path)} has changed since this program loaded it, and .NET cannot load it anew. Restart the kernel or the program.", wanted[0].Line)]);
        }

        foreach (var path in assemblies.Select(a => Find(a.Path)).OfType<string>())
        {
            loadContext.AddWithFolder(path);
            references.Add(path);
        }

        foreach (var path in found.Assemblies)
        {
            loadContext.Add(path);
            references.Add(path);
        }

        foreach (var root in found.Roots)
            loadContext.AddPackageRoot(root);
        return ([.. found.Roots.Select(root => Path.Combine(root, "interactive-extensions", "dotnet", "extension.dib")).Where(File.Exists)], []);
    }

    private string? Find(string path)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        return File.Exists(full) ? full : null;
    }
}
