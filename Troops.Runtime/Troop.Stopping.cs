using Troops.Diagnostics;
using Troops.Limits;
using Troops.Scheduling;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <content>Stopping and killing.</content>
/// <remarks>
/// <c>phase</c> only grows: Open, Stopping (no work from outside; threads may still start threads), Killed, Stopped (empty, for good). <c>empty</c> ends when the troop is not
/// open and has no threads: whoever raises the phase looks at the count after it, whoever ends a thread lowers the count and then looks at the phase.
/// </remarks>
public sealed partial class Troop
{
    private const int Open = 0;
    private const int Stopping = 1;
    private const int Killed = 2;

    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private KillReason? killReason;
    private int phase;
    private bool cutOff;

    /// <summary>
    /// Stops the troop at once. Every await, call and start in it throws <see cref="TroopKilledException"/> from now on, so that its tasks unwind; what has not unwound after
    /// <see cref="TroopProcessOptions.KillGrace"/> is dropped. Returns at once; a second kill changes nothing.
    /// </summary>
    /// <param name="reason">Part of every exception that follows.</param>
    public void Kill(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Kill(new KillReason(Name, reason.TrimEnd('.')));
    }

    /// <summary>
    /// Asks every thread to stop (its token is cancelled), waits up to <paramref name="grace"/> for them to end, then kills the rest. Ends when the troop has no threads.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative, or longer than 24 days.</exception>
    /// <exception cref="InvalidOperationException">A thread of this troop asks: it would wait for itself.</exception>
    public ValueTask StopAsync(TimeSpan grace)
    {
        TroopProcessOptions.CheckSpan(grace, nameof(grace));
        if (CurrentOrNull == this)
        {
            throw new InvalidOperationException(
                $"A thread of the troop '{Name}' cannot wait for its own troop to stop. Call Kill, or stop it from another troop or from ordinary code."
            );
        }

        return new ValueTask(Drain(grace, atShutdown: false));
    }

    internal TroopKilledException KilledException() => new(Volatile.Read(ref killReason)!);

    internal async Task Drain(TimeSpan grace, bool atShutdown)
    {
        Interlocked.CompareExchange(ref phase, Stopping, Open);
        // Pairs with the end of a thread: see LiveCount.
        Fence.ProcessWide();
        CompleteIfEmpty();
        CancelTokens();
        if (!await Outside.EndsWithin(empty.Task, grace).ConfigureAwait(false))
        {
            Volatile.Write(ref cutOff, atShutdown);
            Kill($"its threads did not end within {grace} after they were asked to stop");
            // What can unwind does so within the grace; what cannot is given up at its end. One second more is for a machine that is very busy.
            await Outside.EndsWithin(empty.Task, Process.Options.KillGrace + TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        }
    }

    internal void Kill(KillReason reason)
    {
        if (Interlocked.CompareExchange(ref killReason, reason, null) is not null)
        {
            return;
        }

        Interlocked.Exchange(ref phase, Killed);
        Fence.ProcessWide();
        Share.Scheduler.Rare.Kill();
        TroopsEventSource.Log.TroopKilled(Name, reason.Reason);
        Share.Kill(KillStage.Unwinding);
        CancelTokens();
        CompleteIfEmpty();
        if (ThreadCount > 0)
        {
            Outside.After(Process.Options.KillGrace, Expire);
        }
    }

    private void Expire()
    {
        if (ThreadCount == 0)
        {
            return;
        }

        Share.Kill(KillStage.Expired);
        foreach (Worker worker in Share.Scheduler.Workers())
        {
            if (worker.Thread is TroopThread thread && thread.Share == Share && worker.IsStuck(thread))
            {
                thread.Abandon();
                // Threads that wait behind it must get their last turn, also without a watchdog.
                Share.Scheduler.HandOff(worker);
            }
        }
    }

    private void RefuseUnlessInside(Worker? worker)
    {
        if (Volatile.Read(ref phase) == Stopping && CurrentOrNull == this)
        {
            return;
        }

        live.End(worker);
        CompleteIfEmpty();
        throw Volatile.Read(ref phase) == Killed
            ? KilledException()
            : new InvalidOperationException(
                $"The troop '{Name}' is stopped and takes no more work. Start before StopAsync or the disposal of its process, or use another troop."
            );
    }

    /// <summary>Called after each end of a thread, when everything that its end brings about has been set going.</summary>
    internal void CompleteIfEmpty()
    {
        if (Volatile.Read(ref phase) != Open)
        {
            CompleteIfLast();
        }
    }

    private void CompleteIfLast()
    {
        Interlocked.MemoryBarrier();
        if (live.Read() == 0 && empty.TrySetResult())
        {
            DropStates();
            Process.Forget(this);
        }
    }

    private void CancelTokens()
    {
        Cancelling.Cancel(threadCancellation);
        Cancelling.Cancel(cancellation);
    }
}
