namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What happens to a variable that holds a task.</summary>
internal enum TaskUse
{
    /// <summary>It gets a task that no variable held before.</summary>
    Start,

    /// <summary>It gets the task of another variable.</summary>
    Copy,

    /// <summary>Its task is awaited, or given to what does that.</summary>
    Consume,

    /// <summary>Its task goes where nobody follows it.</summary>
    Escape,
}
