using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Interactive;

namespace Notebooks;

/// <summary>The assemblies that cells are compiled against: .NET itself, the few that cells share with the host, and what cells refer to.</summary>
internal sealed class SessionReferences
{
    /// <summary>Loaded once per process: the same objects in every session, so that the compiler reads them once.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> Common = new(LoadCommon);

    /// <summary>Immutable, because a cell may add to it while somebody asks for help with the next.</summary>
    private ImmutableDictionary<string, MetadataReference> _all = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, Common.Value);

    /// <summary>What cells share with the host, because its types go from one to the other. A package's own copy of these is passed over.</summary>
    public static readonly IReadOnlySet<string> Shared = new HashSet<string>(
        [.. SharedTypes().Select(type => type.Assembly.GetName().Name!)],
        StringComparer.OrdinalIgnoreCase);

    public IEnumerable<MetadataReference> All => _all.Values;

    /// <summary>Whether an assembly is there by its bare name, such as <c>System.Xml</c>.</summary>
    public bool Knows(string name) => _all.ContainsKey(name) || _all.ContainsKey(Path.GetFileNameWithoutExtension(name));

    /// <summary>Adds an assembly, in place of an earlier one of the same name.</summary>
    public void Add(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!Shared.Contains(name))
            _all = _all.SetItem(name, MetadataReference.CreateFromFile(path));
    }

    private static Type[] SharedTypes() => [typeof(CellHelpers), typeof(Formatter), typeof(IHtmlContent)];

    private static Dictionary<string, MetadataReference> LoadCommon()
    {
        var framework = FrameworkReferences.Find();
        var shared = SharedTypes().Select(type => type.Assembly.Location);
        return framework.Concat(shared).ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => (MetadataReference)MetadataReference.CreateFromFile(path),
            StringComparer.OrdinalIgnoreCase);
    }
}
