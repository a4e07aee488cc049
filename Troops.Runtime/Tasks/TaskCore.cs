using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>
/// A task, or an operation of the library, that has suspended or faulted: what a <see cref="TroopTask"/> refers to. What completes inline never has one.
/// </summary>
/// <remarks>
/// Everything here is written by turns of <see cref="Thread"/> alone, so there is not one atomic in it; what comes from elsewhere goes through the inbox
/// (<see cref="Operation{T}"/>). See the README of this folder for the states.
/// </remarks>
internal abstract class TaskCore : InboxNode
{
    /// <summary>The next task in the thread's list of suspended tasks.</summary>
    internal TaskCore? Sibling;

    /// <summary>Pending: what this task waits for (a <see cref="TaskCore"/>, or null). Faulted: the fault, see <see cref="FaultPath"/>.</summary>
    private object? detail;
    private TaskFlags flags;

    /// <summary>The line of the await of this; 0 if nobody has said, or it is further down than this can hold. From the await to its suspension.</summary>
    private ushort awaitedAt;

    /// <summary>Where a copy has suspended; 0 if that is not known. These three are one word, the last of the object's own.</summary>
    internal int Line;

    private protected TaskCore(TroopThread? thread) => Thread = thread;

    /// <summary>Null for an operation that ordinary code started.</summary>
    internal TroopThread? Thread { get; }

    /// <summary>Who is queued when this ends.</summary>
    internal TaskCore? Continuation { get; private set; }

    /// <summary>Who awaits it, whoever watches besides. Safe from any kernel thread.</summary>
    internal TaskCore? Awaiter => Continuation is AnyWatch watch ? watch.Last.Next : Continuation;

    internal bool IsCompleted => Has(TaskFlags.Completed);

    internal bool IsFaulted => Has(TaskFlags.Faulted);

    /// <summary>It has ended without a fault, and nobody has had the result.</summary>
    private protected bool HasResult => (flags & (TaskFlags.Completed | TaskFlags.Faulted | TaskFlags.Consumed)) == TaskFlags.Completed;

    /// <summary>The fault, for somebody who sees it: its trace tells what it has passed.</summary>
    internal ExceptionDispatchInfo? Fault
    {
        get
        {
            if (!IsFaulted)
            {
                return null;
            }

            if (detail is not ExceptionDispatchInfo)
            {
                detail = FaultPath.Arrive(this);
            }

            return (ExceptionDispatchInfo)detail;
        }
    }

    /// <summary>It has faulted because somebody has asked it to stop.</summary>
    internal bool IsCancelled => IsFaulted && FaultPath.ExceptionOf(detail!) is OperationCanceledException;

    /// <summary>Faulted: the fault as it is kept.</summary>
    internal object? KeptFault => detail;

    internal TaskCore? WaitsFor
    {
        get => IsCompleted ? null : detail as TaskCore;
        set => detail = value;
    }

    /// <summary>What this waits for, if that is known to be something. Without a type check, which looks at each base class.</summary>
    private protected TaskCore Awaited => Unsafe.As<TaskCore>(detail!);

    /// <summary>The fault of an operation between its claim, by anybody, and its turn. The flags are the turn's, so they do not say it yet. To be set: an exception that nobody has thrown, or an <see cref="ExceptionDispatchInfo"/>.</summary>
    private protected object? ClaimedFault
    {
        get => detail is ExceptionDispatchInfo or Exception ? detail : null;
        set => detail = value;
    }

    /// <summary>A name for dumps and events.</summary>
    internal virtual string Name => GetType().Name;

    /// <summary>Where its code is; null if it has none.</summary>
    internal virtual BodyPlace? Place => null;

    /// <summary>For dumps: what a wait for this is about, for example the thread that is joined. Safe from any kernel thread.</summary>
    internal virtual string? Subject => null;

    /// <summary>What the thread's loop calls when the node has come to the front of the ready list.</summary>
    internal abstract void Run();

    /// <summary>Called in a killed thread for what one of its tasks waits for: ends the wait with the exception, if it is ours to end.</summary>
    internal virtual void Kill(Exception killed) { }

    /// <summary>Called for a suspended task of a thread that ends without it: tells observers outside.</summary>
    internal virtual void Abandon(Exception killed) { }

    /// <summary>A task that this one waits for has ended. The default queues this one; never runs anything.</summary>
    internal virtual void ChildCompleted(TaskCore child)
    {
        if (Has(TaskFlags.Interrupted))
        {
            Unmark(TaskFlags.Interrupted);
            Thread!.GoesOn(this);
        }
        else
        {
            Thread!.MakeReady(this);
        }
    }

    internal bool Has(TaskFlags some) => (flags & some) != 0;

    internal void Mark(TaskFlags more) => flags |= more;

    internal void Unmark(TaskFlags some) => flags &= ~some;

    /// <summary>Throws unless the calling code may use this task: it runs in the task's thread, and nobody has had the result.</summary>
    internal void CheckUse() => CheckUse(Worker.Current);

    internal bool IsCompletedForUser()
    {
        CheckUse();
        return IsCompleted;
    }

    /// <summary>For an await: true if it need not suspend, and goes on in its body. Whether the caller may await it at all shows later, without a look at who is calling: in <see cref="AwaitBy"/>, or when it takes the result.</summary>
    internal bool Poll()
    {
        if (IsCompleted)
        {
            return (flags & (TaskFlags.Faulted | TaskFlags.Through | TaskFlags.Unwinds | TaskFlags.Consumed)) != (TaskFlags.Faulted | TaskFlags.Through);
        }

        if (Continuation is not null || Has(TaskFlags.Root) || TroopShare.AnyKilled)
        {
            // Here and not when it suspends: an exception from there would skip the body's finally blocks.
            Worker? worker = Worker.Current;
            CheckUse(worker);
            if (!Thread!.IsSteppingBack)
            {
                // Otherwise the kill is for the preempted task first: nothing of its callers may run before it.
                worker!.Spend(1);
            }

            CheckUnawaited();
        }

        return false;
    }

    /// <summary>For an await that is over: throws unless the caller may take the result. An await spends fuel, and in a killed troop it throws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void CheckTake()
    {
        Gauge* gauge = Gauge.Current;
        if (!Thread!.IsCurrent(gauge) || Has(TaskFlags.Consumed) || --gauge->Fuel < 0 || gauge->Attention != 0)
        {
            LookUp();
        }
    }

    /// <summary>An await of this follows, in that line of a copy.</summary>
    /// <param name="line">From 1 on.</param>
    /// <param name="leave">How a fault leaves the body: <see cref="TaskFlags.Through"/>, <see cref="TaskFlags.Unwinds"/>, both or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AwaitedAt(int line, TaskFlags leave)
    {
        awaitedAt = (uint)line <= ushort.MaxValue ? (ushort)line : (ushort)0;
        flags = (flags & ~(TaskFlags.Through | TaskFlags.Unwinds)) | leave;
    }

    /// <summary>It has faulted, and the body that awaits it is not to see an exception.</summary>
    internal bool UnwindsAwaiter => (flags & (TaskFlags.Faulted | TaskFlags.Unwinds | TaskFlags.Consumed)) == (TaskFlags.Faulted | TaskFlags.Unwinds);

    /// <summary>For such a one, in place of taking the result: the body that was resumed for it is to leave. False if it has not suspended: then the fault is thrown.</summary>
    internal unsafe bool TryUnwind()
    {
        if (Awaiter is not { Place: { } place } body)
        {
            return false;
        }

        bool isReturned = Has(TaskFlags.Through);
        Thread!.Ends(body, PassOn(place, body.Line));
        if (!isReturned)
        {
            // The next that the body does is to ask.
            Gauge.Current->Unwinding = true;
        }

        return true;
    }

    /// <summary>As <see cref="Suspend"/>, in the line that <see cref="AwaitedAt"/> was told.</summary>
    internal void SuspendSited(TaskCore waiter)
    {
        waiter.Line = awaitedAt;
        Suspend(waiter);
    }

    /// <summary>Lets a body of <see cref="TroopTask"/> wait. One of another thread is resumed at once, and finds its mistake when it takes the result.</summary>
    internal void Suspend(TaskCore waiter)
    {
        if (waiter.Thread == Thread)
        {
            AwaitBy(waiter);
            if (Thread!.IsSteppingBack)
            {
                waiter.Mark(TaskFlags.Interrupted);
            }
        }
        else
        {
            waiter.Thread!.MakeReady(waiter);
        }
    }

    /// <summary>Queues <paramref name="waiter"/> when this ends.</summary>
    internal void AwaitBy(TaskCore waiter)
    {
        if (Continuation is null && !Has(TaskFlags.Root))
        {
            Continuation = waiter;
        }
        else
        {
            AwaitWatched(waiter);
        }

        waiter.detail = this;
    }

    private void AwaitWatched(TaskCore waiter)
    {
        CheckUnawaited();
        ((AnyWatch)Continuation!).Last.Next = waiter;
    }

    /// <summary>Undoes <see cref="AwaitBy"/>: the waiter has given up.</summary>
    internal void StopAwaiting(TaskCore waiter)
    {
        if (Continuation == waiter)
        {
            Continuation = null;
        }
        else if (Continuation is AnyWatch { Last: { } last } && last.Next == waiter)
        {
            last.Next = null;
        }
    }

    /// <summary>Tells <paramref name="watch"/> when this ends, and lets it be awaited all the same.</summary>
    internal void WatchBy(AnyWatch watch)
    {
        watch.Next = Continuation;
        Continuation = watch;
    }

    /// <summary>Undoes <see cref="WatchBy"/>.</summary>
    internal void StopWatching(AnyWatch watch)
    {
        if (Continuation == watch)
        {
            Continuation = watch.Next;
            return;
        }

        AnyWatch? before = Continuation as AnyWatch;
        while (before is not null && before.Next != watch)
        {
            before = before.Next as AnyWatch;
        }

        before?.Next = watch.Next;
    }

    /// <summary>Throws if somebody awaits this already.</summary>
    internal void CheckUnawaited()
    {
        if (Awaiter is not null || Has(TaskFlags.Root))
        {
            throw Mistakes.AwaitedTwice(this);
        }
    }

    /// <summary>Waits for <paramref name="other"/>; is queued at once if that has ended.</summary>
    private protected void AwaitOrQueue(TaskCore other)
    {
        if (other.IsCompleted)
        {
            Thread!.MakeReady(this);
        }
        else
        {
            other.AwaitBy(this);
        }
    }

    /// <summary>Ends with <paramref name="exception"/>; the caller then calls <see cref="Complete"/>.</summary>
    internal void SetFault(ExceptionDispatchInfo exception) => KeepFault(exception);

    /// <summary>As <see cref="SetFault"/>, of all kinds: see <see cref="FaultPath"/>.</summary>
    private protected void KeepFault(object fault)
    {
        detail = fault;
        flags |= TaskFlags.Faulted;
    }

    /// <summary>
    /// The fault of this goes on to whoever awaits <paramref name="place"/>, which has awaited this at a place without handlers: nothing is thrown. It is what taking the result and leaving the body with the exception comes to.
    /// </summary>
    /// <returns>The fault of that body.</returns>
    internal object PassOn(BodyPlace place, int line) =>
        Leave() ?? Thread!.KilledInstead(detail!) ?? new PassedFault(FaultPath.Origin(detail!), place, line == 0 ? awaitedAt : line, this);

    /// <summary>As <see cref="PassOn"/>, for the suspended <paramref name="body"/>, which has its place and line.</summary>
    internal object PassOnTo(TaskCore body) =>
        // What is not adopted is no body, and may be used again, for another step. In a killed troop each looks at what it gets, so that must not take a walk.
        !Has(TaskFlags.Adopted) || Thread!.Share.Killed
            ? PassOn(body.Place!, body.Line)
            : Leave() ?? this;

    /// <summary>What taking the result does before it throws. Returns a mistake of the caller's, if there is one.</summary>
    private unsafe object? Leave()
    {
        Gauge* gauge = Gauge.Current;
        if (!Thread!.IsCurrent(gauge) || Has(TaskFlags.Consumed))
        {
            return ExceptionDispatchInfo.Capture(Has(TaskFlags.Consumed) ? Mistakes.AwaitedTwice(this) : Mistakes.ForeignTask(this));
        }

        // An await spends; who is at the end of a slice sees to it at the next occasion.
        gauge->Fuel--;
        Mark(TaskFlags.Consumed);
        Thread.Observed(this);
        return null;
    }

    /// <summary>Ends: result or fault are set. Queues whoever waits; runs nobody.</summary>
    internal void Complete()
    {
        if (!IsFaulted)
        {
            detail = null;
        }

        flags |= TaskFlags.Completed;
        TaskCore? waiter = Continuation;
        bool passesOn = (flags & (TaskFlags.Faulted | TaskFlags.Through | TaskFlags.Unwinds)) == (TaskFlags.Faulted | TaskFlags.Through);
        while (waiter is AnyWatch watch)
        {
            watch.Ended();
            waiter = watch.Next;
        }

        if (waiter is not null)
        {
            if (passesOn)
            {
                waiter.Mark(TaskFlags.PassesOn);
            }

            waiter.ChildCompleted(this);
        }
        else
        {
            Thread!.EndedUnawaited(this);
        }
    }

    /// <summary>Makes it a new one.</summary>
    private protected void Reset()
    {
        detail = null;
        Continuation = null;
        flags = TaskFlags.None;
    }

    /// <summary>Marks the result or fault as given out, and throws the fault. The caller has checked the thread.</summary>
    [StackTraceHidden]
    internal void Consume()
    {
        if ((flags & (TaskFlags.Completed | TaskFlags.Consumed)) != TaskFlags.Completed)
        {
            throw IsCompleted ? Mistakes.AwaitedTwice(this) : Mistakes.NotCompleted(this);
        }

        Mark(TaskFlags.Consumed);
        if (IsFaulted)
        {
            Thread!.Observed(this);
            Thread.Throws(Fault!);
            Fault!.Throw();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LookUp()
    {
        Worker? worker = Worker.Current;
        CheckUse(worker);
        worker!.Refuel();
    }

    private void CheckUse(Worker? worker)
    {
        if (worker?.Thread != Thread)
        {
            throw Mistakes.ForeignTask(this);
        }

        if (Has(TaskFlags.Consumed))
        {
            throw Mistakes.AwaitedTwice(this);
        }
    }
}
