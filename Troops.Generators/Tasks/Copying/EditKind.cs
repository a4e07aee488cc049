namespace Troops.Generators.Tasks.Copying;

/// <summary>How a change stands in the text.</summary>
internal enum EditKind
{
    /// <summary>A part of the user's line.</summary>
    Part,

    /// <summary>A line of its own, on which no debugger steps.</summary>
    Line,

    /// <summary>Whole lines that <see cref="BodyText"/> has written of another place of the user's, with the directives that lead there.</summary>
    Moved,
}
