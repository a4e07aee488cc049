using System.Collections.Concurrent;
using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>An inbox whose turn goes from kernel thread to kernel thread under a lock, as a thread's turns go from worker to worker; pushers take none.</summary>
internal sealed class InboxUnderTest
{
    private readonly Lock turn = new();
    private readonly ConcurrentBag<string> outcomes = [];
    private readonly List<string> turns = [];
    private InboxNode? word;

    public override string ToString()
    {
        string state =
            word == Inbox.Parked ? "parked"
            : word == Inbox.Ended ? "ended"
            : "active";
        return InboxModel.Print(state, Waiting(), outcomes, turns);
    }

    internal void Push(int number) => outcomes.Add($"push {number} {Inbox.Push(ref word, new Letter(0, number))}");

    internal void Unpark() => outcomes.Add($"unpark {Inbox.TryUnpark(ref word)}");

    internal void Drain()
    {
        lock (turn)
        {
            InboxNode? seen = Volatile.Read(ref word);
            if (seen == Inbox.Parked || seen == Inbox.Ended)
            {
                // No turn runs in these states. A push may have ended the first one meanwhile: then this drain came before it.
                turns.Add("no turn");
                return;
            }

            turns.Add($"drain {string.Join(',', Letter.Read(Inbox.Drain(ref word, out _)))}");
        }
    }

    internal void Park()
    {
        lock (turn)
        {
            turns.Add($"park {Inbox.TryPark(ref word)}");
        }
    }

    internal void End()
    {
        lock (turn)
        {
            turns.Add($"end {Inbox.TryEnd(ref word)}");
        }
    }

    private List<string> Waiting()
    {
        List<string> waiting = [];
        for (InboxNode? node = word; node is Letter letter; node = letter.Next)
        {
            waiting.Insert(0, $"0.{letter.Number}");
        }

        return waiting;
    }
}
