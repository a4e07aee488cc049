using System.Runtime.InteropServices;

namespace Troops.Scheduling;

/// <summary>A counter with a cache line (and its prefetched neighbour) to itself, so that thieves do not slow the owner down.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct PaddedCounter
{
    [FieldOffset(64)]
    internal long Value;
}
