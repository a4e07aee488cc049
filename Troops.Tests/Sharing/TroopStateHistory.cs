using Troops.Sharing;

namespace Troops.Tests.Sharing;

/// <summary>A troop state, used in threads of several troops from any number of kernel threads.</summary>
internal sealed class TroopStateHistory
{
    private readonly Troop[] troops;
    private readonly TroopState<Atomic<int>> sums;
    private int made;

    internal TroopStateHistory(params Troop[] troops)
    {
        this.troops = troops;
        sums = new TroopState<Atomic<int>>(() =>
        {
            Interlocked.Increment(ref made);
            return new Atomic<int>(0);
        });
    }

    internal void Add(int troop, int by) => troops[troop].InvokeAsync(() => sums.Value.Add(by)).AsTask().GetAwaiter().GetResult();

    /// <summary>How many values were made, and the value of each troop; asking makes those that are not there yet.</summary>
    public override string ToString()
    {
        int before = Volatile.Read(ref made);
        return $"{before} made; {string.Join(' ', troops.Select(troop => troop.InvokeAsync(() => sums.Value.Value).AsTask().GetAwaiter().GetResult()))}; {Volatile.Read(ref made)} made";
    }
}
