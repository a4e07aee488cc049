using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Generators.Tasks.Copying;

/// <summary>Writes a part of the user's file with changes, and with <c>#line</c> directives that lead back to it.</summary>
/// <remarks>
/// What is put in stands on hidden lines, and after it the user's text goes on in its own column: so a debugger steps on the user's statements, and an exception names the
/// user's lines. Of directives only <c>#nullable</c> is kept: what is left out by an <c>#if</c> is left out here too, and warnings are not this file's to give.
/// </remarks>
internal sealed class BodyText
{
    private readonly SyntaxTree tree;
    private readonly SourceText source;
    private readonly StringBuilder text = new();

    /// <summary>Lines of directives, and text that is compiled out.</summary>
    private readonly List<TextSpan> dropped = [];

    /// <summary>Literals that go over lines: not a character of them may change.</summary>
    private readonly List<TextSpan> literals = [];

    /// <summary>Where a debugger may stop: there the column must be the user's, whatever was put in before it on its line.</summary>
    private readonly Queue<int> stops;

    /// <summary>Where a directive of the user's begins to count.</summary>
    private readonly HashSet<int> remapped = [];

    private bool isShifted;

    /// <summary>Whether the next of the user's text needs a directive that leads back to it.</summary>
    private bool mustReturn;

    /// <summary>Whether what is written next is hidden anyway.</summary>
    private bool isHidden;

    /// <summary>The place that the last directive leads to.</summary>
    private int begun;

    private BodyText(SyntaxNode body)
    {
        tree = body.SyntaxTree;
        source = tree.GetText();
        stops = new(Stops.In(body).OrderBy(static stop => stop));
        foreach (SyntaxTrivia trivia in body.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.DisabledTextTrivia) || (trivia.IsDirective && !trivia.IsKind(SyntaxKind.NullableDirectiveTrivia)))
            {
                dropped.Add(trivia.FullSpan);
                if (trivia.IsKind(SyntaxKind.LineDirectiveTrivia) || trivia.IsKind(SyntaxKind.LineSpanDirectiveTrivia))
                {
                    remapped.Add(trivia.FullSpan.End);
                }
            }
        }

        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (
                token.Kind()
                    is SyntaxKind.StringLiteralToken
                        or SyntaxKind.InterpolatedStringTextToken
                        or SyntaxKind.MultiLineRawStringLiteralToken
                        or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                        or SyntaxKind.Utf8StringLiteralToken
                        or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                        or SyntaxKind.InterpolatedRawStringEndToken
                && token.Text.IndexOf('\n') >= 0
            )
            {
                literals.Add(token.Span);
            }
        }
    }

    /// <summary>Whether a line can be put in there: not within an interpolated string.</summary>
    internal static bool MayHoldLine(SyntaxNode at) => at.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is null;

    /// <param name="body">The node that is written, without its leading trivia.</param>
    /// <param name="end">Where the text ends: after the body, or after its semicolon.</param>
    /// <param name="edits">All in the body.</param>
    internal static string Write(SyntaxNode body, int end, Edits edits)
    {
        BodyText writer = new(body);
        int position = body.SpanStart;
        writer.BeginLine(position);
        foreach (Edit edit in edits.InOrder)
        {
            writer.Copy(position, edit.Start);
            position = edit.Start + edit.Length;
            switch (edit.Kind)
            {
                case EditKind.Part:
                    writer.AddPart(edit);
                    break;
                case EditKind.Line:
                    position = writer.SkipRestOfLine(position, end);
                    writer.AddLine(edit.Text, position);
                    break;
                default:
                    writer.AddMoved(edit.Text);
                    break;
            }
        }

        writer.Copy(position, end);
        return writer.text.Append('\n').ToString();
    }

    /// <summary>A line of ours that counts as what the user has there.</summary>
    /// <param name="position">Where a debugger stops for it.</param>
    /// <param name="node">Around it.</param>
    /// <param name="line">What stands there.</param>
    internal static string WriteAt(int position, SyntaxNode node, string line)
    {
        BodyText writer = new(node);
        writer.BeginLine(position);
        return writer.text.Append(line).Append('\n').ToString();
    }

    private void AddPart(Edit edit)
    {
        if (edit.Text.Length > 0)
        {
            Return(edit.Start);
        }

        text.Append(edit.Text);
        isShifted |= edit.Text.Length != edit.Length;
    }

    private void AddLine(string line, int next)
    {
        TrimLine();
        text.Append(isHidden ? "" : "#line hidden\n").Append(Indent(FirstOnLine(next))).Append(line).Append('\n');
        isHidden = mustReturn = true;
    }

    private void AddMoved(string lines)
    {
        TrimLine();
        text.Append(lines);
        isHidden = false;
        mustReturn = true;
    }

    /// <summary>To the user's text, if something else has been written since.</summary>
    private void Return(int position)
    {
        if (mustReturn)
        {
            BeginLine(position);
        }
    }

    /// <summary>Ends the line, without blanks.</summary>
    private void TrimLine()
    {
        while (text.Length > 0 && text[text.Length - 1] is ' ' or '\t')
        {
            text.Length--;
        }

        if (text.Length > 0 && text[text.Length - 1] != '\n')
        {
            text.Append('\n');
        }
    }

    /// <summary>The directive for the user's line, and blanks up to the user's column.</summary>
    private void BeginLine(int position)
    {
        isShifted = mustReturn = isHidden = false;
        begun = position;
        if (tree.GetLineVisibility(position) == LineVisibility.Hidden)
        {
            text.Append("#line hidden\n").Append(Indent(position));
            return;
        }

        FileLinePositionSpan mapped = tree.GetMappedLineSpan(new TextSpan(position, 0));
        text.Append("#line ").Append(mapped.StartLinePosition.Line + 1);
        // A name with a quotation mark cannot be said in a directive.
        text.Append(mapped.Path.IndexOf('"') < 0 ? $" \"{PathOf(mapped)}\"\n" : "\n").Append(Indent(position));
    }

    /// <summary>A name that the user's directive gives is meant from the user's file, and would be taken from the generated one.</summary>
    private string PathOf(FileLinePositionSpan mapped) =>
        !mapped.HasMappedPath || Path.IsPathRooted(mapped.Path) || Path.GetDirectoryName(tree.FilePath) is not { Length: > 0 } folder
            ? mapped.Path
            : Path.Combine(folder, mapped.Path);

    private int FirstOnLine(int position)
    {
        int first = source.Lines.GetLineFromPosition(position).Start;
        while (first < position && source[first] is ' ' or '\t')
        {
            first++;
        }

        return first;
    }

    /// <summary>Tabs count as what they are to the compiler: one column.</summary>
    private string Indent(int position)
    {
        TextLine line = source.Lines.GetLineFromPosition(position);
        StringBuilder indent = new();
        for (int i = line.Start; i < position; i++)
        {
            indent.Append(source[i] == '\t' ? '\t' : ' ');
        }

        return indent.ToString();
    }

    /// <summary>Past the end of the line, if nothing but blanks stands before it.</summary>
    private int SkipRestOfLine(int position, int end)
    {
        int next = position;
        while (next < end && source[next] is ' ' or '\t' or '\r')
        {
            next++;
        }

        if (next >= end || source[next] != '\n')
        {
            return position;
        }

        next++;
        while (next < end && source[next] is ' ' or '\t')
        {
            next++;
        }

        // An empty line, or one that is left out, keeps its place.
        return next < end && source[next] is not ('\r' or '\n' or '#') ? next : position;
    }

    private void Copy(int from, int to)
    {
        if (from < to)
        {
            Return(from);
        }

        for (int i = from; i < to; i++)
        {
            char character = source[i];
            if (remapped.Contains(i))
            {
                TrimLine();
                BeginLine(i);
            }

            while (stops.Count > 0 && stops.Peek() <= i)
            {
                // What was put in where a line begins stops a debugger there already.
                if (stops.Dequeue() == i && isShifted && begun != i)
                {
                    TrimLine();
                    BeginLine(i);
                }
            }

            isShifted &= character != '\n';
            if (character == '\r' && !IsIn(literals, i))
            {
                if (i + 1 < source.Length && source[i + 1] == '\n')
                {
                    continue;
                }

                // By itself it ends a line too.
                character = '\n';
            }

            if (character == '\n' || !IsIn(dropped, i))
            {
                text.Append(character);
            }
        }
    }

    private static bool IsIn(List<TextSpan> spans, int position)
    {
        foreach (TextSpan span in spans)
        {
            if (span.Contains(position))
            {
                return true;
            }
        }

        return false;
    }
}
