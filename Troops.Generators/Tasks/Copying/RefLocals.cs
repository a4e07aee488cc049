using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Generators.Tasks.Copying;

/// <summary>The variables of a body that no <c>await</c> may stand beside: references and ref structs, which live on the stack alone (CS4007, CS9217).</summary>
/// <remarks>Where one is in scope it counts as alive: an await less costs a hand-off, one too many an error.</remarks>
internal sealed class RefLocals
{
    /// <summary>From the declaration to the end of what it is in scope of.</summary>
    private readonly List<TextSpan> scopes = [];

    internal RefLocals(SemanticModel model, IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (SyntaxNode node in method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()))
        {
            if (node.SyntaxTree == model.SyntaxTree && IsRef(model, node, cancellation) && ScopeOf(node) is { } scope)
            {
                scopes.Add(TextSpan.FromBounds(node.SpanStart, scope.Span.End));
            }
        }
    }

    /// <summary>Whether one is in scope at the start of the loop's body, in this function.</summary>
    internal bool AreAlive(StatementSyntax loop, SyntaxNode function)
    {
        // Of its own head too: of a `for`, or the enumerator of a `foreach`.
        StatementSyntax? body = loop switch
        {
            WhileStatementSyntax { Statement: var inner } => inner,
            ForStatementSyntax { Statement: var inner } => inner,
            CommonForEachStatementSyntax { Statement: var inner } => inner,
            _ => null,
        };
        int at = body?.SpanStart ?? loop.SpanStart;
        foreach (TextSpan scope in scopes)
        {
            if (function.Span.Contains(scope.Start) && scope.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRef(SemanticModel model, SyntaxNode node, CancellationToken cancellation) =>
        node switch
        {
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax => IsRef(model.GetDeclaredSymbol(node, cancellation)),
            CommonForEachStatementSyntax loop => (loop is ForEachStatementSyntax named && IsRef(model.GetDeclaredSymbol(named, cancellation)))
                || model.GetForEachStatementInfo(loop).GetEnumeratorMethod is { ReturnType.IsRefLikeType: true }
                || IsBound(model.GetTypeInfo(loop.Expression, cancellation).Type),
            UsingStatementSyntax { Expression: { } used } => IsBound(model.GetTypeInfo(used, cancellation).Type),
            _ => false,
        };

    private static bool IsRef(ISymbol? symbol) => symbol is ILocalSymbol local && (local.RefKind != RefKind.None || IsBound(local.Type));

    /// <summary>To its stack, or, as what stops the flow of the execution context, to its kernel thread.</summary>
    private static bool IsBound(ITypeSymbol? type) =>
        type
            is { IsRefLikeType: true }
                or ITypeParameterSymbol { AllowsRefLikeType: true }
                or { Name: "AsyncFlowControl", ContainingNamespace.Name: "Threading" };

    private static SyntaxNode? ScopeOf(SyntaxNode node)
    {
        SyntaxNode? scope = node is StatementSyntax ? node : node.Parent;
        while (
            scope
                is not (
                    null
                    or BlockSyntax
                    or SwitchSectionSyntax
                    or ForStatementSyntax
                    or CommonForEachStatementSyntax
                    or UsingStatementSyntax
                    or WhileStatementSyntax
                    or DoStatementSyntax
                    or FixedStatementSyntax
                    or AnonymousFunctionExpressionSyntax
                    or MemberDeclarationSyntax
                )
        )
        {
            scope = scope.Parent;
        }

        return scope;
    }
}
