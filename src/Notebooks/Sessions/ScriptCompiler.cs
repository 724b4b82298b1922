using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Interactive;

namespace Notebooks;

/// <summary>
/// Compiles a session's code, piece by piece, with Roslyn's script compiler. Roslyn's own script runner is not used: it would load a
/// package's assemblies only where the host has none of that name, and it keeps no line numbers for stack traces without slow code.
/// </summary>
internal sealed class ScriptCompiler(SessionLoadContext loadContext, SessionReferences references, StopPoints stopPoints, string workingDirectory)
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    public static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellHelpers).FullName!,
    ];

    private static int s_count;

    private readonly LoadedFiles _files = new(workingDirectory);
    private readonly ReferencedFiles _referencedFiles = new(workingDirectory, loadContext);

    /// <summary>Compiles code that follows on a submission, and loads it.</summary>
    /// <param name="code">The code; its lines are those of the cell.</param>
    /// <param name="name">What positions and stack traces call it.</param>
    /// <param name="previous">The submission before it, or null.</param>
    /// <param name="cancellationToken">Stops compiling.</param>
    public Compiled Compile(string code, string name, Submission? previous, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref s_count);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path: name, cancellationToken);
        // A submission has the references of those before it too. Given all of them again each time, Roslyn would keep all of them as many
        // times as there are submissions: a thousand cells took three gigabytes.
        var known = previous?.References ?? [];
        var added = references.All.Where(reference => !known.Contains(reference)).ToList();
        known = known.Union(added);
        var original = CSharpCompilation.CreateScriptCompilation(
            $"Cell-{number}", // no two alike in a process, also not in two sessions
            tree,
            added,
            Options($"Submission#{number}"),
            previous?.Compilation);

        var stoppable = TopLevelLoops.Rewrite(tree, cancellationToken);
        var compilation = original.ReplaceSyntaxTree(tree, stoppable);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(
            debugInformationFormat: DebugInformationFormat.PortablePdb,
            instrumentationKinds: stopPoints.For(compilation, cancellationToken)), cancellationToken: cancellationToken);
        var diagnostics = Translate(result.Diagnostics);
        if (diagnostics.Length > 0 && stoppable != tree)
            diagnostics = Translate(original.GetDiagnostics(cancellationToken)); // with the columns that the reader sees
        if (!result.Success)
        {
            // Usings alone leave nothing to emit, which counts as a failure without an error; what follows sees them all the same.
            var isEmpty = !result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
            return new(isEmpty ? new(compilation, null, HasValue: false, known) : null, diagnostics);
        }

        assembly.Position = symbols.Position = 0;
        var entry = compilation.GetEntryPoint(cancellationToken)!;
        var loaded = loadContext.LoadFromStream(assembly, symbols);
        stopPoints.Add(loaded);
        var run = loaded
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return new(new(compilation, run, HasValue(compilation, stoppable, cancellationToken), known), diagnostics);
    }

    private CSharpCompilationOptions Options(string className) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        usings: Imports,
        optimizationLevel: OptimizationLevel.Release, // a loop in a cell is as fast as one in a library; lines stay known
        allowUnsafe: true,
        warningLevel: 4,
        sourceReferenceResolver: _files,
        metadataReferenceResolver: _referencedFiles,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        nullableContextOptions: NullableContextOptions.Disable);

    // CS1701, CS1702: a package built against an older .NET runs on this one. CS8632: annotations with nullable off.
    private static bool IsShown(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed && diagnostic.Id is not ("CS1701" or "CS1702");

    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var last = ((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members.OfType<GlobalStatementSyntax>().LastOrDefault();
        return last is { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression, cancellationToken).Type?.SpecialType != SpecialType.System_Void;
    }

    /// <summary>What the reader shall see of the compiler's diagnostics, in the order in which one reads.</summary>
    public static ImmutableArray<CellDiagnostic> Translate(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(IsShown).Select(Translate).OrderBy(d => d.Start.Line).ThenBy(d => d.Start.Column)];

    private static CellDiagnostic Translate(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        CellPosition At(LinePosition position) => new(span.Path ?? "", position.Line + 1, position.Character + 1);
        return new(diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.Id, message, At(span.StartLinePosition), At(span.EndLinePosition));
    }
}
