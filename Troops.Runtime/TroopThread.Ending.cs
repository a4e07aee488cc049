using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>The end of a thread, and who waits for it.</content>
/// <remarks>
/// <c>joiners</c> is one word: null or a chain of operations through <see cref="IJoin.Earlier"/> = running; <c>Over</c> = ended, result or fault are stored;
/// <c>Abandoned</c> = killed and given up, whatever its turn still does. Anybody pushes (compare-and-swap); the thread's last turn, or the troop that gives it up, takes the
/// chain and closes the word: whoever has won <c>endClaimed</c>. The result is written before the word is closed (release) and read after it was seen closed (acquire).
/// </remarks>
public abstract partial class TroopThread
{
    private static readonly TaskCore Over = new Mark();
    private static readonly TaskCore Abandoned = new Mark();

    private TaskCore? joiners;
    private bool joined;
    private bool endClaimed;
    private bool rootEnded;

    private bool HasEnded => Volatile.Read(ref joiners) is { } word && (word == Over || word == Abandoned);

    /// <summary>It has ended without a fault.</summary>
    private protected bool HasResult => Volatile.Read(ref joiners) == Over && extras?.Fault is null;

    /// <summary>The fault to give to a joiner; null if there is a result. Only after the end.</summary>
    internal Exception? FaultFor(bool moves)
    {
        if (Volatile.Read(ref joiners) == Abandoned)
        {
            return Troop.KilledException();
        }

        return extras?.Fault?.SourceException is { } fault ? (moves ? fault : TroopFault.CopyOf(fault)) : null;
    }

    /// <summary>Called by the troop when the grace of a kill is over and this thread's turn has not come back.</summary>
    internal void Abandon()
    {
        if (!ClaimEnd(null))
        {
            return;
        }

        TroopsEventSource.Log.ThreadAbandoned(Describe());
        Exception killed = Troop.KilledException();
        EndSpan(killed);
        Close(Abandoned);
        TaskCore[] observers;
        lock (Extras.Observers)
        {
            observers = [.. Extras.Observers];
            Extras.Observers.Clear();
        }

        foreach (TaskCore observer in observers)
        {
            observer.Abandon(killed);
        }

        Troop.CompleteIfEmpty();
    }

    /// <summary>Somebody outside waits for <paramref name="task"/>, which is one of this thread.</summary>
    internal void AddObserver(TaskCore task)
    {
        lock (Extras.Observers)
        {
            Extras.Observers.Add(task);
        }

        if (Volatile.Read(ref joiners) == Abandoned)
        {
            task.Abandon(Troop.KilledException());
        }
    }

    internal void RemoveObserver(TaskCore task)
    {
        lock (Extras.Observers)
        {
            Extras.Observers.Remove(task);
        }
    }

    /// <summary>Keeps the result of the body's task.</summary>
    private protected abstract void KeepResult(TaskCore root);

    /// <summary>The thread that is calling, for a join; null in ordinary code.</summary>
    private protected TroopThread? JoiningThread()
    {
        TroopThread? joining = Of(Worker.Current);
        if (joining == this)
        {
            throw Mistakes.JoinsItself(this);
        }

        CheckTroop(joining);
        return joining;
    }

    /// <summary>Throws if <paramref name="caller"/> is a thread of another troop.</summary>
    private void CheckTroop(TroopThread? caller)
    {
        if (caller is not null && caller.Share != Share)
        {
            throw Mistakes.ForeignTroop(ToString(), Troop.Name, caller.Troop.Name);
        }
    }

    private protected bool ClaimFirstJoin() => !Interlocked.Exchange(ref joined, true);

    /// <summary>Lets <paramref name="join"/> end when this thread has.</summary>
    private protected TJoin Observe<TJoin>(TJoin join)
        where TJoin : TaskCore, IJoin
    {
        TaskCore? seen = Volatile.Read(ref joiners);
        while (seen != Over && seen != Abandoned)
        {
            join.Earlier = seen;
            TaskCore? found = Interlocked.CompareExchange(ref joiners, join, seen);
            if (found == seen)
            {
                return join;
            }

            seen = found;
        }

        join.Earlier = null;
        join.DeliverInline();
        return join;
    }

    private protected void RootEnded()
    {
        rootEnded = true;
        if (extras is not null)
        {
            foreach (TaskCore task in extras.Unobserved.All())
            {
                RecordFault(task.Fault!);
            }
        }
    }

    /// <summary>The body has returned a task: its end is the end of the body.</summary>
    private protected void AdoptRoot(TaskCore root)
    {
        root.CheckUse();
        if (root.Continuation is not null)
        {
            throw Mistakes.AwaitedTwice(root);
        }

        if (root.IsCompleted)
        {
            TakeRoot(root);
        }
        else
        {
            root.Mark(TaskFlags.Root);
            if (!root.Has(TaskFlags.Adopted))
            {
                // An operation, or a combination, that the body returned as it is.
                Adopt(root);
            }
        }
    }

    private void TakeRoot(TaskCore root)
    {
        root.Mark(TaskFlags.Consumed);
        if (root.Has(TaskFlags.Adopted) && !root.Has(TaskFlags.Released))
        {
            Release(root);
        }

        if (root.Fault is { } fault)
        {
            Observed(root);
            RecordFault(fault);
        }
        else
        {
            KeepResult(root);
        }

        RootEnded();
    }

    /// <summary>All tasks have ended. False if something came to the inbox meanwhile.</summary>
    private bool TryEnd(Worker worker)
    {
        LeaveTurn(worker);
        if (!Inbox.TryEnd(ref InboxWord))
        {
            EnterTurn(worker);
            return false;
        }

        if (ThreadRegistry.Contains(this))
        {
            Share.Registry.Remove(this);
        }

        if (ClaimEnd(worker))
        {
            Exception? fault = extras?.Fault?.SourceException;
            if (fault is not null)
            {
                Share.Scheduler.Rare.Fault();
            }

            if (Share.Killed)
            {
                Extras.Fault = ExceptionDispatchInfo.Capture(Troop.KilledException());
            }

            EndSpan(extras?.Fault?.SourceException);
            bool heard = Close(Over);
            extras?.Link.Unregister();

            // A kill hides the fault that came before it from joiners, so it is reported whoever joins.
            if (fault is not null && (!heard || Share.Killed))
            {
                Troop.ThreadFaulted(this, fault);
            }

            Troop.CompleteIfEmpty();
        }

        return true;
    }

    /// <summary>Comes before anybody can see the thread's end.</summary>
    private void EndSpan(Exception? fault)
    {
        if (extras?.Span is { } span)
        {
            span.End(fault);
            Ambient.Remove();
        }
    }

    /// <summary>True for the one who ends the thread. It no longer counts from here on, which is before anybody can see its end.</summary>
    private bool ClaimEnd(Worker? worker)
    {
        if (Interlocked.Exchange(ref endClaimed, true))
        {
            return false;
        }

        DropStates();
        Troop.ThreadLeaves(worker);
        return true;
    }

    /// <summary>Closes the word and tells the joiners, in the order in which they came. True if the first join was called and still wants to know.</summary>
    private bool Close(TaskCore mark)
    {
        TaskCore? latest = Interlocked.Exchange(ref joiners, mark);

        // A first join that is not in the chain comes later, and finds the end for itself.
        bool heard = Volatile.Read(ref joined);
        TaskCore? first = null;
        while (latest is not null)
        {
            IJoin join = (IJoin)latest;
            (latest, join.Earlier, first) = (join.Earlier, first, latest);
        }

        while (first is not null)
        {
            IJoin join = (IJoin)first;
            (first, join.Earlier) = (join.Earlier, null);
            if (!join.Deliver() && join.Moves)
            {
                heard = false;
            }
        }

        return heard;
    }

    private sealed class Mark : TaskCore
    {
        internal Mark()
            : base(null) { }

        internal override void Run() { }
    }
}
