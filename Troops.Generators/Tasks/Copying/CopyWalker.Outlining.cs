using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Troops.Generators.Tasks.Copying.Outlining;

namespace Troops.Generators.Tasks.Copying;

/// <content>Loops that become functions: what is written around their text, which stays where it is but for the steps of a <c>for</c>.</content>
internal sealed partial class CopyWalker
{
    /// <summary>Whether a loop has become a function.</summary>
    private bool hasOutlined;

    /// <summary>The function that the loop becomes; null if its check awaits where it stands, or nothing can be awaited there.</summary>
    private OutlinedLoop? OutlineOf(StatementSyntax loop)
    {
        OutlinedLoop? outlined = outliner is not null && MayRefillIn(loop) ? outliner.Of(loop, function.Node, LineOf(loop)) : null;
        hasOutlined |= outlined is not null;
        return outlined;
    }

    private void Outline(WhileStatementSyntax loop, OutlinedLoop outlined)
    {
        Begin(loop.SpanStart, outlined);
        AddLines(loop.SpanStart, $"        for (; {OutlinedLoop.IsOver}; {OutlinedLoop.Check})", "        {");
        edits.Replace(loop.WhileKeyword.Span, "if");
        Visit(loop.Condition);
        VisitAsBlock(loop.Statement);
        AddLines(loop.Span.End, "            else break;", "        }");
        End(loop.Span.End, outlined);
    }

    private void Outline(DoStatementSyntax loop, OutlinedLoop outlined)
    {
        Begin(loop.SpanStart, outlined);
        Visit(loop.Statement);
        // Not `&&`: a condition may be anything that has an operator `true`.
        edits.Insert(loop.Condition.SpanStart, "(");
        Visit(loop.Condition);
        edits.Insert(loop.Condition.Span.End, $") ? ({OutlinedLoop.Check}) : false");
        End(loop.Span.End, outlined);
    }

    private void Outline(ForStatementSyntax loop, OutlinedLoop outlined)
    {
        edits.InsertLine(loop.SpanStart, "{");
        int start = VisitInitializers(loop);
        AddCall(start, outlined);
        AddLines(start, $"        for (; {OutlinedLoop.IsOver};");
        foreach (ExpressionSyntax step in loop.Incrementors)
        {
            // Steps run before the check, which runs before the condition.
            edits.InsertMoved(start, Moved(step));
            edits.InsertLine(start, step == loop.Incrementors.Last() ? $"            , {OutlinedLoop.Check})" : "            ,");
        }

        AddLines(start, loop.Incrementors.Count > 0 ? [] : [$"            {OutlinedLoop.Check})"]);
        AddLines(start, "        {");
        if (loop.Condition is { } condition)
        {
            edits.Insert(condition.SpanStart, "if (");
            Visit(condition);
            edits.Replace(TextSpan.FromBounds(condition.Span.End, loop.CloseParenToken.Span.End), ")");
        }
        else
        {
            edits.Replace(TextSpan.FromBounds(start, loop.CloseParenToken.Span.End), "");
        }

        VisitAsBlock(loop.Statement);
        AddLines(loop.Span.End, loop.Condition is null ? [] : ["            else break;"]);
        AddLines(loop.Span.End, "        }");
        End(loop.Span.End, outlined);
    }

    /// <summary>Each part stands at the user's column, so that a debugger stops at the same places: what it goes over, the next one, the variable.</summary>
    private void Outline(ForEachStatementSyntax loop, OutlinedLoop outlined, LoopItems items)
    {
        int start = loop.SpanStart;
        edits.InsertLine(start, "{");
        AddLines(start, items.IsList ? [] : [$"    int {LoopItems.At} = 0;"]);
        edits.InsertMoved(
            start,
            items.IsList
                ? Moved(loop.Expression, $"{items.Type} {LoopItems.Items} = (", ").GetEnumerator();")
                : Moved(loop.Expression, $"{items.Type} {LoopItems.Items} = ", ";")
        );
        AddCall(start, outlined);
        if (items.IsList)
        {
            AddLines(start, $"        for (; {OutlinedLoop.IsOver}; {OutlinedLoop.Check})", "        {");
            edits.InsertMoved(start, BodyText.WriteAt(loop.InKeyword.SpanStart, loop, $"if ({LoopItems.Items}.MoveNext())"));
        }
        else
        {
            AddLines(start, $"        for (; {OutlinedLoop.IsOver};");
            edits.InsertMoved(start, BodyText.WriteAt(loop.InKeyword.SpanStart, loop, $"{LoopItems.At}++"));
            AddLines(start, $"            , {OutlinedLoop.Check})", "        {", $"            if ({LoopItems.At} < {LoopItems.Items}.Length)");
        }

        AddLines(start, "            {");
        string current = items.IsList ? $"{LoopItems.Items}.Current" : $"{LoopItems.Items}[{LoopItems.At}]";
        edits.InsertMoved(start, BodyText.WriteAt(loop.Type.SpanStart, loop, $"{items.VariableType} {loop.Identifier.Text} = {current};"));
        edits.Replace(TextSpan.FromBounds(start, loop.CloseParenToken.Span.End), "");
        Visit(loop.Statement);
        AddLines(loop.Span.End, "            }", "            else break;", "        }");
        End(loop.Span.End, outlined);
    }

    /// <summary>Makes statements of them.</summary>
    /// <returns>Where the condition begins, or would.</returns>
    private int VisitInitializers(ForStatementSyntax loop)
    {
        bool hasNone = loop.Declaration is null && loop.Initializers.Count == 0;
        edits.Replace(TextSpan.FromBounds(loop.SpanStart, hasNone ? loop.FirstSemicolonToken.Span.End : loop.OpenParenToken.Span.End), "");
        Visit(loop.Declaration);
        foreach (ExpressionSyntax initializer in loop.Initializers)
        {
            Visit(initializer);
        }

        foreach (SyntaxToken comma in loop.Initializers.GetSeparators())
        {
            edits.Replace(comma.Span, ";");
        }

        return loop.Condition?.SpanStart ?? loop.SecondSemicolonToken.SpanStart;
    }

    /// <summary>The text of another place, with its own changes.</summary>
    private string Moved(ExpressionSyntax part, string before = "", string after = "")
    {
        Edits outer = edits;
        edits = new();
        edits.Insert(part.SpanStart, before);
        Visit(part);
        edits.Insert(part.Span.End, after);
        string text = BodyText.Write(part, part.Span.End, edits);
        edits = outer;
        return text;
    }

    private void VisitAsBlock(StatementSyntax body)
    {
        if (body is BlockSyntax)
        {
            Visit(body);
            return;
        }

        edits.InsertLine(body.SpanStart, "{");
        Visit(body);
        edits.InsertLine(body.Span.End, "}");
    }

    private void Begin(int at, OutlinedLoop outlined)
    {
        edits.InsertLine(at, "{");
        AddCall(at, outlined);
    }

    private void AddCall(int at, OutlinedLoop outlined) => AddLines(at, [.. outlined.Call.Concat(outlined.Head).Select(static line => $"    {line}")]);

    private void End(int at, OutlinedLoop outlined)
    {
        AddLines(at, [.. outlined.Foot.Select(static line => $"    {line}")]);
        AddLines(at, "}");
    }

    private void AddLines(int at, params string[] lines)
    {
        foreach (string line in lines)
        {
            edits.InsertLine(at, line);
        }
    }
}
