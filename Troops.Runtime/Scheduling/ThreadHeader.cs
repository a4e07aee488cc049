using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Seams;

namespace Troops;

/// <summary>A thread as the scheduler sees it. Infrastructure: nobody outside of this assembly can derive from it.</summary>
/// <remarks>It is the base of <see cref="TroopThread"/>, so that header and thread are one object; see docs/decisions.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ThreadHeader : ITraced
{
    /// <summary>The inbox word: see <see cref="Inbox"/>.</summary>
    internal InboxNode? InboxWord;

    internal readonly TroopShare Share;

    /// <summary>One more than the place in <see cref="ThreadRegistry"/>, guarded by its lock; 0 until the thread parks for the first time.</summary>
    internal int Place;

    /// <summary>When it was made, by <see cref="CoarseClock"/>.</summary>
    internal readonly int StartedAt;

    /// <summary>The number of the gauge of the worker that runs a turn of this thread; 0 between turns, from before it is parked, ended or queued. The turn's.</summary>
    private protected uint Turn;

    private static int lastGivenId;

    /// <summary>0: nobody has asked for it.</summary>
    private int givenId;

    private protected ThreadHeader(TroopShare share)
    {
        Share = share;
        StartedAt = CoarseClock.Now;
    }

    /// <summary>A number that no other thread of this OS process has; given when somebody asks, so that the millions that nobody looks at do not pay.</summary>
    internal long GivenId
    {
        get
        {
            if (Volatile.Read(ref givenId) == 0)
            {
                Interlocked.CompareExchange(ref givenId, Interlocked.Increment(ref lastGivenId), 0);
            }

            return (uint)Volatile.Read(ref givenId);
        }
    }

    /// <summary>For traces: what the thread starts with; null from its first turn on.</summary>
    internal virtual Delegate? NotStartedBody => null;

    long ITraced.Id => GivenId;

    string? ITraced.Name => GivenName;

    string ITraced.TroopName => TroopName;

    private protected virtual string? GivenName => null;

    private protected virtual string TroopName => "";

    /// <summary>Runs the thread's ready tasks. The last thing it does is to park, to end, or to ask for another turn.</summary>
    internal abstract TurnEnd RunTurn(Worker worker);

    /// <summary>Called in a turn of this thread whose troop is killed: throws.</summary>
    internal abstract void ThrowKilled();

    /// <summary>Troop, thread and running task in one line. Safe from any kernel thread; what it says may be out of date.</summary>
    internal abstract string Describe();

    /// <summary>True if the calling code runs in a turn of this thread: what <see cref="Worker.Current"/> says, for one load less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe bool IsCurrent(Gauge* gauge) => gauge is not null && gauge->Number == Turn;

    /// <summary>Queues the thread if it was parked. Safe from anywhere.</summary>
    internal void Unpark()
    {
        if (Inbox.TryUnpark(ref InboxWord))
        {
            Share.Scheduler.Queue(this);
        }
    }
}
