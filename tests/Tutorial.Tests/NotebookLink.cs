using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks;

namespace Tutorial.Tests;

/// <summary>A link from one of the lesson's texts to a cell of a notebook.</summary>
sealed partial record NotebookLink(string Notebook, string Cell)
{
    static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    // Many links lead to few notebooks, and each is read and parsed once.
    static readonly ConcurrentDictionary<string, IReadOnlyList<Cell>> Cells = [];
    static readonly ConcurrentDictionary<string, HashSet<string>> AllNames = [];

    /// <summary>The links in this markdown, in order.</summary>
    public static IReadOnlyList<NotebookLink> In(string markdown) =>
        [.. Link().Matches(markdown).Select(link => new NotebookLink(link.Groups[1].Value, link.Groups[2].Value))];

    /// <summary>A text of the lesson.</summary>
    public static string Read(string text) => File.ReadAllText(Path.Combine(Repository.Find().Notebooks, text));

    /// <summary>The cells of a notebook of the lesson.</summary>
    public static IReadOnlyList<Cell> CellsOf(string notebook) =>
        Cells.GetOrAdd(notebook, name => Notebooks.Notebook.Read(Path.Combine(Repository.Find().Notebooks, name)).Cells);

    /// <summary>What stands in the cell that the link leads to.</summary>
    public string Source => CellsOf(Notebook).SingleOrDefault(cell => cell.Id == Cell)?.Source
        ?? throw new InvalidOperationException($"{Notebook} has no cell '{Cell}', and a link leads there.");

    /// <summary>The names that a piece of C# has in it.</summary>
    public static HashSet<string> NamesIn(string code) =>
        [.. CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text)];

    /// <summary>The names in all code cells of the notebook.</summary>
    public HashSet<string> Names =>
        AllNames.GetOrAdd(Notebook, name => [.. CellsOf(name).Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => NamesIn(cell.Source))]);

    [GeneratedRegex(@"\]\(([^)\s#]+\.ipynb)#([^)\s]+)\)")]
    private static partial Regex Link();
}
