using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks;

/// <summary>Finds the method whose arguments are being written. Roslyn's own search for it is not public.</summary>
internal static class SignatureSearch
{
    public static async Task<Signatures?> FindAsync(Document document, int position, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var arguments = root.FindToken(Math.Max(0, position - 1)).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>().FirstOrDefault(list => Holds(list, position));
        if (arguments?.Parent is not ExpressionSyntax call)
            return null;

        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var methods = Methods(model, call, cancellationToken);
        if (methods.IsEmpty)
            return null;
        var argument = arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart < position);
        return new([.. methods.Select(method => Read(method, cancellationToken))], Fitting(model, call, methods, argument, cancellationToken), argument);
    }

    private static bool Holds(ArgumentListSyntax list, int position) =>
        list.OpenParenToken.SpanStart < position && (list.CloseParenToken.IsMissing || position <= list.CloseParenToken.SpanStart);

    private static ImmutableArray<IMethodSymbol> Methods(SemanticModel model, ExpressionSyntax call, CancellationToken cancellationToken)
    {
        if (call is BaseObjectCreationExpressionSyntax)
        {
            var made = model.GetTypeInfo(call, cancellationToken).Type as INamedTypeSymbol;
            return [.. (made?.InstanceConstructors ?? []).Where(constructor => model.IsAccessible(call.SpanStart, constructor))];
        }

        if (call is not InvocationExpressionSyntax { Expression: var called })
            return [];
        var group = model.GetMemberGroup(called, cancellationToken).OfType<IMethodSymbol>().ToImmutableArray();
        if (!group.IsEmpty)
            return group;
        return model.GetTypeInfo(called, cancellationToken).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
    }

    /// <summary>The method that the compiler would take or, while it cannot know, the first with room for the argument.</summary>
    private static int Fitting(SemanticModel model, ExpressionSyntax call, ImmutableArray<IMethodSymbol> methods, int argument, CancellationToken cancellationToken)
    {
        var taken = model.GetSymbolInfo(call, cancellationToken).Symbol?.OriginalDefinition;
        for (var i = 0; i < methods.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(methods[i].OriginalDefinition, taken))
                return i;
        }

        return Math.Max(0, methods.Select((method, i) => method.Parameters.Length > argument ? i : -1).FirstOrDefault(i => i >= 0));
    }

    private static Signature Read(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var documentation = SymbolDocumentation.Of(method, cancellationToken);
        return new(
            method.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            documentation.Summary,
            [.. method.Parameters.Select(parameter => new SignatureParameter(
                parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                parameter.Name,
                documentation.Parameter(parameter.Name)))]);
    }
}
