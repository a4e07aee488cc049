using System.Runtime.CompilerServices;

namespace Troops.Seams;

/// <summary>
/// Where a kernel thread keeps its execution context and its synchronization context. Looking at the two fields takes a nanosecond; asking .NET for the contexts takes eight, and
/// each turn looks.
/// </summary>
/// <remarks>The fields are private to .NET. Should a version name them otherwise, <see cref="AreEmpty"/> answers false for ever and everybody asks .NET instead: slower, and right.</remarks>
internal readonly struct AmbientSlots(Thread thread)
{
    private static readonly bool AreKnown = Probe();

    /// <summary>Those of the kernel thread that calls.</summary>
    internal static AmbientSlots OfCaller() => new(Thread.CurrentThread);

    /// <summary>True: the kernel thread is in the default contexts. False: maybe not.</summary>
    internal bool AreEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => AreKnown && ContextOf(thread) is null && SynchronizationOf(thread) is null;
    }

    /// <summary>True: no synchronization context is set. False: maybe there is one.</summary>
    internal bool HasNoSynchronization
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => AreKnown && SynchronizationOf(thread) is null;
    }

    private static bool Probe()
    {
        try
        {
            _ = Look(Thread.CurrentThread);
            return true;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Look(Thread thread) => ContextOf(thread) is null && SynchronizationOf(thread) is null;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    private static extern ref ExecutionContext? ContextOf(Thread thread);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_synchronizationContext")]
    private static extern ref SynchronizationContext? SynchronizationOf(Thread thread);
}
