using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Notebooks;

/// <summary>
/// Where a cell's compiled code asks whether to stop. The compiler puts the question into every loop and at the start of every method,
/// and hands the same token to what the cell awaits; it keeps the token in a static field of each cell's assembly.
/// </summary>
internal sealed class StopPoints
{
    private readonly List<FieldInfo> _tokens = [];
    private bool _sessionHasTokens;

    /// <summary>What to build into a piece of code.</summary>
    /// <remarks>
    /// The compiler would put its token also in the place of one that the code passes itself, and that code could never be
    /// cancelled by its own source; so code that passes tokens gets no stop points. Every piece is kept from overflowing the stack, which would end the process.
    /// </remarks>
    public ImmutableArray<InstrumentationKind> For(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        _sessionHasTokens |= compilation.SyntaxTrees.Any(tree => tree.ToString().Contains(nameof(CancellationToken), StringComparison.Ordinal));
        return _sessionHasTokens && PassesToken(compilation, cancellationToken)
            ? [InstrumentationKind.StackOverflowProbing]
            : [InstrumentationKind.StackOverflowProbing, InstrumentationKind.ModuleCancellation];
    }

    /// <summary>Takes note of an assembly that was compiled with stop points.</summary>
    public void Add(Assembly assembly)
    {
        // The compiler adds the submission's number to the type's name.
        var holder = Array.Find(assembly.GetTypes(), type => type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal));
        if (holder?.GetField("ModuleCancellationToken", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { } token)
            _tokens.Add(token);
    }

    /// <summary>Makes the session's code, that of earlier cells too, ask this token from now on.</summary>
    public void Ask(CancellationToken token)
    {
        foreach (var field in _tokens)
            field.SetValue(null, token);
    }

    private static bool PassesToken(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var type = compilation.GetTypeByMetadataName(typeof(CancellationToken).FullName!);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            var arguments = tree.GetRoot(cancellationToken).DescendantNodes().OfType<ArgumentSyntax>();
            if (arguments.Any(argument => SymbolEqual(model.GetTypeInfo(argument.Expression, cancellationToken).Type, type)))
                return true;
        }

        return false;
    }

    private static bool SymbolEqual(Microsoft.CodeAnalysis.ITypeSymbol? a, Microsoft.CodeAnalysis.ITypeSymbol? b) =>
        Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(a, b);
}
