using System.Runtime.InteropServices;

namespace Troops.Scheduling;

/// <summary>What each call and each back-edge looks at, in two cache lines of a worker's own, at an address that never moves.</summary>
/// <remarks>
/// A kernel thread finds its worker's through a pointer: a thread-static of a primitive type is one load, one of a reference type four that wait for each other (1.3 ns of the 7 of a call).
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct Gauge
{
    /// <summary>A number, in a type that has no other statics: only such a one does the JIT keep where one load finds it.</summary>
    [ThreadStatic]
    private static nint current;

    /// <summary>Of the calling kernel thread's worker; null on every other one.</summary>
    internal static unsafe Gauge* Current
    {
        get => (Gauge*)current;
        set => current = (nint)value;
    }

    /// <summary>Of the worker: from 1 on, and no other gauge of this OS process has it.</summary>
    [FieldOffset(52)]
    internal uint Number;

    /// <summary>Spent by the turn, one a call, an await, a resumption, a back-edge. Below 0 between turns, so that one look answers whether there is a turn as well. The worker's.</summary>
    [FieldOffset(32)]
    internal int Fuel;

    /// <summary>Not 0: somebody wants the running turn to look up (a kill). Set by anybody, cleared by the worker.</summary>
    [FieldOffset(36)]
    internal int Attention;

    /// <summary>A task may start above this address. The worker's.</summary>
    [FieldOffset(40)]
    internal nuint StackLimit;

    /// <summary>Every native frame down to the thread's loop is of a copy that the one below awaits at once: the thread can be parked at a back-edge. See the README of Tasks for who writes it.</summary>
    [FieldOffset(48)]
    internal bool Parkable;

    /// <summary>The body that runs is to leave: what it awaited last has faulted. Set and cleared within one await of it, by the kernel thread that runs it.</summary>
    [FieldOffset(49)]
    internal bool Unwinding;
}
