using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>A thread without tasks: the scheduler's own view of one, driven by a delegate, so that a test says exactly what each turn does.</summary>
internal sealed class ScriptedThread(TroopShare share, int number, Func<ScriptedThread, Worker, TurnEnd>? turn = null) : ThreadHeader(share)
{
    private int inTurn;
    private int overlaps;

    internal int Number => number;

    /// <summary>How often a turn began while another one of this thread had not ended: law 1 in one number.</summary>
    internal int Overlaps => Volatile.Read(ref overlaps);

    public override string ToString() => $"{number}";

    internal override TurnEnd RunTurn(Worker worker)
    {
        Enter();
        TurnEnd end = turn is null ? TurnEnd.Left : turn(this, worker);
        if (end == TurnEnd.Requeue)
        {
            Leave();
        }

        return end;
    }

    internal override void ThrowKilled() => throw new InvalidOperationException("No test kills a scripted thread.");

    internal override string Describe() => $"scripted thread {number}";

    /// <summary>The turn's last access to the thread; false if something came.</summary>
    internal bool TryPark()
    {
        Leave();
        if (Inbox.TryPark(ref InboxWord))
        {
            return true;
        }

        Enter();
        return false;
    }

    /// <summary>Delivers <paramref name="node"/> and queues the thread if that is the pusher's duty.</summary>
    internal void Send(InboxNode node)
    {
        if (Inbox.Push(ref InboxWord, node) == PushOutcome.MustQueue)
        {
            Share.Scheduler.Queue(this);
        }
    }

    private void Enter()
    {
        if (Interlocked.Exchange(ref inTurn, 1) != 0)
        {
            Interlocked.Increment(ref overlaps);
        }
    }

    private void Leave() => Interlocked.Exchange(ref inTurn, 0);
}
