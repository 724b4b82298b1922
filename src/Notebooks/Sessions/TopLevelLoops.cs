using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Notebooks;

/// <summary>
/// The compiler builds stop points (see <see cref="StopPoints"/>) into functions, but not into a script's top level and the lambdas
/// there. So each loop there, and each lambda with a body, calls an empty function first, into which the compiler then builds one.
/// No line moves.
/// </summary>
internal sealed class TopLevelLoops : CSharpSyntaxRewriter
{
    private const string StopPoint = "__StopPoint";

    private static readonly MemberDeclarationSyntax Function = ParseMemberDeclaration($"static void {StopPoint}() {{ }}")!;
    private static readonly StatementSyntax Call = ParseStatement($"{StopPoint}();");

    private bool _found;

    private TopLevelLoops()
    {
    }

    /// <summary>The code with stop points in its top-level loops, or the same code when it has none.</summary>
    public static SyntaxTree Rewrite(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        var rewriter = new TopLevelLoops();
        var members = List(unit.Members.Select(member => member is GlobalStatementSyntax or FieldDeclarationSyntax ? (MemberDeclarationSyntax)rewriter.Visit(member) : member));
        return rewriter._found
            ? tree.WithRootAndOptions(unit.WithMembers(members.Add(Function)), tree.Options)
            : tree;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        ((WhileStatementSyntax)base.VisitWhileStatement(node)!).WithStatement(Body(node.Statement));

    /// <inheritdoc/>
    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        ((DoStatementSyntax)base.VisitDoStatement(node)!).WithStatement(Body(node.Statement));

    /// <inheritdoc/>
    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        ((ForStatementSyntax)base.VisitForStatement(node)!).WithStatement(Body(node.Statement));

    /// <inheritdoc/>
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        ((ForEachStatementSyntax)base.VisitForEachStatement(node)!).WithStatement(Body(node.Statement));

    /// <inheritdoc/>
    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        ((ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!).WithStatement(Body(node.Statement));

    /// <inheritdoc/>
    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        node.Block is { } block ? node.WithBlock(Body(block)) : base.VisitSimpleLambdaExpression(node);

    /// <inheritdoc/>
    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        node.Block is { } block ? node.WithBlock(Body(block)) : base.VisitParenthesizedLambdaExpression(node);

    private BlockSyntax Body(StatementSyntax statement)
    {
        _found = true;
        var body = (StatementSyntax)Visit(statement)!;
        return body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, Call)) : Block(Call, body);
    }
}
