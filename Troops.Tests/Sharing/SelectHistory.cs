using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Some channels, and what became of each operation on them; for ordinary code on several kernel threads.</summary>
internal sealed class SelectHistory(int[] capacities)
{
    private readonly Channel<int>[] channels = Array.ConvertAll(capacities, static capacity => new Channel<int>(capacity));
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, SelectCase[]> selects = new();
    private readonly Outcomes outcomes = new();

    internal void Do(int id, SelectStep step)
    {
        Channel<int> channel = channels[step.Cases[0].Channel];
        switch (step.What)
        {
            case SelectStep.Kind.Send:
                outcomes.Add(id, () => channel.SendAsync(id), "sent");
                break;
            case SelectStep.Kind.Receive:
                outcomes.Add(id, () => channel.ReceiveAsync());
                break;
            case SelectStep.Kind.Select:
                outcomes.Add(id, () => Select.WaitAsync(Cases(id, step)));
                break;
            case SelectStep.Kind.TrySend:
                outcomes.Add(id, () => channel.TrySend(id) ? "sent" : "none");
                break;
            case SelectStep.Kind.TryReceive:
                outcomes.Add(id, () => channel.TryReceive(out int value) ? $"{value}" : "none");
                break;
            case SelectStep.Kind.TrySelect:
                outcomes.Add(id, () => $"{Select.Try(Cases(id, step))}");
                break;
            default:
                channel.Close();
                break;
        }
    }

    /// <summary>In the words of <see cref="SelectModel"/>. Only once.</summary>
    internal string End()
    {
        string ends = outcomes.Print();
        string cases = string.Join(
            "; ",
            selects.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key}: {string.Join(' ', pair.Value.Select(Print))}")
        );
        return string.Join(" | ", [ends, cases, .. channels.Select(Print)]);
    }

    private static string Print(SelectCase one) =>
        one is ReceiveCase<int> receive ? $"{(receive.HasValue ? receive.Value : receive.IsClosed ? "closed" : "-")}" : "-";

    private static string Print(Channel<int> channel)
    {
        bool closed = channel.IsClosed;
        int[] kept = new int[channel.Count];
        for (int i = 0; i < kept.Length; i++)
        {
            Assert.That(channel.TryReceive(out kept[i]), Is.True);
        }

        return $"{closed} {string.Join(' ', kept)}";
    }

    private SelectCase[] Cases(int id, SelectStep step) =>
        selects[id] = Array.ConvertAll(step.Cases, one => one.IsSend ? channels[one.Channel].SendCase(id) : (SelectCase)channels[one.Channel].ReceiveCase());
}
