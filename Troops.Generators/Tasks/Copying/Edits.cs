using Microsoft.CodeAnalysis.Text;

namespace Troops.Generators.Tasks.Copying;

/// <summary>The changes of one body. Those at one place stay in the order in which they were made.</summary>
internal sealed class Edits
{
    private readonly List<Edit> edits = [];

    /// <summary>In the order of the text.</summary>
    internal IEnumerable<Edit> InOrder => edits.OrderBy(static edit => edit.Start);

    internal void Replace(TextSpan span, string text) => edits.Add(new(span.Start, span.Length, text, EditKind.Part));

    internal void Insert(int at, string text) => edits.Add(new(at, 0, text, EditKind.Part));

    internal void InsertLine(int at, string text) => edits.Add(new(at, 0, text, EditKind.Line));

    internal void InsertMoved(int at, string text) => edits.Add(new(at, 0, text, EditKind.Moved));
}
