namespace Troops.Sharing;

/// <summary>What the capacity of a <see cref="Channel{T}"/> may be besides a number.</summary>
public static class Channel
{
    /// <summary>The channel keeps any number of values, and no send waits.</summary>
    public const int Unbounded = int.MaxValue;

    private static long channels;

    internal static long NextOrder() => Interlocked.Increment(ref channels);
}
