namespace Troops.Tests.Scheduling;

/// <summary>What an inbox means: a state and a queue.</summary>
internal sealed class InboxModel
{
    private readonly List<string> waiting = [];
    private readonly List<string> outcomes = [];
    private readonly List<string> turns = [];
    private string state = "active";

    public override string ToString() => Print(state, waiting, outcomes, turns);

    internal static string Print(string state, IEnumerable<string> waiting, IEnumerable<string> outcomes, IEnumerable<string> turns) =>
        $"{state} [{string.Join(',', waiting)}]; outcomes {string.Join(',', outcomes.Order(StringComparer.Ordinal))}; turns {string.Join(',', turns)}";

    internal void Push(int number)
    {
        switch (state)
        {
            case "ended":
                outcomes.Add($"push {number} Ended");
                return;
            case "parked":
                outcomes.Add($"push {number} MustQueue");
                break;
            default:
                outcomes.Add($"push {number} Delivered");
                break;
        }

        state = "active";
        waiting.Add($"0.{number}");
    }

    internal void Unpark()
    {
        outcomes.Add($"unpark {state is "parked"}");
        state = state is "parked" ? "active" : state;
    }

    internal void Drain()
    {
        if (state is not "active")
        {
            turns.Add("no turn");
            return;
        }

        turns.Add($"drain {string.Join(',', waiting)}");
        waiting.Clear();
    }

    internal void Park() => Leave("park", "parked");

    internal void End() => Leave("end", "ended");

    private void Leave(string what, string next)
    {
        bool can = state is "active" && waiting.Count == 0;
        turns.Add($"{what} {can}");
        state = can ? next : state;
    }
}
