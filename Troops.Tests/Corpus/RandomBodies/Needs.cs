namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Where a construct may stand.</summary>
[Flags]
internal enum Needs
{
    Nothing = 0,

    /// <summary>In an async function, outside of what forbids an await.</summary>
    Await = 1,

    /// <summary>In a body that awaits what other threads complete, in no order that could be compared.</summary>
    Foreign = 2,

    /// <summary>In a body that has tasks which are not awaited at once. It is never foreign too.</summary>
    Siblings = 4,

    /// <summary>In a loop.</summary>
    Loop = 8,

    /// <summary>In a function that returns something, outside of <c>finally</c>.</summary>
    Return = 16,

    /// <summary>In a handler.</summary>
    Catch = 32,

    /// <summary>Outside of filters.</summary>
    NoFilter = 64,

    /// <summary>Where no jump ahead may begin before it: CS8648.</summary>
    NoJumpAhead = 128,

    /// <summary>Outside of <c>catch</c> and <c>finally</c>: CS0255.</summary>
    NoHandler = 256,
}
