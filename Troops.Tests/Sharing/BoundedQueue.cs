namespace Troops.Tests.Sharing;

/// <summary>What a channel is, written so that it is plainly right: the model. Those who wait are in lists, in the order in which they came.</summary>
internal sealed class BoundedQueue(int capacity)
{
    private readonly List<int> values = [];
    private readonly List<(int Id, int Value)> senders = [];
    private readonly List<int> receivers = [];
    private bool closed;

    /// <summary>What became of each operation, by its number.</summary>
    internal SortedDictionary<int, string> Outcomes { get; } = [];

    internal void TrySend(int id)
    {
        if (!closed && receivers.Count == 0 && values.Count >= capacity)
        {
            Outcomes[id] = "full";
        }
        else
        {
            Send(id);
        }
    }

    internal void Send(int id)
    {
        if (closed)
        {
            Outcomes[id] = "closed";
        }
        else if (receivers.Count > 0)
        {
            Outcomes[receivers[0]] = $"received {id}";
            receivers.RemoveAt(0);
            Outcomes[id] = "sent";
        }
        else if (values.Count < capacity)
        {
            values.Add(id);
            Outcomes[id] = "sent";
        }
        else
        {
            senders.Add((id, id));
            Outcomes[id] = "waits";
        }
    }

    internal void TryReceive(int id)
    {
        if (values.Count == 0 && senders.Count == 0)
        {
            Outcomes[id] = "empty";
        }
        else
        {
            Receive(id);
        }
    }

    internal void Receive(int id)
    {
        if (senders.Count > 0)
        {
            values.Add(senders[0].Value);
            Outcomes[senders[0].Id] = "sent";
            senders.RemoveAt(0);
        }

        if (values.Count > 0)
        {
            Outcomes[id] = $"received {values[0]}";
            values.RemoveAt(0);
        }
        else if (closed)
        {
            Outcomes[id] = "closed";
        }
        else
        {
            receivers.Add(id);
            Outcomes[id] = "waits";
        }
    }

    internal void Close()
    {
        closed = true;
        senders.Clear();
        receivers.Clear();
        foreach (int id in Outcomes.Where(pair => pair.Value == "waits").Select(pair => pair.Key).ToArray())
        {
            Outcomes[id] = "closed";
        }
    }

    /// <summary>In the words of <see cref="ChannelHistory"/>.</summary>
    internal string End()
    {
        string state = $"{values.Count} {closed}";
        Close();
        return string.Join("; ", [state, .. values.Select(value => $"left {value}"), .. Outcomes.Select(pair => $"{pair.Key}: {pair.Value}")]);
    }
}
