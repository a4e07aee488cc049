namespace Troops.Roslyn.Boundaries;

/// <summary>How something gets to another thread.</summary>
internal enum CrossedAs
{
    /// <summary>A variable, or <c>this</c>, that the delegate's body uses.</summary>
    Capture,

    /// <summary>A variable that the delegate's body shares with code that assigns it.</summary>
    SharedVariable,

    /// <summary>The object that a delegate's method is called on, or a delegate of which nothing more is known.</summary>
    Target,

    /// <summary>An argument.</summary>
    Value,
}
