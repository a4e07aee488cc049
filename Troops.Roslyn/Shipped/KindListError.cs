using Microsoft.CodeAnalysis.Text;

namespace Troops.Roslyn.Shipped;

/// <summary>A line of a list that cannot be read; the other lines count.</summary>
/// <param name="File">The name of the list, as it was given.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Where the wrong word begins, counted from 1.</param>
/// <param name="Length">Of the wrong word; 0 where one is missing.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record KindListError(string File, int Line, int Column, int Length, string Message)
{
    /// <summary>The wrong word, as a location in source counts.</summary>
    internal LinePositionSpan Span => new(new(Line - 1, Column - 1), new(Line - 1, Column - 1 + Length));

    public override string ToString() => $"{File}({Line},{Column}): {Message}";
}
