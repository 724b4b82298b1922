using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tutorial.Export;

/// <summary>A code cell, read as the script that it is in a notebook.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Unit">Its syntax.</param>
/// <param name="Packages">What it refers to by <c>#r "nuget: …"</c>, as a program writes it: <c>Id@Version</c>.</param>
/// <param name="Directives">The lines that a program does not have.</param>
sealed record ScriptCell(string Id, CompilationUnitSyntax Unit, ImmutableArray<string> Packages, ImmutableArray<SyntaxTrivia> Directives)
{
    const string NuGet = "nuget:";

    static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Reads a cell.</summary>
    /// <exception cref="NotExportable">It has a mistake, or a directive that only a notebook knows.</exception>
    public static ScriptCell Read(string id, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Options);
        var unit = tree.GetCompilationUnitRoot();
        var directives = unit.DescendantTrivia().Where(IsOfTheNotebook).ToImmutableArray();
        var packages = directives.Select(directive => Package(id, directive.ToString().Trim())).OfType<string>().ToImmutableArray();
        if (tree.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error && !directives.Any(trivia => trivia.FullSpan.Contains(d.Location.SourceSpan.Start))) is { } error)
            throw new NotExportable(id, $"line {error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.GetMessage(CultureInfo.InvariantCulture)} Mend it, and export again.");
        return new(id, unit, packages, directives);
    }

    /// <summary>The value that the notebook shows: the last expression, if it has no semicolon.</summary>
    public ExpressionSyntax? Value =>
        Unit.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last } ? last.Expression : null;

    static bool IsOfTheNotebook(SyntaxTrivia trivia) =>
        trivia.GetStructure() is ReferenceDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax or BadDirectiveTriviaSyntax;

    static string? Package(string id, string directive)
    {
        var words = directive.Split(' ', 2, StringSplitOptions.TrimEntries);
        var target = words.Length > 1 ? words[1].Split("//")[0].Trim().Trim('"') : "";
        if (words[0] == "#r" && target.StartsWith(NuGet, StringComparison.OrdinalIgnoreCase))
        {
            var parts = target[NuGet.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
            return $"{parts[0]}@{(parts.Length > 1 ? parts[1] : "*")}";
        }

        return words[0] is "#!time" or "#!csharp" or "#!c#"
            ? null
            : throw new NotExportable(id, $"'{directive}' works in a notebook only. Take it out, or put what it brings into a package and refer to that by #r \"nuget: …\".");
    }
}
