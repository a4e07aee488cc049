using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Edits;

/// <summary>Calls, found from their names and written anew.</summary>
internal static class Calls
{
    /// <summary>The call, property or creation whose name stands at the node.</summary>
    internal static ExpressionSyntax? At(SyntaxNode node)
    {
        ExpressionSyntax? name = node.FirstAncestorOrSelf<ExpressionSyntax>();
        while (name?.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        {
            name = access;
        }

        return name?.Parent is InvocationExpressionSyntax call && call.Expression == name ? call : name;
    }

    /// <summary>What the member is taken from.</summary>
    internal static ExpressionSyntax? ReceiverOf(ExpressionSyntax use) =>
        use switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
            MemberAccessExpressionSyntax access => access.Expression,
            _ => null,
        };

    /// <summary>The method, lambda or local function that it stands in, if that is a task's body.</summary>
    internal static bool IsInTask(Site site, SyntaxNode node)
    {
        SemanticModel model = site.Compilation.GetSemanticModel(node.SyntaxTree);
        return model.GetEnclosingSymbol(node.SpanStart) is IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol type }
            && (
                SymbolEqualityComparer.Default.Equals(type, site.Symbols.TaskType)
                || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, site.Symbols.TaskOfResult)
            );
    }

    /// <summary>Whether nobody uses the value.</summary>
    internal static bool IsDiscarded(ExpressionSyntax use) =>
        use.Parent is ExpressionStatementSyntax
        || use.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" }, Parent: ExpressionStatementSyntax } discard
            && discard.Right == use;

    /// <summary>Another expression in the place of one, with the types of the runtime in reach.</summary>
    /// <param name="site">Where.</param>
    /// <param name="old">It or, with <c>await</c> where that binds less, it in parentheses.</param>
    /// <param name="text">Of the new one.</param>
    /// <param name="type">Of <c>Troops</c>, that the text names; null if it names none.</param>
    /// <param name="cancellation">Of the fix.</param>
    internal static async Task<Solution?> ReplaceAsync(Site site, ExpressionSyntax old, string text, string? type, CancellationToken cancellation)
    {
        EditList edits = new(site.Solution);
        bool isOperand =
            text.StartsWith("await ", StringComparison.Ordinal)
            && old.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax;
        ExpressionSyntax changed = SyntaxFactory.ParseExpression(isOperand ? $"({text})" : text).WithTriviaFrom(old);
        edits.Change(old, _ => changed);
        if (type is not null)
        {
            await edits.UseAsync(old, "Troops", type, cancellation).ConfigureAwait(false);
        }

        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }
}
