using System.Runtime.InteropServices;
using Troops.Seams;

namespace Troops.Sharing;

/// <summary>What the receivers of a channel write, on a cache line of its own.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ReceivingSide<T>
{
    internal Gate Gate;

    /// <summary>Where the oldest value is: the slot in <see cref="Segment"/>.</summary>
    internal int Slot;
    internal Segment<T>? Segment;

    /// <summary>How many values were ever taken. Written under the gate, after the slot was emptied; senders read it with acquire.</summary>
    internal long Taken;

    /// <summary>What receivers last saw of <see cref="SendingSide{T}.Kept"/>: all up to there can be taken without another look.</summary>
    internal long KeptSeen;

    private readonly Padding padding;
}
