using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Scheduling;

namespace Troops;

/// <summary>What generated bodies ask where they catch, and where they may have to leave. Infrastructure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TroopUnwind
{
    /// <summary>Whether <paramref name="fault"/> is the kill of the calling thread's troop: a copy catches that nowhere, so that nothing but <c>finally</c> blocks runs on the way out. Any thread may ask.</summary>
    public static bool IsKill(Exception fault) =>
        TroopShare.AnyKilled && fault is TroopKilledException && TroopThread.Of(Worker.Current) is { } thread && thread.Troop.IsOwnEnd(fault);

    /// <summary>Comes right after an await of <see cref="TroopSite.Unwind(TroopTask, int)"/>: whether the body is to return now. Its builder knows the fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool IsPending()
    {
        Gauge* gauge = Gauge.Current;
        if (gauge is null || !gauge->Unwinding)
        {
            return false;
        }

        gauge->Unwinding = false;
        return true;
    }
}
