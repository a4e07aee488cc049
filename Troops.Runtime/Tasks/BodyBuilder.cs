using System.Runtime.CompilerServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Seams;

namespace Troops.Tasks;

/// <summary>What the method builders share. See docs of <see cref="AsyncMethodBuilderAttribute"/> for who calls what.</summary>
internal struct BodyBuilder<T>
{
    private TaskCore<T>? core;
    private T? result;

    /// <summary>The task; null if the body completed inline with <see cref="Result"/>.</summary>
    internal readonly TaskCore<T>? Core => core;

    internal readonly T Result => result!;

    /// <summary>Runs the body inline up to its first suspension.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        Gauge* gauge = Gauge.Current;
        if (gauge is null || --gauge->Fuel < 0 || gauge->Attention != 0)
        {
            LookUp<TStateMachine>();
        }

        if (KernelThread.HasRoom(gauge->StackLimit))
        {
            bool parkable = gauge->Parkable;
            gauge->Parkable = false;
            stateMachine.MoveNext();
            gauge->Parkable = parkable;
        }
        else
        {
            DeepCall<TStateMachine>.Run(ref stateMachine);
        }
    }

    /// <summary>As <see cref="Start"/>, for a copy: one that is awaited at once does not end the row of frames that the thread can step back from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void StartCopy<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        Gauge* gauge = Gauge.Current;
        if (gauge is null || --gauge->Fuel < 0 || gauge->Attention != 0)
        {
            LookUp<TStateMachine>();
        }

        if (KernelThread.HasRoom(gauge->StackLimit))
        {
            stateMachine.MoveNext();
        }
        else
        {
            DeepCall<TStateMachine>.Run(ref stateMachine);
        }
    }

    internal void SetResult(T value)
    {
        if (core is null)
        {
            result = value;
        }
        else
        {
            Body.SetResult(value);
        }
    }

    internal void SetException(Exception exception)
    {
        if (core is null)
        {
            core = new FaultedTask<T>(TroopThread.Current, exception);
        }
        else
        {
            Body.SetException(exception);
        }
    }

    internal void Await<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine, bool copy)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        BodyFrame<TStateMachine, T> body = Suspended(ref stateMachine, copy, null);
        body.Line = SiteNote.Take<TAwaiter>();
        try
        {
            ForeignWait.Suspend(ref awaiter, body);
        }
        catch
        {
            Refused(body, ref stateMachine);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AwaitUnsafe<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine, bool copy)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        // For a struct the JIT decides this when it compiles and boxes nothing.
        if (awaiter is ITroopAwaiter)
        {
            TaskCore? awaited = ((ITroopAwaiter)awaiter).Awaited;
            if (awaited is { IsFaulted: true })
            {
                PassOn(awaited, BodyFrame<TStateMachine, T>.PlaceOfBody);
                return;
            }

            BodyFrame<TStateMachine, T> body = Suspended(ref stateMachine, copy, awaited);

            // An awaiter with a line sets it.
            body.Line = copy && typeof(TAwaiter) == typeof(YieldAwaitable) ? SiteNote.Take<TAwaiter>() : 0;
            ((ITroopAwaiter)awaiter).Suspend(body);
        }
        else
        {
            AwaitForeign(ref awaiter, ref stateMachine, copy);
        }
    }

    private void AwaitForeign<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine, bool copy)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        BodyFrame<TStateMachine, T> body = Suspended(ref stateMachine, copy, null);
        body.Line = SiteNote.Take<TAwaiter>();
        try
        {
            ForeignWait.SuspendUnsafe(ref awaiter, body);
        }
        catch
        {
            Refused(body, ref stateMachine);
            throw;
        }
    }

    /// <summary>The awaiter has thrown instead of taking the callback: the body goes on, and may end, where it is. The frame's copy would only keep things alive.</summary>
    private static void Refused<TStateMachine>(BodyFrame<TStateMachine, T> body, ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (!Unsafe.AreSame(ref body.StateMachine!, ref stateMachine))
        {
            body.StateMachine = default;
        }
    }

    /// <summary>The body ends with the fault of what it awaits, without having suspended there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PassOn(TaskCore awaited, BodyPlace place)
    {
        object fault = awaited.PassOn(place, 0);
        if (core is null)
        {
            core = new FaultedTask<T>(TroopThread.Current, fault);
        }
        else
        {
            Body.EndPassed(fault);
        }
    }

    /// <summary>Out of a turn, or of fuel, or killed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LookUp<TStateMachine>()
    {
        Worker? worker = Worker.Current;
        if (worker?.Thread is null)
        {
            throw Mistakes.OutsideThread($"The task {Names.OfBody(typeof(TStateMachine))}");
        }

        worker.Refuel();
    }

    /// <summary>Without a type check: what has not faulted before it suspended is a body that has.</summary>
    private readonly BodyTask<T> Body => Unsafe.As<BodyTask<T>>(core!);

    private unsafe BodyFrame<TStateMachine, T> Suspended<TStateMachine>(ref TStateMachine stateMachine, bool copy, TaskCore? awaited)
        where TStateMachine : IAsyncStateMachine
    {
        if (core is BodyFrame<TStateMachine, T> known)
        {
            if (!Unsafe.AreSame(ref known.StateMachine!, ref stateMachine))
            {
                // An earlier suspension was refused (its awaiter threw) and the body went on on the stack: the frame's copy is out of date.
                known.StateMachine = stateMachine;
            }

            if (!known.Has(TaskFlags.Linked))
            {
                known.Thread!.Link(known);
            }

            return known;
        }

        // Mostly the awaited task is one of the same thread, which is quicker to ask than the worker.
        TroopThread thread = awaited?.Thread is { } its && its.IsCurrent(Gauge.Current) ? its : TroopThread.Current;
        BodyFrame<TStateMachine, T> body = new(thread);
        thread.Count(body, copy ? TaskFlags.Adopted | TaskFlags.Copy : TaskFlags.Adopted);
        if (awaited is null || !awaited.Has(TaskFlags.Adopted))
        {
            thread.Link(body);
        }

        // This builder is a field of the state machine: it must know the task before the copy is made.
        core = body;
        body.StateMachine = stateMachine;
        return body;
    }
}
