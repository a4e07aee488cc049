namespace Troops.Diagnostics;

/// <summary>What a <see cref="TraceRecord"/> tells.</summary>
internal enum TraceKind : byte
{
    /// <summary>A turn that ended with the thread parked.</summary>
    Parked,

    /// <summary>A turn that ended the thread.</summary>
    Ended,

    /// <summary>A turn after which the thread was queued again.</summary>
    Requeued,

    /// <summary>A turn that lost its run queue and went on alone.</summary>
    HandedOff,

    /// <summary>A turn that goes on.</summary>
    UnderWay,

    /// <summary>The worker slept.</summary>
    Asleep,

    /// <summary>A turn woke a parked thread.</summary>
    Wake,

    /// <summary>The worker took this thread, and perhaps more, from another one.</summary>
    Steal,

    /// <summary>The run queue of this thread's turn was given to another worker.</summary>
    HandOff,
}
