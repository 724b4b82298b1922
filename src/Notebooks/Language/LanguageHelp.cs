using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.QuickInfo;

namespace Notebooks;

/// <summary>Something that can stand at the cursor.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Kind">What it is, in Roslyn's words: <c>Method</c>, <c>Property</c>, <c>Keyword</c>, ….</param>
public sealed record Completion(string Text, string Kind);

/// <summary>What can stand at the cursor.</summary>
/// <param name="Start">Where the text begins that it takes the place of.</param>
/// <param name="End">Where that ends.</param>
/// <param name="Items">Each of them begins with what is written already, in upper or lower case; best first.</param>
public sealed record Completions(int Start, int End, ImmutableArray<Completion> Items);

/// <summary>What is known of a name.</summary>
/// <param name="Signature">Its declaration.</param>
/// <param name="Documentation">What its author says of it; may be empty.</param>
public sealed record Description(string Signature, string Documentation);

/// <summary>Help with the code of a cell that is being written, by Roslyn, which knows the names of the session and its packages.</summary>
public sealed class LanguageHelp
{
    private readonly CellWorkspace _workspace;

    internal LanguageHelp(CellWorkspace workspace) => _workspace = workspace;

    /// <summary>Says what can stand at the cursor.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="position">The cursor, from 0 to the text's length.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<Completions> CompleteAsync(string code, int position, CancellationToken cancellationToken = default)
    {
        var document = _workspace.Open(code, ref position);
        var service = CompletionService.GetService(document)!;
        var found = await service.GetCompletionsAsync(document, position, cancellationToken: cancellationToken).ConfigureAwait(false);
        var start = Math.Min(found.Span.Start, position);
        var prefix = code[start..position];
        return new(start, position,
        [
            .. found.ItemsList
                .Where(item => item.FilterText.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Where(item => item.InlineDescription.Length == 0) // a name that a using is missing for, and clients insert the name only
                .OrderByDescending(item => item.FilterText.StartsWith(prefix, StringComparison.Ordinal))
                .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
                .Select(item => new Completion(item.DisplayText, item.Tags.FirstOrDefault() ?? ""))
                .DistinctBy(item => item.Text),
        ]);
    }

    /// <summary>Says what is known of the name at the cursor, or of the method whose arguments it is in.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    /// <returns>What is known, or null when there is no name.</returns>
    public async Task<Description?> InspectAsync(string code, int position, CancellationToken cancellationToken = default)
    {
        var document = _workspace.Open(code, ref position);
        var service = QuickInfoService.GetService(document)!;
        foreach (var place in await PlacesAsync(document, position, cancellationToken).ConfigureAwait(false))
        {
            if (await service.GetQuickInfoAsync(document, place, cancellationToken).ConfigureAwait(false) is { Sections.IsEmpty: false } info)
                return Describe(info);
        }

        return null;
    }

    /// <summary>Says how the method can be called whose arguments the cursor is in.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    /// <returns>The ways to call it, or null when the cursor is in no arguments.</returns>
    public Task<Signatures?> SignaturesAsync(string code, int position, CancellationToken cancellationToken = default) =>
        SignatureSearch.FindAsync(_workspace.Open(code, ref position), position, cancellationToken);

    /// <summary>Says what keeps a cell from compiling, without running it.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cellName">What the errors call the cell.</param>
    /// <param name="syntaxOnly">Look at the grammar only: names may be declared by cells that have not run yet.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>The errors; warnings are for the run.</returns>
    public async Task<ImmutableArray<CellDiagnostic>> DiagnoseAsync(string code, string cellName, bool syntaxOnly, CancellationToken cancellationToken = default)
    {
        var start = 0;
        var document = _workspace.Open(code, ref start);
        var found = syntaxOnly
            ? (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!.GetDiagnostics(cancellationToken)
            : (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!.GetDiagnostics(cancellationToken: cancellationToken);
        return [.. ScriptCompiler.Translate([.. found])
            .Where(diagnostic => diagnostic.IsError)
            .Select(error => error with { Start = error.Start with { Cell = cellName }, End = error.End with { Cell = cellName } })];
    }

    /// <summary>The name under the cursor or just before it, then the methods around it from the inside out.</summary>
    private static async Task<IEnumerable<int>> PlacesAsync(Document document, int position, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var before = Math.Max(0, position - 1);
        var around = root.FindToken(Math.Min(before, Math.Max(0, root.FullSpan.End - 1))).Parent?.AncestorsAndSelf() ?? [];
        return new[] { position, before }.Where(place => place < root.FullSpan.End).Concat(around.Select(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.SpanStart,
            InvocationExpressionSyntax call => call.Expression.SpanStart,
            ObjectCreationExpressionSyntax creation => creation.Type.SpanStart,
            _ => -1,
        }).Where(place => place >= 0));
    }

    private static Description Describe(QuickInfoItem info)
    {
        var signature = new StringBuilder();
        var documentation = new StringBuilder();
        foreach (var section in info.Sections.Where(section => !string.IsNullOrWhiteSpace(section.Text)))
            (section.Kind == QuickInfoSectionKinds.Description ? signature : documentation).AppendLine(section.Text.ReplaceLineEndings("\n").Trim('\n'));
        return new(signature.ToString().Trim(), documentation.ToString().Trim());
    }
}
