namespace Troops.Seams;

/// <summary>The asymmetric fence: one side of a Dekker pair pays for both, so that the other side is plain loads and stores.</summary>
internal static class Fence
{
    /// <summary>A full fence on every kernel thread of the OS process; about 1-5 us, so only rare paths (parking, taking a queue away) call it.</summary>
    internal static void ProcessWide() => Interlocked.MemoryBarrierProcessWide();
}
