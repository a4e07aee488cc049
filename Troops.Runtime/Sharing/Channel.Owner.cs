using Troops.Scheduling;
using Troops.Tasks;

namespace Troops.Sharing;

/// <content>Which troop the channel belongs to.</content>
public sealed partial class Channel<T>
{
    /// <summary>Checks that the caller may use the channel; returns its thread, null for ordinary code.</summary>
    private TroopThread? Enter(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Worker? worker = Worker.Current;
        if (worker?.Thread is not TroopThread thread)
        {
            return null;
        }

        worker.Spend(1);
        Troop troop = thread.Troop;
        if (Volatile.Read(ref owner) != troop && Interlocked.CompareExchange(ref owner, troop, null) is { } other && other != troop)
        {
            throw Mistakes.ForeignTroop("A channel", other.Name, troop.Name);
        }

        return thread;
    }
}
