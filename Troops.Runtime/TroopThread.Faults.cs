using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>Faults and cancellation.</content>
public abstract partial class TroopThread
{
    private const int TracedLevels = 64;

    /// <summary>Asks the tasks of this thread to stop: it is cancelled by <see cref="Cancel"/>, with the troop's token, and when a forgotten task faults.</summary>
    public CancellationToken CancellationToken => Cancellation.Token;

    private CancellationTokenSource Cancellation
    {
        get
        {
            ThreadExtras mine = Extras;
            if (Volatile.Read(ref mine.Cancellation) is { } known)
            {
                return known;
            }

            CancellationTokenSource made = new();
            if (Interlocked.CompareExchange(ref mine.Cancellation, made, null) is { } other)
            {
                made.Dispose();
                return other;
            }

            mine.Link = Troop.ThreadCancellation.UnsafeRegister(static thread => ((TroopThread)thread!).AskToStop(), this);
            // Pairs with TryEnd: the link is stored before the end is looked at, the end comes before the link is undone.
            Interlocked.MemoryBarrier();
            if (HasEnded)
            {
                mine.Link.Unregister();
            }

            return made;
        }
    }

    /// <summary>Cancels <see cref="CancellationToken"/>. Callbacks run elsewhere; safe from ordinary code and from every thread of the troop, also after the end.</summary>
    /// <exception cref="InvalidOperationException">A thread of another troop calls.</exception>
    public void Cancel()
    {
        CheckTroop(Of(Worker.Current));
        AskToStop();
    }

    /// <summary>As <see cref="Cancel"/>, from wherever a token's callback may run.</summary>
    internal void AskToStop() => Cancelling.Cancel(Cancellation);

    /// <summary>A task of this thread, or an operation, has ended and nobody awaits it.</summary>
    internal void EndedUnawaited(TaskCore task)
    {
        if (task.Has(TaskFlags.Root))
        {
            TakeRoot(task);
        }
        else if (task.IsFaulted)
        {
            Extras.Unobserved.Add(task);
            hasUnreported = true;
            if (rootEnded)
            {
                RecordFault(task.Fault!);
            }
        }
    }

    /// <summary>The fault of <paramref name="task"/> has reached somebody.</summary>
    internal void Observed(TaskCore task)
    {
        if (task.Has(TaskFlags.Unobserved) && !task.Has(TaskFlags.Observed))
        {
            extras!.Unobserved.Remove(task);
        }
    }

    /// <summary>The fault of a body that ends with <paramref name="exception"/>.</summary>
    /// <remarks>
    /// Each capture copies the whole trace, so an exception that goes up through n bodies costs n * n. Beyond <see cref="TracedLevels"/> the same capture is passed on: the trace keeps its
    /// innermost part, and the cost is linear.
    /// </remarks>
    internal ExceptionDispatchInfo CaptureFault(Exception exception)
    {
        LogicalStack.Renew(exception);
        ThreadExtras mine = Extras;
        if (mine.LastThrown is { } last && last.SourceException == exception)
        {
            return ++mine.LevelsUp > TracedLevels ? last : ExceptionDispatchInfo.Capture(exception);
        }

        mine.LevelsUp = 0;
        return ExceptionDispatchInfo.Capture(exception);
    }

    /// <summary><paramref name="task"/> leaves its body with <paramref name="fault"/>, which replaces what it was leaving with.</summary>
    internal void Ends(TaskCore task, object fault)
    {
        task.Mark(TaskFlags.Ending);
        Extras.Ending[task] = fault;
    }

    /// <summary>The task has left its body.</summary>
    internal object TakeEnding(TaskCore task)
    {
        Extras.Ending.Remove(task, out object? fault);
        return fault!;
    }

    /// <summary>What an await throws where a task has ended with <paramref name="fault"/> in a killed troop; null in another one, or if it is the kill already.</summary>
    internal object? KilledInstead(object fault) =>
        Share.Killed && !Troop.IsOwnEnd(FaultPath.ExceptionOf(fault)) ? ExceptionDispatchInfo.Capture(Troop.KilledException()) : null;

    /// <summary>An await throws <paramref name="fault"/>.</summary>
    internal void Throws(ExceptionDispatchInfo fault) => Extras.LastThrown = fault;

    /// <summary>A forgotten task has faulted.</summary>
    internal void FaultAtOnce(ExceptionDispatchInfo fault)
    {
        if (extras?.Fault is null)
        {
            Report(fault);
        }

        RecordFault(fault);
        AskToStop();
    }

    /// <summary>The first fault is the thread's; a later one is reported, since Join cannot tell of it.</summary>
    private void RecordFault(ExceptionDispatchInfo fault)
    {
        ThreadExtras mine = Extras;
        if (mine.Fault is null)
        {
            mine.Fault = fault;
        }
        else if (mine.Fault.SourceException != fault.SourceException)
        {
            Report(fault);
            Troop.Process.LostFault?.Invoke(Describe(), fault.SourceException);
        }
    }

    /// <summary>Between two tasks: who faulted and has not been awaited by now was left alone, for now at least.</summary>
    private void ReportUnobserved()
    {
        hasUnreported = false;
        foreach (TaskCore task in extras!.Unobserved.TakeNew())
        {
            Report(task.Fault!);
        }
    }

    private void Report(ExceptionDispatchInfo fault)
    {
        if (!Troop.IsOwnEnd(fault.SourceException))
        {
            TroopsEventSource.Log.UnobservedFault(Describe(), FaultText.Full(fault.SourceException));
        }
    }

    /// <summary>The troop is being killed, one stage further than this thread knows.</summary>
    private void FollowKill()
    {
        if (seenStage == KillStage.Alive && Troop.IsCutOff)
        {
            TroopsEventSource.Log.ThreadCutOff(Describe());
        }

        seenStage = Share.Stage;
        Exception killed = Troop.KilledException();
        if (seenStage == KillStage.Expired)
        {
            GiveUp(killed);
            return;
        }

        for (TaskCore? task = tasks; task is not null; task = task.Sibling)
        {
            (task.Has(TaskFlags.Root) && task.WaitsFor is null ? task : task.WaitsFor)?.Kill(killed);
        }
    }

    /// <summary>The grace is over: the suspended tasks are dropped as they are.</summary>
    private void GiveUp(Exception killed)
    {
        if (suspended > 0)
        {
            TroopsEventSource.Log.ThreadAbandoned(Describe());
        }

        Troop.TasksEnd(suspended);
        for (TaskCore? task = tasks; task is not null; task = task.Sibling)
        {
            if (!task.Has(TaskFlags.Released))
            {
                task.Abandon(killed);
            }
        }

        tasks = null;
        suspended = 0;
        preemption = Preemption.None;
        ready.Clear();
        rootEnded = true;
    }
}
