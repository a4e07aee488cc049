using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Copying;

/// <content>Back-edges: at each the body spends fuel. The check stands at the start of a loop's body, where <c>continue</c> cannot go round it.</content>
internal sealed partial class CopyWalker
{
    private RefLocals? refLocals;

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        if (OutlineOf(node) is { } outlined)
        {
            Outline(node, outlined);
            return;
        }

        Open(node, node.Statement);
        base.VisitWhileStatement(node);
        Close(node.Statement);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        if (OutlineOf(node) is { } outlined)
        {
            Outline(node, outlined);
            return;
        }

        Open(node, node.Statement);
        base.VisitDoStatement(node);
        Close(node.Statement);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        if (OutlineOf(node) is { } outlined)
        {
            Outline(node, outlined);
            return;
        }

        Open(node, node.Statement);
        base.VisitForStatement(node);
        Close(node.Statement);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        if (OutlineOf(node) is { Items: { } items } outlined)
        {
            Outline(node, outlined, items);
            return;
        }

        AddSequence(node);
        Open(node, node.Statement);
        base.VisitForEachStatement(node);
        Close(node.Statement);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        AddSequence(node);
        Open(node, node.Statement);
        base.VisitForEachVariableStatement(node);
        Close(node.Statement);
    }

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        if (IsBackward(node))
        {
            Open(node, node);
            Close(node);
        }

        base.VisitGotoStatement(node);
    }

    /// <summary>Each step of an <c>await foreach</c> is an await too.</summary>
    private void AddSequence(CommonForEachStatementSyntax loop)
    {
        if (loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) && function.MayAwait && MayBePassed(loop.Expression))
        {
            edits.Insert(loop.Expression.SpanStart, $"global::Troops.TroopSite.{SiteOf(loop)}(");
            edits.Insert(loop.Expression.Span.End, $", {LineOf(loop)})");
        }
    }

    private void Open(StatementSyntax loop, StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            AddLine(block.OpenBraceToken.Span.End, block, CheckAt(loop));
        }
        else
        {
            AddLine(body.SpanStart, body, $"{{ {CheckAt(loop)}");
        }
    }

    /// <summary>After all that ends there too.</summary>
    private void Close(StatementSyntax body)
    {
        if (body is not BlockSyntax)
        {
            AddLine(body.Span.End, body, "}");
        }
    }

    private void AddLine(int at, SyntaxNode node, string text)
    {
        if (BodyText.MayHoldLine(node))
        {
            edits.InsertLine(at, text);
        }
        else
        {
            edits.Insert(at, $" {text} ");
        }
    }

    /// <summary>In a <c>finally</c> block a kill is no reason to leave.</summary>
    private string CheckAt(StatementSyntax at) =>
        function.IsFinally ? "global::Troops.TroopFuel.CheckInFinally();"
        : MayRefillIn(at) ? $"if (global::Troops.TroopFuel.Spend()) await global::Troops.TroopFuel.Refill({LineOf(at)});"
        : "global::Troops.TroopFuel.Check();";

    private bool MayRefillIn(StatementSyntax at) =>
        function.MayAwait && !function.IsFinally && !(refLocals ??= new(model, method, cancellation)).AreAlive(at, function.Node);

    /// <summary>To a label that stands before it; to another case of a <c>switch</c> always, for nothing tells which comes first.</summary>
    private bool IsBackward(GotoStatementSyntax node) =>
        !node.IsKind(SyntaxKind.GotoStatement)
        || (
            node.Expression is IdentifierNameSyntax { Identifier.ValueText: var label }
            && function
                .Node.DescendantNodes()
                .OfType<LabeledStatementSyntax>()
                .Any(labeled => labeled.Identifier.ValueText == label && labeled.SpanStart < node.SpanStart)
        );
}
