using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Scheduling;

namespace Troops;

/// <summary>What generated bodies spend at the back-edges of their loops. Infrastructure.</summary>
/// <remarks>Called by the code of the generator alone, inside a thread; in ordinary code, where a lambda may have gone, nothing happens.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TroopFuel
{
    /// <summary>Spends one unit; true if there is something to see to: then the body awaits <see cref="Refill"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool Spend()
    {
        Gauge* gauge = Gauge.Current;
        return gauge is not null && (--gauge->Fuel < 0 || gauge->Attention != 0);
    }

    /// <summary>Lets other threads run, if the slice is over and they wait; siblings never run meanwhile. The await throws if the troop was killed.</summary>
    /// <param name="line">Where the loop is, for dumps.</param>
    public static RefillAwaitable Refill(int line) => new(line);

    /// <summary>As <see cref="Spend"/> and <see cref="Refill"/> where nothing can be awaited: other threads get another worker instead.</summary>
    /// <exception cref="TroopKilledException">The troop was killed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (Spend())
        {
            See();
        }
    }

    /// <summary>As <see cref="Check"/> in a <c>finally</c> block, which runs to its end in a killed troop too, as long as the grace lasts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckInFinally()
    {
        if (Spend())
        {
            SeeInFinally();
        }
    }

    /// <summary>Comes before the call of a task that is not awaited at once: what goes on after the call must not be held up by what happens in it.</summary>
    /// <returns>For <see cref="EndApart"/>.</returns>
    public static unsafe bool BeginApart()
    {
        Gauge* gauge = Gauge.Current;
        if (gauge is null || !gauge->Parkable)
        {
            return false;
        }

        gauge->Parkable = false;
        return true;
    }

    /// <summary>Comes after the call.</summary>
    /// <param name="was">What <see cref="BeginApart"/> has returned.</param>
    public static unsafe void EndApart(bool was)
    {
        if (was)
        {
            Gauge.Current->Parkable = true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void See()
    {
        if (Worker.Current is { Thread: not null } worker)
        {
            worker.Spend(0);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SeeInFinally()
    {
        if (Worker.Current is { Thread: not null } worker)
        {
            worker.Refuel(followKill: false);
        }
    }
}
