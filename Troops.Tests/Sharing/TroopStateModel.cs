namespace Troops.Tests.Sharing;

/// <summary>What <see cref="TroopStateHistory"/> is, written so that it is plainly right.</summary>
internal sealed class TroopStateModel(int troops)
{
    private readonly Dictionary<int, int> sums = [];

    internal void Add(int troop, int by) => sums[troop] = sums.GetValueOrDefault(troop) + by;

    public override string ToString() =>
        $"{sums.Count} made; {string.Join(' ', Enumerable.Range(0, troops).Select(troop => sums.GetValueOrDefault(troop)))}; {troops} made";
}
