using System.Runtime.InteropServices;
using Troops.Seams;

namespace Troops.Sharing;

/// <summary>What the senders of a channel write, on a cache line of its own.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SendingSide<T>
{
    internal Gate Gate;

    /// <summary>Where the next value goes: the slot in <see cref="Segment"/>.</summary>
    internal int Slot;
    internal Segment<T>? Segment;

    /// <summary>How many values were ever kept. Written under the gate, after the value; receivers read it with acquire.</summary>
    internal long Kept;

    /// <summary>What senders last saw of <see cref="ReceivingSide{T}.Taken"/>: behind the truth, so the channel looks fuller than it is, never emptier.</summary>
    internal long TakenSeen;

    private readonly Padding padding;
}
