namespace Troops.Benchmarks.Rows;

/// <summary>What a node of actors has heard of its ten children.</summary>
internal sealed class SkynetSum
{
    private int heard;

    internal long Sum { get; private set; }

    /// <summary>True if it was the last one.</summary>
    internal bool Add(long sum)
    {
        Sum += sum;
        return ++heard == 10;
    }
}
