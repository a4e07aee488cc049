using System.Collections.Concurrent;
using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>A deque whose owner's role goes from kernel thread to kernel thread under a lock; thieves take none.</summary>
internal sealed class OwnedDeque
{
    private readonly Lock owner = new();
    private readonly ConcurrentBag<int> taken = [];

    internal StealableDeque Deque { get; } = new();

    internal List<int> Popped { get; } = [];

    internal IEnumerable<int> Taken => taken;

    internal List<int> Refused { get; } = [];

    internal void Push(int number)
    {
        lock (owner)
        {
            if (!Deque.TryPush(new ScriptedThread(null!, number)))
            {
                Refused.Add(number);
            }
        }
    }

    internal void Pop()
    {
        lock (owner)
        {
            Popped.Add(NumberOf(Deque.PopNewest()));
        }
    }

    internal void Take() => taken.Add(NumberOf(Deque.TakeOldest()));

    internal void Wipe()
    {
        lock (owner)
        {
            Deque.Wipe();
        }
    }

    /// <summary>What is left, oldest first. It is taken out and put back, which also shows that counters and slots agree.</summary>
    internal List<int> Content()
    {
        lock (owner)
        {
            List<int> content = [];
            while (Deque.TakeOldest() is { } thread)
            {
                content.Add(NumberOf(thread));
            }

            foreach (int number in content)
            {
                Deque.TryPush(new ScriptedThread(null!, number));
            }

            return content;
        }
    }

    private static int NumberOf(ThreadHeader? thread) => thread is ScriptedThread scripted ? scripted.Number : int.MinValue;
}
