namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>How the function of a loop gets a variable of the task's.</summary>
internal enum LoopPassing
{
    /// <summary>The loop does not change it.</summary>
    Value,

    /// <summary>The function works on the task's own, as it is no register's, or as somebody may look at it when the loop throws.</summary>
    Reference,

    /// <summary>The function has one of its own meanwhile: at its end it writes it back.</summary>
    Register,

    /// <summary>Only the loop uses it, and no round sees what the last one has left in it.</summary>
    Local,
}
