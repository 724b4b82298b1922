using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tutorial.Export;

/// <summary>
/// The names that a notebook's cells declare for those after them. A notebook takes the last of equal names, and lets functions share one;
/// among the statements of a program each name stands once.
/// </summary>
sealed class NotebookNames
{
    /// <summary>What the exported program has of its own.</summary>
    static readonly string[] Taken = ["args", ExportedProgram.Page];

    readonly Dictionary<string, string> _cells = Taken.ToDictionary(name => name, _ => "");
    readonly List<(string Cell, MethodDeclarationSyntax Method)> _functions = [];

    /// <summary>Reads the names of all cells.</summary>
    /// <exception cref="NotExportable">Two of them are in each other's way.</exception>
    public NotebookNames(ImmutableArray<ScriptCell> cells)
    {
        foreach (var cell in cells)
            foreach (var member in cell.Unit.Members)
            {
                if (member is MethodDeclarationSyntax method)
                    _functions.Add((cell.Id, method));
                else
                    foreach (var name in DeclaredBy(cell.Id, member))
                        Add(cell.Id, name);
            }

        Overloaded = [.. _functions.GroupBy(f => f.Method.Identifier.ValueText).Where(same => same.Count() > 1).Select(same => same.Key)];
        foreach (var (cell, method) in _functions)
            CheckFunction(cell, method);
        foreach (var cell in cells)
            CheckInner(cell);
    }

    /// <summary>Functions of one name with several lists of parameters.</summary>
    public ImmutableHashSet<string> Overloaded { get; }

    /// <summary>Whether the notebook declares this name itself.</summary>
    public bool Declares(string name) => _cells.ContainsKey(name) || _functions.Any(f => f.Method.Identifier.ValueText == name);

    /// <summary>Whether a function of the notebook of this name gives nothing back.</summary>
    public bool IsVoid(string name) =>
        _functions.Any(f => f.Method.Identifier.ValueText == name && f.Method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword });

    static IEnumerable<string> DeclaredBy(string cell, MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        GlobalStatementSyntax { Statement: var statement } => Visible(statement).Select(d => d.Identifier.ValueText),
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        _ => throw new NotExportable(cell, $"'{member.ToString().Split('\n')[0].Trim()}' can stand by itself in a notebook only. Declare it inside a class."),
    };

    /// <summary>The variables that an expression declares on the way, as in <c>var (w, b) = …</c>, for the statements after it.</summary>
    static IEnumerable<SingleVariableDesignationSyntax> Visible(StatementSyntax statement) =>
        (statement switch { ExpressionStatementSyntax e => e.Expression, IfStatementSyntax i => i.Condition, _ => null })
            ?.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<SingleVariableDesignationSyntax>() ?? [];

    void Add(string cell, string name)
    {
        if (_cells.TryAdd(name, cell))
            return;
        throw new NotExportable(cell, Array.IndexOf(Taken, name) >= 0
            ? $"the name '{name}' is the exported program's own. Give it another name."
            : $"'{name}' was declared before, in cell '{_cells[name]}'. A program knows each name once: give this one another name.");
    }

    void CheckFunction(string cell, MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        if (method.ParameterList.Parameters.Any(p => p.Modifiers.Any(SyntaxKind.ThisKeyword)))
            throw new NotExportable(cell, $"'{name}' extends a type, which only a notebook allows outside a class. Take the 'this' out and call it as a function.");
        if (!Overloaded.Contains(name))
        {
            Add(cell, name);
            return;
        }

        var same = _functions.First(f => f.Method.Identifier.ValueText == name && Types(f.Method) == Types(method));
        if (same.Method != method)
            throw new NotExportable(cell, $"the function '{name}' was declared before, in cell '{same.Cell}'. A program knows each name once: give this one another name.");
        var own = method.DescendantTokens().Where(t => t.Parent is ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax).Select(t => t.ValueText);
        var foreign = method.DescendantNodes().OfType<IdentifierNameSyntax>().Select(i => i.Identifier.ValueText).Except(own)
            .FirstOrDefault(used => _cells.ContainsKey(used) || (used != name && _functions.Any(f => f.Method.Identifier.ValueText == used) && !Overloaded.Contains(used)));
        if (foreign is not null)
            throw new NotExportable(cell, $"there are several functions '{name}', and this one uses '{foreign}' of the notebook, which a program then does not allow. Give it a name of its own.");
    }

    static string Types(MethodDeclarationSyntax method) => string.Join(',', method.ParameterList.Parameters.Select(p => p.Type?.ToString()));

    /// <summary>A loop's or a block's variable must not have the name of one of the notebook: in a program they would meet. Inside functions they may.</summary>
    void CheckInner(ScriptCell cell)
    {
        foreach (var statement in cell.Unit.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement))
        {
            var visible = Visible(statement).ToHashSet<SyntaxNode>();
            var inner = statement.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Prepend(statement)
                .Where(node => !visible.Contains(node))
                .Select(node => node switch
                {
                    VariableDeclaratorSyntax v => v.Identifier.ValueText,
                    SingleVariableDesignationSyntax d => d.Identifier.ValueText,
                    ForEachStatementSyntax f => f.Identifier.ValueText,
                    CatchDeclarationSyntax c => c.Identifier.ValueText,
                    _ => null,
                })
                .FirstOrDefault(name => name is not null && _cells.ContainsKey(name));
            if (inner is not null)
                throw new NotExportable(cell.Id, _cells[inner].Length == 0
                    ? $"the name '{inner}' is the exported program's own. Give it another name."
                    : $"'{inner}' inside a statement has the name of what cell '{_cells[inner]}' declares. A program does not allow that: give it another name.");
        }
    }
}
