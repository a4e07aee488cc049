using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Copying;

/// <summary>The places of a body at which the compiler lets a debugger stop.</summary>
internal static class Stops
{
    internal static IEnumerable<int> In(SyntaxNode body) =>
        body.DescendantNodesAndSelf(static node => node is not InterpolatedStringExpressionSyntax).SelectMany(static node => At(node));

    private static IEnumerable<int> At(SyntaxNode node)
    {
        switch (node)
        {
            case BlockSyntax block:
                return [block.SpanStart, block.CloseBraceToken.SpanStart];
            case ForStatementSyntax loop:
                return
                [
                    loop.SpanStart,
                    .. loop.Condition is { } condition ? [condition.SpanStart] : Array.Empty<int>(),
                    .. loop.Incrementors.Select(static step => step.SpanStart),
                ];
            case DoStatementSyntax loop:
                return [loop.SpanStart, loop.WhileKeyword.SpanStart];
            case ForEachStatementSyntax loop:
                return [loop.SpanStart, loop.Type.SpanStart, loop.InKeyword.SpanStart, loop.Expression.SpanStart];
            case ForEachVariableStatementSyntax loop:
                return [loop.SpanStart, loop.Variable.SpanStart, loop.InKeyword.SpanStart, loop.Expression.SpanStart];
            case StatementSyntax or CatchClauseSyntax or CatchFilterClauseSyntax or VariableDeclaratorSyntax or WhenClauseSyntax:
                return [node.SpanStart];
            case SwitchExpressionArmSyntax arm:
                return [arm.Expression.SpanStart];
            case LambdaExpressionSyntax { Body: ExpressionSyntax expression }:
                return [expression.SpanStart];
            default:
                return [];
        }
    }
}
