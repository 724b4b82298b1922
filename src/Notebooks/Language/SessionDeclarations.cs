using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks;

/// <summary>
/// What the cells of a session have declared, as one piece of code. A later declaration takes the place of an earlier one of its name,
/// and statements are left out, so that it grows with the names of a session and not with its length.
/// </summary>
internal sealed class SessionDeclarations
{
    private readonly Lock _lock = new();
    private readonly List<string> _unread = [];
    private readonly List<string> _usings = [];
    private readonly List<Declaration> _declarations = [];
    private string _text = "";

    private sealed record Declaration(ImmutableArray<string> Names, string Text);

    /// <summary>Adds a cell's code that has run.</summary>
    public void Add(string code)
    {
        lock (_lock)
            _unread.Add(code); // read when somebody asks; a run without a reader never does
    }

    /// <summary>All declarations, the usings first.</summary>
    public string Text()
    {
        lock (_lock)
        {
            if (_unread.Count == 0)
                return _text;
            foreach (var code in _unread)
                Read(code);
            _unread.Clear();
            return _text = string.Join('\n', _usings.Concat(_declarations.Select(declaration => declaration.Text)));
        }
    }

    private void Read(string code)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(CodeText.WithoutDirectives(code), ScriptCompiler.ParseOptions).GetRoot();
        foreach (var @using in root.Usings.Select(u => u.NormalizeWhitespace().ToFullString()))
        {
            if (!_usings.Contains(@using))
                _usings.Add(@using);
        }

        foreach (var declaration in root.Members.SelectMany(Declarations))
        {
            _declarations.RemoveAll(earlier => earlier.Names.Intersect(declaration.Names).Any());
            _declarations.Add(declaration);
        }
    }

    private static IEnumerable<Declaration> Declarations(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax { Declaration: var declaration } => declaration.Variables.Select(variable =>
            new Declaration([variable.Identifier.ValueText], $"{declaration.Type} {variable};")),
        MethodDeclarationSyntax method => [new([$"{method.Identifier.ValueText}({string.Join(',', method.ParameterList.Parameters.Select(p => p.Type))})"], member.ToFullString())],
        BaseTypeDeclarationSyntax type => [new([type.Identifier.ValueText], member.ToFullString())],
        DelegateDeclarationSyntax type => [new([type.Identifier.ValueText], member.ToFullString())],
        PropertyDeclarationSyntax property => [new([property.Identifier.ValueText], member.ToFullString())],
        GlobalStatementSyntax statement => NamesIn(statement) is { Length: > 0 } names ? [new(names, Finished(statement))] : [],
        _ => [],
    };

    /// <summary>A statement declares names too: <c>int.TryParse(text, out var number);</c> and <c>var (a, b) = pair;</c>.</summary>
    private static ImmutableArray<string> NamesIn(GlobalStatementSyntax statement) => statement.Statement is not ExpressionStatementSyntax
        ? []
        : [.. statement.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
            .OfType<SingleVariableDesignationSyntax>()
            .Select(designation => designation.Identifier.ValueText)];

    private static string Finished(GlobalStatementSyntax statement) => statement.ToString().TrimEnd(';') + ";";
}
