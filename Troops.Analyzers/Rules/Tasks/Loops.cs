using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>The loops of a method, as its text shows them. Those of lambdas and local functions are not its own.</summary>
internal static class Loops
{
    /// <summary>A loop in which nothing is awaited, so that the worker gets no chance to do anything else.</summary>
    internal static SyntaxNode? WithoutAwait(IMethodSymbol method, CancellationToken cancellation) =>
        Of(method, cancellation)
            .FirstOrDefault(static loop => loop is not CommonForEachStatementSyntax && !Own(loop).Any(static node => node is AwaitExpressionSyntax));

    /// <summary>The keyword of a loop that only a jump ends; null if there is none. That of an iterator goes on only as far as somebody asks.</summary>
    internal static string? Endless(IMethodSymbol method) =>
        Of(method, CancellationToken.None)
            .Where(static loop => KeywordOfEndless(loop) is not null && !Own(loop).Any(static node => node is YieldStatementSyntax))
            .Select(KeywordOfEndless)
            .FirstOrDefault();

    private static string? KeywordOfEndless(SyntaxNode loop) =>
        loop switch
        {
            WhileStatementSyntax { Condition: var condition } when IsTrue(condition) => "while",
            DoStatementSyntax { Condition: var condition } when IsTrue(condition) => "do",
            ForStatementSyntax { Condition: var condition } when condition is null || IsTrue(condition) => "for",
            _ => null,
        };

    private static IEnumerable<SyntaxNode> Of(IMethodSymbol method, CancellationToken cancellation)
    {
        IMethodSymbol definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        return definition
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .SelectMany(static declaration => Own(declaration))
            .Where(static node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);
    }

    private static IEnumerable<SyntaxNode> Own(SyntaxNode root) =>
        root.DescendantNodes(node => node == root || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static bool IsTrue(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression);
}
