using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A signal, and what became of each operation on it.</summary>
internal sealed class SignalHistory
{
    private readonly Signal signal = new();
    private readonly Outcomes outcomes = new();
    private readonly List<(TroopTask Wait, CancellationTokenSource Cancel)> waits = [];

    internal void Set() => signal.Set();

    internal void TryWait(int id) => outcomes.Add(id, () => $"{signal.TryWait()}");

    internal void Wait(int id) => outcomes.Add(id, () => signal.WaitAsync(), "through");

    internal void WaitUntilCancelled(int id) =>
        outcomes.Add(
            id,
            () =>
            {
                CancellationTokenSource cancel = new();
                TroopTask wait = signal.WaitAsync(cancel.Token);
                waits.Add((wait, cancel));
                return wait;
            },
            "through"
        );

    /// <summary>Cancels one of those that wait.</summary>
    internal void Cancel(int which)
    {
        waits.RemoveAll(static wait => wait.Wait.Core is not Troops.Sharing.SignalOperation { IsClaimed: false });
        if (waits.Count > 0)
        {
            waits[which % waits.Count].Cancel.Cancel();
        }
    }

    public override string ToString() => $"{signal.IsSet} {outcomes.Print()}";
}
