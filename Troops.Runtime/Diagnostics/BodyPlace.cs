namespace Troops.Diagnostics;

/// <summary>A body as its author knows it.</summary>
/// <param name="Name"><c>Shop.Sum</c>.</param>
/// <param name="File">The source file; null unless the generator has copied the body.</param>
/// <param name="Line">Of the declaration; 0 as above.</param>
internal sealed record BodyPlace(string Name, string? File, int Line)
{
    /// <summary>The frame that was asked for last: most faults of a body leave it at one place. Anybody's: a reference is written whole.</summary>
    private Frame? last;

    /// <summary>As a line of a stack trace, with its end.</summary>
    /// <param name="line">Of an await; 0 if that is not known.</param>
    internal string FrameAt(int line)
    {
        int shown = line == 0 ? Line : line;
        Frame? known = last;
        if (known?.Line != shown)
        {
            last = known = new Frame(shown, File is null ? $"   at {Name}()\n" : $"   at {Name}() in {File}:line {shown}\n");
        }

        return known.Text;
    }

    private sealed record Frame(int Line, string Text);
}
