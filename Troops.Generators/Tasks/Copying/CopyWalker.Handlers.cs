using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Copying;

/// <content>Handlers: what may be awaited in them, and what they do not catch.</content>
internal sealed partial class CopyWalker
{
    private int namedFaults;

    public override void VisitCatchFilterClause(CatchFilterClauseSyntax node) => VisitIn(function with { MayAwait = false }, node.FilterExpression);

    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        if (!MayCatchKill(node.Declaration))
        {
            Visit(node.Filter);
        }
        else if (node.Filter is { FilterExpression: { } filter } && model.GetTypeInfo(filter, cancellation).Type?.SpecialType == SpecialType.System_Boolean)
        {
            edits.Insert(filter.SpanStart, $"!global::Troops.TroopUnwind.IsKill({NameOf(node)}) && (");
            Visit(node.Filter);
            edits.Insert(filter.Span.End, ")");
        }
        else
        {
            string name = NameOf(node);
            Visit(node.Filter);
            AddLine(node.Block.OpenBraceToken.Span.End, node.Block, $"if (global::Troops.TroopUnwind.IsKill({name})) throw;");
        }

        VisitIn(InHandler(node.Block), node.Block);
    }

    public override void VisitFinallyClause(FinallyClauseSyntax node) => VisitIn(InHandler(node.Block) with { IsFinally = true }, node.Block);

    /// <summary>A handler in which something is awaited becomes another thing for the compiler: it runs after outer filters, and rethrows by other means. So only the user decides that.</summary>
    private Function InHandler(BlockSyntax block) =>
        block
            .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static node =>
                node is AwaitExpressionSyntax
                || (node is CommonForEachStatementSyntax loop && loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
                || (node is UsingStatementSyntax used && used.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
                || (node is LocalDeclarationStatementSyntax local && local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            )
            ? function
            : function with
            {
                MayAwait = false,
            };

    /// <summary>Nothing of a killed troop runs but what must: a clause that would catch the kill passes it on. The exception is one that C# code cannot derive from.</summary>
    private bool MayCatchKill(CatchDeclarationSyntax? declaration) =>
        declaration is null
        || model.GetTypeInfo(declaration.Type, cancellation).Type
            is ITypeParameterSymbol
                or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                or { Name: "TroopKilledException", ContainingNamespace: { Name: "Troops", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>What the clause calls its exception; it gets a name if it has none.</summary>
    private string NameOf(CatchClauseSyntax node)
    {
        if (node.Declaration is { Identifier: { ValueText.Length: > 0 } given })
        {
            return given.Text;
        }

        string name = $"__troop_fault{++namedFaults}";
        if (node.Declaration is { } declaration)
        {
            edits.Insert(declaration.Type.Span.End, $" {name}");
        }
        else
        {
            edits.Insert(node.CatchKeyword.Span.End, $" (global::System.Exception {name})");
        }

        return name;
    }
}
