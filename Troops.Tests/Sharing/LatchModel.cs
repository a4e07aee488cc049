using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a latch is, written so that it is plainly right.</summary>
internal sealed class LatchModel(int start)
{
    private readonly List<int> waiting = [];
    private readonly Dictionary<int, string> outcomes = [];
    private int count = start;

    internal void CountDown(int id, int by)
    {
        outcomes[id] = by > count ? nameof(InvalidOperationException) : "counted";
        count -= by > count ? 0 : by;
        if (count == 0)
        {
            waiting.ForEach(waiter => outcomes[waiter] = "through");
            waiting.Clear();
        }
    }

    internal void Add(int id, int more)
    {
        outcomes[id] = count == 0 ? nameof(InvalidOperationException) : "added";
        count += count == 0 ? 0 : more;
    }

    internal void Wait(int id)
    {
        outcomes[id] = count == 0 ? "through" : "waits";
        if (count > 0)
        {
            waiting.Add(id);
        }
    }

    public override string ToString() => $"{count} {Outcomes.Print(outcomes)}";
}
