using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A broadcast with its subscriptions, and what became of each operation on it. A send sends its own number.</summary>
internal sealed class BroadcastHistory
{
    private readonly Broadcast<int> broadcast = new();
    private readonly Subscription<int>[] subscriptions;
    private readonly Outcomes outcomes = new();

    internal BroadcastHistory(int[] capacities) =>
        subscriptions = Array.ConvertAll(capacities, capacity => broadcast.Subscribe(Math.Abs(capacity), capacity > 0 ? WhenFull.Wait : WhenFull.DropOldest));

    internal void TrySend(int id) => outcomes.Add(id, () => broadcast.TrySend(id) ? "sent" : "full");

    internal void Send(int id) => outcomes.Add(id, () => broadcast.SendAsync(id), "sent");

    internal void TryReceive(int id, int sub) => outcomes.Add(id, () => subscriptions[sub].TryReceive(out int value) ? $"{value}" : "empty");

    internal void Receive(int id, int sub) => outcomes.Add(id, () => subscriptions[sub].ReceiveAsync());

    internal void Leave(int sub) => subscriptions[sub].Dispose();

    internal void Close() => broadcast.Close();

    public override string ToString() =>
        $"{broadcast.IsClosed} {string.Join(',', subscriptions.Select(static s => s.Count))} {string.Join(',', subscriptions.Select(static s => s.Missed))} {outcomes.Print()}";
}
