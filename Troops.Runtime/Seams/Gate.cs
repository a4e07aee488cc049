using System.Runtime.CompilerServices;

namespace Troops.Seams;

/// <summary>
/// A lock for a few instructions: one compare-and-swap to enter, one plain store to leave; a <see cref="Lock"/> takes three times as long. A field, never copied.
/// </summary>
/// <remarks>
/// Two states, Open and Shut. Whoever enters acquires what the last one released. Not reentrant, not fair: no section may call users' code, wake anybody, or enter
/// something that blocks. A section whose kernel thread was descheduled is waited for by yielding and then sleeping, as <see cref="SpinWait"/> does.
/// </remarks>
internal struct Gate
{
    private const int Open = 0;
    private const int Shut = 1;

    private int state;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        if (Interlocked.CompareExchange(ref state, Shut, Open) != Open)
        {
            Wait();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit() => Volatile.Write(ref state, Open);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wait()
    {
        SpinWait spin = default;
        do
        {
            spin.SpinOnce();
        } while (Volatile.Read(ref state) != Open || Interlocked.CompareExchange(ref state, Shut, Open) != Open);
    }
}
