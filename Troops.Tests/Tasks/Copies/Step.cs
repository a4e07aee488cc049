namespace Troops.Tests.Tasks.Copies;

/// <summary>What a body of <see cref="Program"/> does next.</summary>
internal enum Step
{
    /// <summary>A back-edge.</summary>
    Loop,

    /// <summary>A back-edge at which the slice is over.</summary>
    Preempted,

    /// <summary>Calls the next child and awaits it at once.</summary>
    Call,

    /// <summary>Calls the next child and awaits it at the end.</summary>
    Start,

    /// <summary>Lets its siblings run.</summary>
    Yield,

    /// <summary>Awaits the task that was started last.</summary>
    Await,

    /// <summary>Throws.</summary>
    Fault,
}
