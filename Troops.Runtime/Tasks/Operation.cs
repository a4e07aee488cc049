using System.Runtime.ExceptionServices;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>Something that ends from elsewhere: a receive, a join, a foreign awaitable. In a thread it is a task of it; in ordinary code it ends a <see cref="Task"/>.</summary>
/// <remarks>
/// One atomic word, <c>claimed</c>: whoever moves it from 0 to 1 (a sender, a cancellation, a kill) decides how the operation ends, sets result or fault, and publishes:
/// to the inbox of its thread (release; the drain acquires), whose turn then completes it, or to the <see cref="TaskCompletionSource{T}"/>. All else is the thread's.
/// </remarks>
internal abstract class Operation<T> : TaskCore<T>
{
    private OperationExtras<T>? extras;
    private int claimed;

    /// <param name="thread">The thread that starts it; null in ordinary code.</param>
    private protected Operation(TroopThread? thread)
        : base(thread)
    {
        if (thread is null)
        {
            extras = new OperationExtras<T> { Outside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        }
    }

    /// <summary>The operation as ordinary code sees it.</summary>
    internal Task<T> OutsideTask
    {
        get
        {
            ref Task<T>? task = ref extras!.OutsideTask;
            return Volatile.Read(ref task) ?? Interlocked.CompareExchange(ref task, EndOutside(), null) ?? task;
        }
    }

    /// <summary>False: nobody has decided yet how it ends.</summary>
    public bool IsClaimed => Volatile.Read(ref claimed) != 0;

    internal sealed override void Run()
    {
        extras?.Registration.Unregister();
        if (ClaimedFault is { } fault)
        {
            KeepFault(fault);
        }

        Complete();
    }

    internal override void Kill(Exception killed)
    {
        if (TryClaim())
        {
            // One of its own: it will have a trace of its own.
            ClaimedFault = (killed as TroopKilledException)?.Copy() ?? killed;
            Withdrawn();
            Thread!.MakeReady(this);
        }
    }

    /// <summary>Lets <paramref name="token"/> end the operation. Comes after the operation can be found by whoever ends it otherwise.</summary>
    [Audited("the runtime's owners", "an operation is ended through its claim, which any thread may take", "2030-12-31")]
    internal void CancelBy(CancellationToken token)
    {
        if (token.CanBeCanceled)
        {
            extras ??= new OperationExtras<T>();
            extras.Registration = token.UnsafeRegister(static (state, token) => ((Operation<T>)state!).Cancel(token), this);
            // Pairs with Publish: the registration is stored before the claim is looked at, the claim comes before the registration is undone.
            Interlocked.MemoryBarrier();
            if (IsClaimed)
            {
                // It ended before there was a registration to undo.
                extras.Registration.Unregister();
            }
        }
    }

    internal bool TryClaim() => Volatile.Read(ref claimed) == 0 && Interlocked.CompareExchange(ref claimed, 1, 0) == 0;

    /// <summary>
    /// Ends the operation with <paramref name="result"/>. False if somebody else has ended it, or its thread is over: then the caller still has the value.
    /// </summary>
    internal bool TrySucceed(T result)
    {
        if (!TryClaim())
        {
            return false;
        }

        Result = result;
        return Publish();
    }

    /// <summary>Ends the operation with <paramref name="exception"/>; false as above.</summary>
    internal bool TryFail(Exception exception)
    {
        if (!TryClaim())
        {
            return false;
        }

        ClaimedFault = ExceptionDispatchInfo.Capture(exception);
        return Publish();
    }

    /// <summary>For an operation that its thread uses again, after it was consumed: nobody has decided how it ends this time.</summary>
    private protected void Rearm()
    {
        Reset();
        Volatile.Write(ref claimed, 0);
    }

    /// <summary>Undoes <see cref="Rearm"/>: it was not needed.</summary>
    private protected void Disarm() => Volatile.Write(ref claimed, 1);

    /// <summary>Ends the operation before anybody else has seen it: an await of it does not suspend.</summary>
    private protected void SucceedInline(T result)
    {
        claimed = 1;
        Result = result;
        EndInline();
    }

    /// <inheritdoc cref="SucceedInline"/>
    private protected void FailInline(Exception exception)
    {
        claimed = 1;
        ClaimedFault = ExceptionDispatchInfo.Capture(exception);
        EndInline();
    }

    /// <summary>For the winner of <see cref="TryClaim"/>, after result or fault are set. False if the thread is over.</summary>
    private protected bool Publish()
    {
        if (Thread is not { } thread)
        {
            extras!.Registration.Unregister();
            return PublishOutside();
        }

        Worker? worker = Worker.Current;
        if (worker?.Thread == thread)
        {
            thread.MakeReady(this);
            return true;
        }

        if (ClaimedFault is null && worker is not { IsFiring: true } && Inbox.TryUnpark(ref thread.InboxWord))
        {
            // Nobody's until it is queued, so its turn's work can be done here: one node less to deliver. Not while timers fire: what ends here may disarm one, in the middle of the wheel.
            Run();
            thread.Share.Scheduler.Queue(worker, thread);
            return true;
        }

        switch (Inbox.Push(ref thread.InboxWord, this))
        {
            case PushOutcome.MustQueue:
                thread.Share.Scheduler.Queue(worker, thread);
                return true;
            case PushOutcome.Delivered:
                return true;
            default:
                return false;
        }
    }

    /// <summary>It was cancelled or killed: whoever keeps it in a list forgets it.</summary>
    private protected virtual void Withdrawn() { }

    private void Cancel(CancellationToken token)
    {
        if (TryClaim())
        {
            // With a text: to look up the one that .NET would give costs more than the exception. It is captured when somebody is to see it.
            ClaimedFault = new OperationCanceledException("The operation was canceled.", token);
            Withdrawn();
            Publish();
        }
    }

    private void EndInline()
    {
        if (Thread is null)
        {
            PublishOutside();
        }
        else
        {
            Run();
        }
    }

    private bool PublishOutside()
    {
        extras!.Outside!.TrySetResult();
        if (ClaimedFault is not null)
        {
            // The Task must exist to be found unobserved, if nobody asks for it.
            _ = OutsideTask;
        }

        return true;
    }

    /// <summary>An async method, so that a cancellation keeps its exception and still counts as one.</summary>
    private async Task<T> EndOutside()
    {
        await extras!.Outside!.Task.ConfigureAwait(false);
        if (ClaimedFault is { } fault)
        {
            ((fault as ExceptionDispatchInfo) ?? ExceptionDispatchInfo.Capture((Exception)fault)).Throw();
        }

        return Result!;
    }
}
