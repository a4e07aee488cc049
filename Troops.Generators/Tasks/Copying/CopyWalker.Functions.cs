using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying;

/// <content>Functions within the body, and places where nothing can be awaited.</content>
internal sealed partial class CopyWalker
{
    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => VisitLambda(node);

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => VisitLambda(node);

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => VisitLambda(node);

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        bool isTask = model.GetDeclaredSymbol(node, cancellation) is IMethodSymbol symbol && TaskTypes.IsBody(symbols, symbol);
        VisitIn(new(node, isTask && !IsUnsafe(node)), (SyntaxNode?)node.Body ?? node.ExpressionBody);
    }

    public override void VisitLockStatement(LockStatementSyntax node)
    {
        Visit(node.Expression);
        VisitIn(function with { MayAwait = false }, node.Statement);
    }

    public override void VisitUnsafeStatement(UnsafeStatementSyntax node) => VisitIn(function with { MayAwait = false }, node.Block);

    public override void VisitFixedStatement(FixedStatementSyntax node)
    {
        Visit(node.Declaration);
        VisitIn(function with { MayAwait = false }, node.Statement);
    }

    private void VisitLambda(AnonymousFunctionExpressionSyntax node)
    {
        // Of an expression tree every node counts.
        if (model.GetTypeInfo(node, cancellation).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: not null })
        {
            return;
        }

        bool isTask = model.GetSymbolInfo(node, cancellation).Symbol is IMethodSymbol symbol && TaskTypes.IsBody(symbols, symbol);
        VisitIn(new(node, isTask && !IsUnsafe(node)), node.Body);
    }

    private void VisitIn(Function inner, SyntaxNode? body)
    {
        Function outer = function;
        function = inner;
        Visit(body);
        function = outer;
    }

    /// <summary>Whether the word stands at the function, or around it.</summary>
    private static bool IsUnsafe(SyntaxNode function)
    {
        for (SyntaxNode? level = function; level is not null; level = level.Parent)
        {
            if (
                level is UnsafeStatementSyntax
                || (level is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword))
                || (level is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.UnsafeKeyword))
            )
            {
                return true;
            }
        }

        return false;
    }
}
