using Troops.Seams;

namespace Troops.Scheduling;

/// <content>Timers: which wheel, and who is told.</content>
internal sealed partial class Scheduler
{
    /// <summary>What timers go by.</summary>
    internal TimeSource Time { get; }

    /// <summary>Arms a timer whose deadline is set. In a turn that has its queue it goes straight into the wheel; safe from anywhere.</summary>
    internal void Arm(ITimerNode node)
    {
        Time.Announce(node.Links.Deadline);
        if (Worker.Current is { Thread: not null } worker && worker.Scheduler == this && worker.EnterQueue() is { } mine)
        {
            node.Links.Home = mine;
            mine.Timers.Arm(node);
            worker.ExitQueue();
            return;
        }

        RunQueue queue = queues[(uint)Environment.CurrentManagedThreadId % queues.Length];
        node.Links.Home = queue;
        Ask(queue, node);
    }

    /// <summary>Takes a timer out that was armed and is claimed by now. Safe from anywhere.</summary>
    internal void Disarm(ITimerNode node)
    {
        RunQueue home = node.Links.Home!;

        // Not while timers fire: the queue is in use then, below us.
        if (Worker.Current is { Thread: not null, IsFiring: false } worker && worker.Scheduler == this && worker.EnterQueue() is { } mine)
        {
            bool isHere = mine == home;
            if (isHere)
            {
                mine.Timers.Disarm(node);
            }

            worker.ExitQueue();
            if (isHere)
            {
                return;
            }
        }

        Ask(home, node);
    }

    /// <summary>It may be time: whoever sleeps and has timers looks at them. Called from anywhere, in the user's provider for example: takes no lock that is held while a provider is called.</summary>
    internal void Ring()
    {
        foreach (RunQueue queue in queues)
        {
            if (!queue.Timers.IsIdle && queue.Owner is { } owner && !Idle.TryWake(owner))
            {
                // It looks before it sleeps. If it is busy, it looks after its turn.
                owner.AskToPoll();
            }
        }
    }

    /// <summary>No timer is due before.</summary>
    internal long NextDeadline()
    {
        long next = TimeSource.Never;
        foreach (RunQueue queue in queues)
        {
            next = Math.Min(next, queue.Timers.Next);
        }

        return next;
    }

    private void Ask(RunQueue queue, ITimerNode node)
    {
        // Pairs with Worker.Sleep: pushed before the sleepers are looked at; the sleeper is among them before it looks at the list.
        if (queue.Timers.Ask(node) && Idle.Sleeping != 0 && queue.Owner is { } owner)
        {
            Idle.TryWake(owner);
        }
    }
}
