using System.ComponentModel;
using Troops.Scheduling;

namespace Troops;

/// <summary>What generated bodies ask where they catch. Infrastructure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TroopUnwind
{
    /// <summary>Whether <paramref name="fault"/> is the kill of the calling thread's troop: a copy catches that nowhere, so that nothing but <c>finally</c> blocks runs on the way out. Any thread may ask.</summary>
    public static bool IsKill(Exception fault) =>
        TroopShare.AnyKilled && fault is TroopKilledException && TroopThread.Of(Worker.Current) is { } thread && thread.Troop.IsOwnEnd(fault);
}
