namespace Troops.Generators.Tasks.Copying;

/// <summary>What runs of a body when an exception leaves a place in it.</summary>
internal enum Enclosing
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Only what runs on every way out: <c>finally</c>, and what the compiler makes for <c>using</c> and <c>foreach</c>.</summary>
    Finally,

    /// <summary>What sees the exception, or may not be left by a <c>return</c>.</summary>
    Handlers,
}
