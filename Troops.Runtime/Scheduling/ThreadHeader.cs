using System.ComponentModel;
using Troops.Scheduling;

namespace Troops;

/// <summary>A thread as the scheduler sees it. Infrastructure: nobody outside of this assembly can derive from it.</summary>
/// <remarks>It is the base of <see cref="TroopThread"/>, so that header and thread are one object; see docs/decisions.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ThreadHeader
{
    /// <summary>The inbox word: see <see cref="Inbox"/>.</summary>
    internal InboxNode? InboxWord;

    internal readonly TroopShare Share;

    /// <summary>One more than the place in <see cref="ThreadRegistry"/>, guarded by its lock; 0 until the thread parks for the first time.</summary>
    internal int Place;

    private protected ThreadHeader(TroopShare share) => Share = share;

    /// <summary>Runs the thread's ready tasks. The last thing it does is to park, to end, or to ask for another turn.</summary>
    internal abstract TurnEnd RunTurn(Worker worker);

    /// <summary>Called in a turn of this thread whose troop is killed: throws.</summary>
    internal abstract void ThrowKilled();

    /// <summary>Troop, thread and running task in one line. Safe from any kernel thread; what it says may be out of date.</summary>
    internal abstract string Describe();

    /// <summary>Queues the thread if it was parked. Safe from anywhere.</summary>
    internal void Unpark()
    {
        if (Inbox.TryUnpark(ref InboxWord))
        {
            Share.Scheduler.Queue(this);
        }
    }
}
