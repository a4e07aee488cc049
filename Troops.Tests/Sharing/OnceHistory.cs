using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A value that is made once, and what became of each operation on it. Its value is the number of the attempt.</summary>
internal sealed class OnceHistory
{
    private readonly Once<int> once;
    private readonly Outcomes outcomes = new();
    private int attempts;

    internal OnceHistory(int failures) =>
        once = new Once<int>(() => Interlocked.Increment(ref attempts) is var attempt && attempt > failures ? attempt : throw new FormatException());

    /// <summary>To the end: an operation that merely waits has not happened yet, and the value may come after the next one.</summary>
    internal void Get(int id) => outcomes.Add(id, () => $"{once.GetAsync().OrHang().GetAwaiter().GetResult()}");

    internal void TryGet(int id) => outcomes.Add(id, () => once.TryGet(out int value) ? $"{value}" : "none");

    public override string ToString() => outcomes.Print();
}
