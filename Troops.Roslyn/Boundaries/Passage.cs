namespace Troops.Roslyn.Boundaries;

/// <summary>Where an argument goes.</summary>
internal enum Passage
{
    /// <summary>To code that is checked itself and does not say that it takes the argument elsewhere; or it is no delegate.</summary>
    Checked,

    /// <summary>To code that uses the delegate on the caller's own thread.</summary>
    Inline,

    /// <summary>A delegate that goes to another assembly, of which nothing is known.</summary>
    Unknown,

    /// <summary>A value that another thread receives.</summary>
    Value,

    /// <summary>A delegate that another thread runs.</summary>
    Thread,

    /// <summary>A delegate that another troop runs.</summary>
    Troop,
}
