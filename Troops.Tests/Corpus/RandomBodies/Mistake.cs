using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>What a rewriter might do wrong, done to what the generator has written.</summary>
internal sealed class Mistake(string name) : CSharpSyntaxRewriter
{
    internal const string Continue = "a continue is swallowed";
    internal const string Order = "the right operand is evaluated first";
    internal const string Finally = "a finally with an await in it is forgotten";

    internal SyntaxTree In(SyntaxTree tree) => tree.WithRootAndOptions(Visit(tree.GetRoot()), tree.Options);

    public override SyntaxNode? VisitContinueStatement(ContinueStatementSyntax node) =>
        name == Continue ? SyntaxFactory.EmptyStatement().WithTriviaFrom(node) : node;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        BinaryExpressionSyntax visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        return name == Order && node.IsKind(SyntaxKind.AddExpression) && HasAwait(node.Right) && node.Left is not LiteralExpressionSyntax
            ? visited.WithLeft(Operand(visited.Right, visited.Left)).WithRight(Operand(visited.Left, visited.Right))
            : visited;
    }

    public override SyntaxNode? VisitTryStatement(TryStatementSyntax node)
    {
        TryStatementSyntax visited = (TryStatementSyntax)base.VisitTryStatement(node)!;
        return name == Finally && node.Finally is { } last && HasAwait(last) ? visited.WithFinally(visited.Finally!.WithBlock(SyntaxFactory.Block())) : visited;
    }

    private static ExpressionSyntax Operand(ExpressionSyntax operand, ExpressionSyntax old) =>
        SyntaxFactory.ParenthesizedExpression(operand.WithoutTrivia()).WithTriviaFrom(old);

    private static bool HasAwait(SyntaxNode node) => node.DescendantNodesAndSelf().Any(static inner => inner is AwaitExpressionSyntax);
}
