using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A latch, and what became of each operation on it.</summary>
internal sealed class LatchHistory(int count)
{
    private readonly Latch latch = new(count);
    private readonly Outcomes outcomes = new();

    internal void CountDown(int id, int by) =>
        outcomes.Add(
            id,
            () =>
            {
                latch.CountDown(by);
                return "counted";
            }
        );

    internal void Add(int id, int more) =>
        outcomes.Add(
            id,
            () =>
            {
                latch.Add(more);
                return "added";
            }
        );

    internal void Wait(int id) => outcomes.Add(id, () => latch.WaitAsync(), "through");

    public override string ToString() => $"{latch.Count} {outcomes.Print()}";
}
