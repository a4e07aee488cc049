using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>A turn: the thread's ready tasks, one after the other. Everything here belongs to the turn.</content>
public abstract partial class TroopThread
{
    /// <summary>Until the thread has started: its body. Then the task that was resumed last in this turn; null while it is parked.</summary>
    private object? current;
    private ReadyList ready;
    private bool started;
    private bool yielded;
    private bool hasUnreported;
    private KillStage seenStage;

    internal sealed override TurnEnd RunTurn(Worker worker)
    {
        EnterTurn(worker);
        if (!started)
        {
            started = true;
            worker.Gauge.Parkable = true;
            StartBody();
            if (preemption != Preemption.None && EndSegment(worker, null))
            {
                return StepBack(worker);
            }

            ClearSynchronizationContext(worker);

            // Most threads are over now: nothing is left to look for.
            if (rootEnded && suspended == 0 && ready.Newest is null && !hasUnreported && Share.Stage == seenStage && TryEnd(worker))
            {
                return TurnEnd.Ended;
            }
        }

        return RunReady(worker);
    }

    internal sealed override void ThrowKilled() => throw Troop.KilledException();

    /// <summary>Queues a task of this thread; called in its turn.</summary>
    internal void MakeReady(TaskCore task) => ready.Append(task);

    /// <summary>Queues a task that gave way of its own accord.</summary>
    internal void Yielded(TaskCore task)
    {
        yielded = true;
        ready.Append(task);
    }

    private TurnEnd RunReady(Worker worker)
    {
        // A round ends with the node that was the newest when it began.
        InboxNode? roundEnd = BeginRound();
        while (true)
        {
            if (Share.Stage != seenStage)
            {
                FollowKill();
            }

            if (hasUnreported)
            {
                ReportUnobserved();
            }

            if (seenStage == KillStage.Expired)
            {
                // Given up: what still comes finds nobody.
                ready.Clear();
                while (Inbox.Drain(ref InboxWord, out _) is not null) { }
            }

            if (ready.TakeOldest() is not { } node)
            {
                roundEnd = BeginRound();
                if (roundEnd is null && TryLeave(worker, out TurnEnd end))
                {
                    return end;
                }

                continue;
            }

            TaskCore task = Unsafe.As<TaskCore>(node);
            current = task;
            worker.Gauge.Parkable = task.Has(TaskFlags.Copy);
            if (preemption != Preemption.None)
            {
                RestoreSynchronization();
            }

            Run(task);
            if (preemption == Preemption.None)
            {
                ClearSynchronizationContext(worker);
            }
            else if (EndSegment(worker, task))
            {
                return StepBack(worker);
            }

            if (node == roundEnd || roundEnd is null)
            {
                roundEnd = BeginRound();
                if (yielded)
                {
                    yielded = false;
                    if (roundEnd is not null && worker.HasOtherWork())
                    {
                        return StepBack(worker);
                    }
                }
            }

            // With nothing left to do it parks or ends instead: a thread that is over must not wait for its turn.
            if (worker.SpendBetweenTasks() && ready.Newest is not null)
            {
                return StepBack(worker);
            }
        }
    }

    private void Run(TaskCore task)
    {
        try
        {
            task.Run();
        }
        catch (Exception fault)
        {
            // Bodies keep their exceptions, so this is a callback of somebody's, or a mistake of ours: the thread's fault in any case, and not the worker's end.
            FaultAtOnce(ExceptionDispatchInfo.Capture(fault));
        }
    }

    /// <summary>The context of one task is none of its siblings'.</summary>
    private static void ClearSynchronizationContext(Worker worker)
    {
        if (!worker.Slots.HasNoSynchronization && SynchronizationContext.Current is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>Takes what came meanwhile, so that tasks that keep each other ready cannot keep the outside out; returns the end of the round.</summary>
    private InboxNode? BeginRound()
    {
        if (Inbox.Drain(ref InboxWord, out InboxNode? newest) is { } oldest)
        {
            ready.Append(oldest, newest!);
        }

        return ready.Newest;
    }

    /// <summary>Calls the body, which is of one of four delegate types.</summary>
    private protected abstract void RunBody(Delegate start);

    private void StartBody()
    {
        if (Share.Killed)
        {
            RootEnded();
            current = null;
            return;
        }

        extras?.Span?.Begin(Name ?? BodyName.Of((Delegate)current!), Troop.Process.Name, Troop.Name, Id);
        try
        {
            RunBody(Unsafe.As<Delegate>(current!));
        }
        catch (Exception fault)
        {
            // Whatever the body threw is the thread's fault: Join rethrows it.
            RecordFault(ExceptionDispatchInfo.Capture(fault));
            RootEnded();
        }

        current = null;
    }

    private TurnEnd StepBack(Worker worker)
    {
        if (preemption != Preemption.None)
        {
            KeepSynchronization(worker);
        }

        LeaveTurn(worker);
        return TurnEnd.Requeue;
    }

    /// <summary>Nothing is ready and nothing came: ends the thread or parks it. False if something came after all.</summary>
    private bool TryLeave(Worker worker, out TurnEnd end)
    {
        current = null;
        extras?.LastThrown = null;
        if (rootEnded && suspended == 0)
        {
            end = TurnEnd.Ended;
            return TryEnd(worker);
        }

        end = TurnEnd.Left;

        if (!ThreadRegistry.Contains(this))
        {
            Share.Registry.Add(this);
        }

        LeaveTurn(worker);
        TroopShare share = Share;
        KillStage stage = seenStage;
        if (!Inbox.TryPark(ref InboxWord))
        {
            EnterTurn(worker);
            return false;
        }

        // From here on another worker may run the thread. Pairs with TroopShare.Kill: it did not see the thread parked, or I see the stage.
        if (share.Stage != stage)
        {
            Unpark();
        }

        return true;
    }

    private void EnterTurn(Worker worker)
    {
        Turn = worker.Gauge.Number;
        Ambient.Install(extras?.Context);
    }

    /// <summary>Before anybody else may run the thread.</summary>
    private void LeaveTurn(Worker worker)
    {
        Turn = 0;
        if (worker.Slots.AreEmpty)
        {
            extras?.Context = null;
            return;
        }

        ExecutionContext? context = Ambient.Remove();
        if (context is not null || extras is not null)
        {
            Extras.Context = context;
        }
    }
}
