namespace Troops.Sharing;

/// <summary>A run of a channel's values. Its slots are written by who holds the sending gate and read by who holds the receiving gate.</summary>
internal sealed class Segment<T>(int length)
{
    internal readonly Slot[] Slots = new Slot[length];

    /// <summary>What comes after the last slot; itself in a channel whose capacity fits into one. Written under the sending gate before the first value there is published.</summary>
    internal Segment<T>? Next;

    /// <summary>A struct around the value: storing a reference into an array of references would check its type each time.</summary>
    internal struct Slot
    {
        internal T Value;
    }
}
