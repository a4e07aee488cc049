using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a signal is, written so that it is plainly right.</summary>
internal sealed class SignalModel
{
    private readonly List<int> waiting = [];
    private readonly Dictionary<int, string> outcomes = [];
    private bool isSet;

    internal void Set()
    {
        if (waiting.Count == 0)
        {
            isSet = true;
        }
        else
        {
            outcomes[waiting[0]] = "through";
            waiting.RemoveAt(0);
        }
    }

    internal void TryWait(int id)
    {
        outcomes[id] = $"{isSet}";
        isSet = false;
    }

    internal void Wait(int id)
    {
        outcomes[id] = isSet ? "through" : "waits";
        if (!isSet)
        {
            waiting.Add(id);
        }

        isSet = false;
    }

    internal void Cancel(int which)
    {
        if (waiting.Count > 0)
        {
            outcomes[waiting[which % waiting.Count]] = nameof(OperationCanceledException);
            waiting.RemoveAt(which % waiting.Count);
        }
    }

    public override string ToString() => $"{isSet} {Outcomes.Print(outcomes)}";
}
