namespace Troops.Diagnostics;

/// <summary>What a worker notes; the writer makes words of it, so that the worker does not have to.</summary>
/// <param name="Start">In ticks of the clock.</param>
/// <param name="End">Equal to the start for what has no duration, and for a turn that is under way.</param>
/// <param name="Thread">Null for the sleep of a worker.</param>
/// <param name="Body">In the first turn of a thread: what it was started with.</param>
internal readonly record struct TraceRecord(TraceKind Kind, long Start, long End, ITraced? Thread, Delegate? Body)
{
    /// <summary>Whether it is a turn that ended.</summary>
    internal bool IsTurn => Kind is TraceKind.Parked or TraceKind.Ended or TraceKind.Requeued or TraceKind.HandedOff;
}
