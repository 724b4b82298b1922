using System.Collections.Immutable;
using System.Composition.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Notebooks;

/// <summary>
/// A session as Roslyn's editor services want to see it: a project with everything that was declared, and after it one with the cell
/// that is being written. Created when help is first asked for; what does not change between two questions is kept.
/// </summary>
internal sealed class CellWorkspace(SessionReferences references, SessionDeclarations declarations)
{
    /// <summary>
    /// Roslyn's services but for the completion of names that a <c>using</c> is missing for: Jupyter's clients insert the bare name, and the
    /// lists of all types and extension methods of all assemblies take time and memory.
    /// </summary>
    private static readonly Lazy<MefHostServices> Services = new(() => MefHostServices.Create(new ContainerConfiguration()
        .WithParts(MefHostServices.DefaultAssemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.Name.EndsWith("ImportCompletionProvider", StringComparison.Ordinal)))
        .CreateContainer()));

    private readonly Lock _lock = new();
    private readonly Dictionary<MetadataReference, MetadataReference> _documented = [];
    private Solution? _solution;
    private DocumentId? _session;
    private DocumentId? _cell;
    private ImmutableArray<MetadataReference> _references = [];
    private string _declarations = "";

    /// <summary>Opens a cell's text in the session as it is now.</summary>
    /// <param name="code">The text.</param>
    /// <param name="position">A place in it, moved into it if it lies outside.</param>
    public Document Open(string code, ref int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        lock (_lock)
        {
            _solution ??= Create();
            var all = references.All.ToImmutableArray();
            if (!all.SequenceEqual(_references))
            {
                _references = all;
                var documented = all.Select(Documented).ToList();
                _solution = _solution.WithProjectMetadataReferences(_session!.ProjectId, documented).WithProjectMetadataReferences(_cell!.ProjectId, documented);
            }

            if (declarations.Text() is var text && text != _declarations)
                _solution = _solution.WithDocumentText(_session!, SourceText.From(_declarations = text));
            return _solution.WithDocumentText(_cell!, SourceText.From(CodeText.WithoutDirectives(code))).GetDocument(_cell!)!;
        }
    }

    private Solution Create()
    {
        var session = ProjectId.CreateNewId();
        var cell = ProjectId.CreateNewId();
        (_session, _cell) = (DocumentId.CreateNewId(session), DocumentId.CreateNewId(cell));
        return new AdhocWorkspace(Services.Value).CurrentSolution
            .AddProject(Project(session, "Session"))
            .AddProject(Project(cell, "Cell").WithProjectReferences([new(session)]))
            .AddDocument(_session, "session.csx", "")
            .AddDocument(_cell, "cell.csx", "");
    }

    private static ProjectInfo Project(ProjectId id, string name) => ProjectInfo.Create(
        id,
        VersionStamp.Default,
        name,
        name,
        LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: ScriptCompiler.Imports, allowUnsafe: true),
        parseOptions: ScriptCompiler.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
        isSubmission: true);

    /// <summary>The same assembly, read once, with the documentation that lies beside it.</summary>
    private MetadataReference Documented(MetadataReference reference)
    {
        if (_documented.TryGetValue(reference, out var documented))
            return documented;
        var file = reference as PortableExecutableReference;
        var xml = Path.ChangeExtension(file?.FilePath, ".xml");
        return _documented[reference] = File.Exists(xml) && file!.GetMetadata() is AssemblyMetadata assembly
            ? assembly.GetReference(XmlDocumentationProvider.CreateFromFile(xml), filePath: file.FilePath)
            : reference;
    }
}
