using Troops.Scheduling;
using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>The troop that a builtin belongs to: the one that made it, or, made outside of any thread, the first that uses it. Written once, by a compare-and-swap.</summary>
internal struct Owner
{
    private Troop? troop;

    public Owner() => troop = Troop.CurrentOrNull;

    /// <summary>Null: no troop has used the builtin yet.</summary>
    internal Troop? Troop => Volatile.Read(ref troop);

    /// <summary>Checks that the caller may use the builtin, and spends its fuel; returns its thread, null for ordinary code.</summary>
    /// <param name="what">The builtin, as a message names it: "A channel".</param>
    internal TroopThread? Enter(string what)
    {
        Worker? worker = Worker.Current;
        if (worker?.Thread is not TroopThread thread)
        {
            return null;
        }

        worker.Spend(1);
        Troop current = thread.Troop;
        if (Volatile.Read(ref troop) != current && Interlocked.CompareExchange(ref troop, current, null) is { } other && other != current)
        {
            throw Mistakes.ForeignTroop(what, other.Name, current.Name);
        }

        return thread;
    }
}
