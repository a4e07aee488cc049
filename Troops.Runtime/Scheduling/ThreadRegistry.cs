namespace Troops.Scheduling;

/// <summary>
/// The threads of a troop that have parked at least once: those that no run queue and no worker holds, and that a kill or a dump could not find
/// otherwise. A thread that never parks never pays for it.
/// </summary>
/// <remarks>An intrusive list under a lock. A thread is added by its own turn before it parks for the first time and removed by whoever ends it.</remarks>
internal sealed class ThreadRegistry
{
    private readonly Lock gate = new();
    private readonly End end = new();
    private int count;

    internal int Count => Volatile.Read(ref count);

    internal static bool Contains(ThreadHeader thread) => thread.RegisteredBefore is not null;

    internal void Add(ThreadHeader thread)
    {
        lock (gate)
        {
            ThreadHeader first = end.RegisteredAfter!;
            thread.RegisteredBefore = end;
            thread.RegisteredAfter = first;
            first.RegisteredBefore = thread;
            end.RegisteredAfter = thread;
            count++;
        }
    }

    internal void Remove(ThreadHeader thread)
    {
        lock (gate)
        {
            thread.RegisteredBefore!.RegisteredAfter = thread.RegisteredAfter;
            thread.RegisteredAfter!.RegisteredBefore = thread.RegisteredBefore;
            thread.RegisteredBefore = thread.RegisteredAfter = null;
            count--;
        }
    }

    internal ThreadHeader[] Snapshot()
    {
        lock (gate)
        {
            ThreadHeader[] all = new ThreadHeader[count];
            int next = 0;
            for (ThreadHeader thread = end.RegisteredAfter!; thread != end; thread = thread.RegisteredAfter!)
            {
                all[next++] = thread;
            }

            return all;
        }
    }

    /// <summary>Both ends of the list, so that neither adding nor removing has a special case.</summary>
    private sealed class End : ThreadHeader
    {
        internal End()
            : base(null!)
        {
            RegisteredBefore = this;
            RegisteredAfter = this;
        }

        internal override TurnEnd RunTurn(Worker worker) => TurnEnd.Left;

        internal override void ThrowKilled() { }

        internal override string Describe() => "";
    }
}
