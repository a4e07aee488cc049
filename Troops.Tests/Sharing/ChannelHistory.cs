using System.Collections.Concurrent;
using System.Threading.Channels;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A channel, and what became of each operation on it; for ordinary code on several kernel threads.</summary>
internal sealed class ChannelHistory
{
    private readonly Troops.Sharing.Channel<int> channel;
    private readonly ConcurrentDictionary<int, Task<string>> outcomes = new();
    private readonly Lazy<string> end;

    internal ChannelHistory(int capacity)
    {
        channel = new Troops.Sharing.Channel<int>(capacity);
        end = new Lazy<string>(End);
    }

    internal void TrySend(int id) => Record(id, () => Task.FromResult(channel.TrySend(id) ? "sent" : "full"));

    internal void TryReceive(int id) => Record(id, () => Task.FromResult(channel.TryReceive(out int value) ? $"received {value}" : "empty"));

    internal void Send(int id) => Record(id, () => Sent(channel.SendAsync(id).AsTask()));

    internal void Receive(int id) => Record(id, () => Received(channel.ReceiveAsync().AsTask()));

    internal void Close() => channel.Close();

    /// <summary>What came out of everything, after those that still wait have been ended by a close. The same for two histories that cannot be told apart.</summary>
    internal static bool SameEnd(ChannelHistory one, ChannelHistory other) => one.end.Value == other.end.Value;

    public override string ToString() => end.Value;

    private static async Task<string> Sent(Task send)
    {
        await send.OrHang();
        return "sent";
    }

    private static async Task<string> Received(Task<int> receive) => $"received {await receive.OrHang()}";

    private static async Task<string> OrClosed(Func<Task<string>> operation)
    {
        try
        {
            return await operation();
        }
        catch (ChannelClosedException)
        {
            return "closed";
        }
    }

    private void Record(int id, Func<Task<string>> operation) => outcomes[id] = OrClosed(operation);

    private string End()
    {
        string state = $"{channel.Count} {channel.IsClosed}";
        channel.Close();
        List<string> lines = [state];
        while (channel.TryReceive(out int left))
        {
            lines.Add($"left {left}");
        }

        lines.AddRange(outcomes.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value.GetAwaiter().GetResult()}"));
        return string.Join("; ", lines);
    }
}
