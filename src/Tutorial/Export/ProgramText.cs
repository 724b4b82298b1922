using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Tutorial.Export;

/// <summary>What a cell becomes in a program. Its statements keep their lines and comments.</summary>
/// <param name="Usings">For the top of the file.</param>
/// <param name="Statements">In the cell's place.</param>
/// <param name="Functions">For the class of the program: those that share a name.</param>
/// <param name="Types">For the end of the file.</param>
sealed record ProgramText(ImmutableArray<string> Usings, string Statements, ImmutableArray<string> Functions, ImmutableArray<string> Types)
{
    /// <summary>What cells can call without a using, and a program cannot.</summary>
    static readonly string[] Helpers = ["HTML", "Javascript", "CSS", "Markdown", "LaTeX", "clear_output", "input", "password"];

    /// <summary>Rewrites a cell.</summary>
    /// <exception cref="NotExportable">It calls what only a notebook has.</exception>
    public static ProgramText Of(ScriptCell cell, NotebookNames names)
    {
        var functions = cell.Unit.Members.OfType<MethodDeclarationSyntax>().Where(method => names.Overloaded.Contains(method.Identifier.ValueText)).ToImmutableArray();
        var types = cell.Unit.Members.Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax).ToImmutableArray();
        var changes = new List<TextChange>();
        changes.AddRange(cell.Directives.Select(directive => new TextChange(directive.FullSpan, "")));
        changes.AddRange(cell.Unit.Usings.Select(Without));
        changes.AddRange(types.Select(Without));
        changes.AddRange(functions.Select(function => new TextChange(function.Span, $"// {function.Identifier.ValueText}({function.ParameterList.Parameters}) is at the end: functions that share a name cannot stand among statements.")));
        changes.AddRange(Modifiers(cell.Unit));
        changes.AddRange(Calls(cell, names));
        if (cell.Value is { } value)
            changes.AddRange(Shown(value, names));
        return new(
            [.. cell.Unit.Usings.Select(u => u.WithoutTrivia().ToString())],
            Merged(cell.Unit.GetText(), changes).Trim('\n', ' '),
            [.. functions.Select(AsMember)],
            [.. types.Select(type => type.ToFullString().Trim('\n'))]);
    }

    /// <summary>Indented, unless that would change a string that goes over several lines.</summary>
    static string AsMember(MethodDeclarationSyntax function)
    {
        var kept = function.Modifiers.Where(modifier => KeepsInFunction(modifier) && !modifier.IsKind(SyntaxKind.StaticKeyword));
        var text = $"static {function.WithModifiers([.. kept]).WithoutTrivia()}";
        return function.DescendantTokens().Any(token => token.Text.Contains('\n', StringComparison.Ordinal)) ? text : $"    {text.ReplaceLineEndings("\n    ")}";
    }

    static TextChange Without(SyntaxNode node) => new(TextSpan.FromBounds(node.SpanStart, node.FullSpan.End), "");

    /// <summary>A script's members may be public or static; a statement's variables and functions have no such words.</summary>
    static IEnumerable<TextChange> Modifiers(CompilationUnitSyntax unit) =>
        from member in unit.Members
        where member is FieldDeclarationSyntax or MethodDeclarationSyntax
        from modifier in member.Modifiers
        where member is FieldDeclarationSyntax ? !modifier.IsKind(SyntaxKind.ConstKeyword) : !KeepsInFunction(modifier)
        select new TextChange(modifier.FullSpan, "");

    static bool KeepsInFunction(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword;

    static IEnumerable<TextChange> Shown(ExpressionSyntax value, NotebookNames names)
    {
        if (IsStatement(value, names))
            return [new(new(value.Span.End, 0), ";")];
        return [new(new(value.SpanStart, 0), $"{ExportedProgram.Page}.Show("), new(new(value.Span.End, 0), ");")];
    }

    /// <summary>Without compiling: what writes to the console, a function of the notebook that is void, and a display have no value.</summary>
    static bool IsStatement(ExpressionSyntax value, NotebookNames names) => value is InvocationExpressionSyntax call && (IsDisplay(call, names) || call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" }, Name.Identifier.ValueText: "Write" or "WriteLine" } => true,
        IdentifierNameSyntax name => names.IsVoid(name.Identifier.ValueText),
        _ => false,
    });

    static bool IsDisplay(InvocationExpressionSyntax call, NotebookNames names) => call.Expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "display" } => !names.Declares("display"),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Display" } => call.ArgumentList.Arguments.Count == 0,
        _ => false,
    };

    /// <summary>display(x) and x.Display() become the page's; the kernel's other helpers have no counterpart.</summary>
    static IEnumerable<TextChange> Calls(ScriptCell cell, NotebookNames names)
    {
        foreach (var call in cell.Unit.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is IdentifierNameSyntax { Identifier.ValueText: var helper } && Helpers.Contains(helper) && !names.Declares(helper))
                throw new NotExportable(cell.Id, $"'{helper}' is known in a notebook only. Let the cell end with the value itself, or print it with Console.WriteLine.");
            if (!IsDisplay(call, names))
                continue;
            if (call.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax))
                throw new NotExportable(cell.Id, "what display gives back is used to show something else in its place, which works in a notebook only. Display each value by itself.");
            if (call.ArgumentList.Arguments.Count > 1)
                throw new NotExportable(cell.Id, "display with a mime type works in a notebook only. Display the value alone.");
            if (call.Expression is MemberAccessExpressionSyntax { Expression: var shown } access)
            {
                yield return new(new(call.SpanStart, 0), $"{ExportedProgram.Page}.Show(");
                yield return new(TextSpan.FromBounds(shown.Span.End, access.Span.End), "");
                yield return new(call.ArgumentList.OpenParenToken.Span, "");
            }
            else
            {
                yield return new(call.Expression.Span, $"{ExportedProgram.Page}.Show");
            }
        }
    }

    /// <summary>The text with all changes; what is changed inside a piece that goes away goes with it.</summary>
    static string Merged(SourceText text, List<TextChange> changes)
    {
        var gone = changes.Where(change => change.Span.Length > 0).ToList();
        return text.WithChanges(changes
            .Where(change => !gone.Any(other => other != change && other.Span.Length > change.Span.Length && other.Span.Contains(change.Span)))
            .OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length)).ToString();
    }
}
