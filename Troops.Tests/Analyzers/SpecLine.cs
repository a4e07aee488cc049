using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Analyzers;

/// <summary>One diagnostic, as a spec file says it: <c>//! ID [text that it stands at] message</c> at the end of the line that it is about.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Id">The rule's.</param>
/// <param name="Text">The source text at its location, cut at the end of the line.</param>
/// <param name="Message">All of it.</param>
internal sealed record SpecLine(int Line, string Id, string Text, string Message)
{
    private const string Mark = "//! ";

    public override string ToString() => $"line {Line}: {Mark}{Id} [{Text}] {Message}";

    /// <summary>Several on a line are separated by another mark.</summary>
    internal static IReadOnlyList<SpecLine> Expected(string source)
    {
        List<SpecLine> lines = [];
        int number = 0;
        foreach (string line in source.Split('\n'))
        {
            number++;
            foreach (string mark in line.Split(Mark).Skip(1))
            {
                int open = mark.IndexOf('[', StringComparison.Ordinal);
                int close = mark.IndexOf("] ", StringComparison.Ordinal);
                Assert.That(open > 0 && close > open, Is.True, $"line {number}: a mark is '{Mark}ID [text] message', not '{Mark}{mark}'");
                lines.Add(new(number, mark[..open].Trim(), mark[(open + 1)..close], mark[(close + 2)..].Trim()));
            }
        }

        return lines;
    }

    internal static SpecLine Of(Diagnostic diagnostic)
    {
        SourceText text = diagnostic.Location.SourceTree!.GetText();
        TextSpan span = diagnostic.Location.SourceSpan;
        string at = text.ToString(span).Split('\n')[0].Trim();
        return new(
            text.Lines.GetLineFromPosition(span.Start).LineNumber + 1,
            diagnostic.Id,
            at,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
