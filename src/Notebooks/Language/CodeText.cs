using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks;

/// <summary>Whether a text is a whole piece of code.</summary>
public enum Completeness
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>It has begun well, and goes on.</summary>
    Incomplete,

    /// <summary>However it goes on, it is wrong.</summary>
    Invalid,
}

/// <summary>Tells an unfinished text from a wrong one, by its syntax.</summary>
public static class CodeText
{
    /// <summary>Judges a cell's text; its directives count as complete.</summary>
    public static Completeness Judge(string code)
    {
        var tree = Parse(code);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return Completeness.Incomplete;
        return tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? Completeness.Invalid : Completeness.Complete;
    }

    /// <summary>How far the next line of an unfinished text should be indented: four blanks for each brace that is open.</summary>
    public static int IndentAfter(string code)
    {
        var open = 0;
        foreach (var token in Parse(code).GetRoot().DescendantTokens().Where(token => !token.IsMissing))
        {
            open += token.Kind() switch
            {
                SyntaxKind.OpenBraceToken when token.Parent is not InterpolationSyntax => 1,
                SyntaxKind.CloseBraceToken when token.Parent is not InterpolationSyntax => -1,
                _ => 0,
            };
        }

        return 4 * Math.Max(0, open);
    }

    /// <summary>The text with blanks in place of its directives, so that every place in it stays the same.</summary>
    internal static string WithoutDirectives(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
            return code;
        var text = code.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var newline = code.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline;
            var line = code.AsSpan(start, end - start).TrimStart();
            if (line.StartsWith("#!") || line.StartsWith("#r ") || line.StartsWith("#i ") || line.StartsWith("#load "))
                text.AsSpan(start, end - start).Fill(' ');
            start = end + 1;
        }

        return new string(text);
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(WithoutDirectives(code), ScriptCompiler.ParseOptions);
}
