using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying;

/// <content>How the fault of what is awaited leaves the body: see <c>TroopSite</c>.</content>
internal sealed partial class CopyWalker
{
    /// <summary>The member of <c>TroopSite</c> for an await.</summary>
    private string SiteOf(AwaitExpressionSyntax node)
    {
        if (!TaskTypes.IsTask(symbols, model.GetTypeInfo(node.Expression, cancellation).Type))
        {
            return "At";
        }

        return Handlers.Around(node, function.Node, model) switch
        {
            Enclosing.Nothing => "Through",
            Enclosing.Finally when function.Node is MethodDeclarationSyntax or LocalFunctionStatementSyntax => SiteInFinally(node),
            _ => "At",
        };
    }

    /// <summary>The member of <c>TroopSite</c> for the sequence of an <c>await foreach</c>.</summary>
    private string SiteOf(CommonForEachStatementSyntax loop) =>
        IsReceived(model.GetTypeInfo(loop.Expression, cancellation).Type) && Handlers.Around(loop, function.Node, model) == Enclosing.Nothing
            ? "Through"
            : "In";

    /// <summary>
    /// Only where nothing of the user's sees the value before the body is left: not a conversion, not a setter, and not a <c>finally</c> block, as it would see a variable that was there before.
    /// </summary>
    private string SiteInFinally(AwaitExpressionSyntax node)
    {
        SyntaxNode value = node;
        while (value.Parent is ParenthesizedExpressionSyntax)
        {
            value = value.Parent;
        }

        if (value.Parent is not ExpressionStatementSyntax && !model.GetConversion(node, cancellation).IsIdentity)
        {
            return "At";
        }

        if (value.Parent is ReturnStatementSyntax)
        {
            return "Return";
        }

        StatementSyntax? statement = value.Parent switch
        {
            ExpressionStatementSyntax alone => alone,
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration }
                }
            } => declaration,
            _ => null,
        };
        if (statement?.Parent is not (BlockSyntax or SwitchSectionSyntax) || (statement is LocalDeclarationStatementSyntax local && IsCaptured(local)))
        {
            return "At";
        }

        bool hasResult = model.GetDeclaredSymbol(function.Node, cancellation) is IMethodSymbol { ReturnType: INamedTypeSymbol { IsGenericType: true } };
        AddLine(statement.Span.End, statement, $"if (global::Troops.TroopUnwind.IsPending()) return{(hasResult ? " default!" : "")};");
        return "Unwind";
    }

    /// <summary>Then a function made in an earlier round of a <c>goto</c> has the same variable, and a <c>finally</c> block may call it.</summary>
    private bool IsCaptured(LocalDeclarationStatementSyntax declaration) =>
        model.AnalyzeDataFlow(declaration) is not { Succeeded: true } flow || flow.VariablesDeclared.Any(variable => flow.Captured.Contains(variable));
}
