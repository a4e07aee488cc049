using Troops.Scheduling;
using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>The troop that a builtin belongs to: the one that made it, or, made outside of any thread, the first that uses it. Written once, by a compare-and-swap.</summary>
internal struct Owner
{
    private TroopShare? share;

    public Owner() => share = Worker.Current?.Thread?.Share;

    /// <summary>Null: no troop has used the builtin yet.</summary>
    internal Troop? Troop => (Troop?)Volatile.Read(ref share)?.Owner;

    /// <summary>Checks that the caller may use the builtin, and spends its fuel; returns its thread, null for ordinary code.</summary>
    /// <param name="what">The builtin, as a message names it: "A channel".</param>
    internal TroopThread? Enter(string what)
    {
        Worker? worker = Worker.Current;
        if (TroopThread.Of(worker) is not { } thread)
        {
            return null;
        }

        worker!.Spend(1);
        if (Volatile.Read(ref share) != thread.Share)
        {
            Claim(thread, what);
        }

        return thread;
    }

    private void Claim(TroopThread thread, string what)
    {
        if (Interlocked.CompareExchange(ref share, thread.Share, null) is { } other && other != thread.Share)
        {
            throw Mistakes.ForeignTroop(what, ((Troop)other.Owner).Name, thread.Troop.Name);
        }
    }
}
