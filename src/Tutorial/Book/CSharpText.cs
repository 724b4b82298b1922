using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tutorial.Book;

/// <summary>
/// A cell's C# as HTML, one <c>span</c> per token that has a colour. The compiler's own parser tells the tokens apart,
/// so raw strings, records and patterns are seen as what they are.
/// </summary>
static class CSharpText
{
    static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The code, escaped, with the classes <c>k s n c t m d</c>: keyword, string, number, comment, type, method, directive.</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        foreach (var token in root.DescendantTokens())
        {
            Append(html, token.LeadingTrivia);
            Append(html, token.Text, ClassOf(token));
            Append(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    static void Append(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
            Append(html, trivia.ToFullString(), ClassOf(trivia));
    }

    static void Append(StringBuilder html, string text, string? name)
    {
        if (text.Length == 0)
            return;

        var escaped = WebUtility.HtmlEncode(text);
        html.Append(name is null ? escaped : $"<span class=\"{name}\">{escaped}</span>");
    }

    static string? ClassOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
            or SyntaxKind.DisabledTextTrivia => "c",
        _ => trivia.IsDirective ? "d" : null,
    };

    static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => ClassOfName(token),
        var kind => SyntaxFacts.IsKeywordKind(kind) ? "k" : null,
    };

    static string? ClassOfName(SyntaxToken name) => name.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "k",
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax simple when IsCalled(simple) => "m",
        SimpleNameSyntax simple when IsType(simple) => "t",
        _ => null,
    };

    static bool IsCalled(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent switch
        {
            MemberAccessExpressionSyntax member when member.Name == name => member,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole;
    }

    /// <summary>Without the references nobody knows whether <c>Figure</c> in <c>Figure.Data(…)</c> is a type; its spelling says so.</summary>
    static bool IsType(SimpleNameSyntax name) =>
        SyntaxFacts.IsInTypeOnlyContext(name)
        || name is GenericNameSyntax
        || (name.Parent is MemberAccessExpressionSyntax member && member.Expression == name
            && name.Identifier.Text is [>= 'A' and <= 'Z', _, ..]);
}
