using System.Threading.Channels;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a broadcast is, written so that it is plainly right. One subscription a capacity; a negative one drops the oldest instead of waiting.</summary>
internal sealed class BroadcastModel(int[] capacities)
{
    private readonly List<int>[] buffers = [.. capacities.Select(static _ => new List<int>())];
    private readonly List<int>[] receivers = [.. capacities.Select(static _ => new List<int>())];
    private readonly int[] missed = new int[capacities.Length];
    private readonly List<int> senders = [];
    private readonly HashSet<int> left = [];
    private readonly Dictionary<int, string> outcomes = [];
    private bool closed;

    private bool IsFull => capacities.Index().Any(sub => !left.Contains(sub.Index) && buffers[sub.Index].Count == sub.Item);

    internal void TrySend(int id)
    {
        outcomes[id] = "full";
        if (closed || !IsFull)
        {
            Send(id);
        }
    }

    internal void Send(int id)
    {
        outcomes[id] = closed ? nameof(ChannelClosedException) : "waits";
        if (!closed)
        {
            senders.Add(id);
            Pump();
        }
    }

    internal void TryReceive(int id, int sub)
    {
        if (!left.Contains(sub) && buffers[sub].Count == 0)
        {
            outcomes[id] = "empty";
        }
        else
        {
            Receive(id, sub);
        }
    }

    internal void Receive(int id, int sub)
    {
        if (left.Contains(sub))
        {
            outcomes[id] = nameof(ObjectDisposedException);
        }
        else if (buffers[sub].Count > 0)
        {
            outcomes[id] = $"{buffers[sub][0]}";
            buffers[sub].RemoveAt(0);
            Pump();
        }
        else if (closed)
        {
            outcomes[id] = nameof(ChannelClosedException);
        }
        else
        {
            outcomes[id] = "waits";
            receivers[sub].Add(id);
        }
    }

    internal void Leave(int sub)
    {
        left.Add(sub);
        buffers[sub].Clear();
        End(receivers[sub], nameof(ObjectDisposedException));
        Pump();
    }

    internal void Close()
    {
        closed = true;
        End(senders, nameof(ChannelClosedException));
        foreach (List<int> waiting in receivers)
        {
            End(waiting, nameof(ChannelClosedException));
        }
    }

    public override string ToString() =>
        $"{closed} {string.Join(',', buffers.Select(static b => b.Count))} {string.Join(',', missed)} {Outcomes.Print(outcomes)}";

    private void End(List<int> waiting, string outcome)
    {
        waiting.ForEach(id => outcomes[id] = outcome);
        waiting.Clear();
    }

    private void Pump()
    {
        while (senders.Count > 0 && !IsFull)
        {
            outcomes[senders[0]] = "sent";
            for (int sub = 0; sub < capacities.Length; sub++)
            {
                if (!left.Contains(sub))
                {
                    Put(sub, senders[0]);
                }
            }

            senders.RemoveAt(0);
        }
    }

    private void Put(int sub, int value)
    {
        if (receivers[sub].Count > 0)
        {
            outcomes[receivers[sub][0]] = $"{value}";
            receivers[sub].RemoveAt(0);
            return;
        }

        buffers[sub].Add(value);
        if (buffers[sub].Count > Math.Abs(capacities[sub]))
        {
            buffers[sub].RemoveAt(0);
            missed[sub]++;
        }
    }
}
