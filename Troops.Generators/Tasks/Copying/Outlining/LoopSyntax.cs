using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>What a loop's text alone says about making a function of it.</summary>
internal static class LoopSyntax
{
    /// <summary>
    /// Whether it holds none of what a function would change, or forbid. Not an inner loop either: the thread can be parked in the middle of the innermost one, as it stands at the start of a round then and
    /// nowhere else; of two that are in one function neither could be left in the middle of the other.
    /// </summary>
    /// <param name="loop">All of it.</param>
    /// <param name="inside">What comes into the function.</param>
    internal static bool IsPlain(StatementSyntax loop, StatementSyntax inside) =>
        !loop.ContainsDirectives
        && BodyText.MayHoldLine(loop)
        && (loop is not ForStatementSyntax { Condition: { } condition, Incrementors.Count: > 0 } || !condition.DescendantNodes().Any(IsDeclared))
        && (inside == loop || IsPlainNode(inside))
        && inside
            .DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax)
            .All(static node => IsPlainNode(node) && (node is not AnonymousFunctionExpressionSyntax lambda || IsPlainLambda(lambda)));

    /// <summary>Where variables belong to the loop, so that they are the function's own: all but the initializers of a <c>for</c>, which run once and before it.</summary>
    internal static bool Owns(StatementSyntax loop, TextSpan declaration) =>
        loop.Span.Contains(declaration) && (loop is not ForStatementSyntax { FirstSemicolonToken: var semicolon } || declaration.Start > semicolon.SpanStart);

    /// <summary>Whether there is somebody in the function who may look at its variables when the loop throws.</summary>
    internal static bool IsInTry(StatementSyntax loop, SyntaxNode function)
    {
        for (SyntaxNode? above = loop.Parent; above is not null && above != function; above = above.Parent)
        {
            if (above is TryStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the initializers of a <c>for</c> surely assign.</summary>
    internal static IEnumerable<IdentifierNameSyntax> AssignedFirst(StatementSyntax loop) =>
        loop is ForStatementSyntax { Initializers: var initializers }
            ? initializers.OfType<AssignmentExpressionSyntax>().Select(static assignment => assignment.Left).OfType<IdentifierNameSyntax>()
            : [];

    /// <summary>By a condition: the steps can see it, which stand before the condition in the function.</summary>
    private static bool IsDeclared(SyntaxNode node) => node is SingleVariableDesignationSyntax;

    private static bool IsPlainLambda(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.AsyncKeyword.IsKind(SyntaxKind.None)
        && lambda
            .DescendantNodes()
            .All(static node =>
                node
                    is not (
                        AwaitExpressionSyntax
                        or BaseExpressionSyntax
                        or FieldExpressionSyntax
                        or LocalFunctionStatementSyntax
                        or AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: not 0 }
                        or UnsafeStatementSyntax
                        or QueryExpressionSyntax
                    )
            );

    private static bool IsPlainNode(SyntaxNode node) =>
        node switch
        {
            AwaitExpressionSyntax or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } =>
                false,
            WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax => false,
            ReturnStatementSyntax or GotoStatementSyntax or LabeledStatementSyntax or YieldStatementSyntax => false,
            LocalFunctionStatementSyntax or QueryExpressionSyntax => false,
            UnsafeStatementSyntax or FixedStatementSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax =>
                false,
            RefTypeSyntax or RefExpressionSyntax or MakeRefExpressionSyntax or RefValueExpressionSyntax or RefTypeExpressionSyntax => false,
            BaseExpressionSyntax or FieldExpressionSyntax => false,
            _ => true,
        };
}
