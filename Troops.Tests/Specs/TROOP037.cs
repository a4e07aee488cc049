// Views look into what somebody else owns.
using Troops;
static class Views
{
    internal static void Use(Memory<byte> memory, ReadOnlyMemory<byte> only, ArraySegment<int> part, string text)
    {
        TroopThread.Start(() => memory.Length); //! TROOP037 [memory] 'TroopThread.Start' takes memory -> Memory<byte> (mutable) to another thread; copy what it shows into an ImmutableArray<T> first
        TroopThread.Start(() => only.Length); //! TROOP037 [only] 'TroopThread.Start' takes only -> ReadOnlyMemory<byte> (mutable) to another thread; copy what it shows into an ImmutableArray<T> first
        TroopThread.Start(() => part.Count); //! TROOP037 [part] 'TroopThread.Start' takes part -> ArraySegment<int> (mutable) to another thread; copy what it shows into an ImmutableArray<T> first
        TroopThread.Start(() => text.AsSpan().Length);
    }
}
