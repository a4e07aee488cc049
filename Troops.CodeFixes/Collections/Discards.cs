using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Collections;

/// <summary>Calls that would go on to compile, and do nothing: <c>list.Add(x);</c> on an immutable list makes a new one that nobody keeps.</summary>
internal static class Discards
{
    internal static async Task<bool> AppearAsync(Solution before, Solution after, IEnumerable<DocumentId> documents, CancellationToken cancellation)
    {
        foreach (DocumentId id in documents)
        {
            int found = await CountAsync(after.GetDocument(id), cancellation).ConfigureAwait(false);
            if (found > 0 && found > await CountAsync(before.GetDocument(id), cancellation).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<int> CountAsync(Document? document, CancellationToken cancellation)
    {
        if (document is null || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return 0;
        }

        SyntaxNode root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return root.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(call => MayBeDiscarded(call) && MakesNew(model, call, cancellation));
    }

    /// <summary>As a statement, or as the body of something that may return nothing.</summary>
    private static bool MayBeDiscarded(InvocationExpressionSyntax call)
    {
        SyntaxNode node = call;
        while (node.Parent is ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            ExpressionStatementSyntax or ForStatementSyntax => true,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => true,
            ArrowExpressionClauseSyntax
            {
                Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } }
            } => true,
            ArrowExpressionClauseSyntax
            {
                Parent: LocalFunctionStatementSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } }
            } => true,
            ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax or DestructorDeclarationSyntax } => true,
            ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax accessor } => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
            AnonymousFunctionExpressionSyntax => true,
            _ => false,
        };
    }

    private static bool MakesNew(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ReturnType: INamedTypeSymbol made } method
        && SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, method.ContainingType?.OriginalDefinition)
        && made.ContainingNamespace.ToDisplayString() == Counterpart.Space
        && IsNothing(model, call, cancellation);

    /// <summary>A lambda's value counts unless its delegate returns nothing.</summary>
    private static bool IsNothing(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellation) =>
        call.FirstAncestorOrSelf<SyntaxNode>(static node => node is AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax)
            is not AnonymousFunctionExpressionSyntax lambda
        || model.GetSymbolInfo(lambda, cancellation).Symbol is IMethodSymbol { ReturnsVoid: true };
}
