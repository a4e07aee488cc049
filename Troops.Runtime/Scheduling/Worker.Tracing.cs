using System.Runtime.CompilerServices;
using Troops.Diagnostics;
using Troops.Seams;

namespace Troops.Scheduling;

/// <content>What the worker notes for a trace. Without one it costs a branch a turn and one a wake-up.</content>
internal sealed partial class Worker
{
    /// <summary>Null: nobody traces. Set by whoever begins or ends a trace; a turn that has begun goes on with what it saw.</summary>
    private TraceBuffer? trace;

    internal TraceBuffer? Trace => trace;

    /// <summary>The track of the worker; from 1 on.</summary>
    internal int Number { get; }

    /// <summary>Under the lock of the workers.</summary>
    internal void BeginTrace(TraceBuffer buffer)
    {
        buffer.Meet(Turns, Thread);
        Volatile.Write(ref trace, buffer);
    }

    /// <summary>Under the lock of the workers.</summary>
    internal void EndTrace()
    {
        trace?.Part(Turns, Thread);
        Volatile.Write(ref trace, null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TurnEnd RunTraced(TraceBuffer buffer, ThreadHeader thread)
    {
        buffer.BeginTurn(thread, thread.NotStartedBody);
        TurnEnd end = thread.RunTurn(this);
        TraceKind why =
            IsAlone ? TraceKind.HandedOff
            : end == TurnEnd.Requeue ? TraceKind.Requeued
            : end == TurnEnd.Ended ? TraceKind.Ended
            : TraceKind.Parked;
        buffer.EndTurn(why);
        return end;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RestTraced(TraceBuffer buffer, bool mayRest)
    {
        long start = Clock.Now;
        bool chosen = Rest(mayRest);
        buffer.Add(new TraceRecord(TraceKind.Asleep, start, Clock.Now, null, null));
        return chosen;
    }
}
