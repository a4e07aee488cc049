using System.Collections.Immutable;
using Troops.Scheduling;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <content>Dumps.</content>
public sealed partial class TroopProcess
{
    /// <summary>What there is in the process now: its troops, their threads, and what each task waits for.</summary>
    /// <remarks>
    /// Safe from anywhere, while everything runs, also inside a thread; nothing is stopped but each parked thread for as long as it is looked at. Threads that start, end
    /// or move between queues meanwhile may be missing. A million parked threads take about half a second and 64 bytes each.
    /// </remarks>
    public ProcessDump Dump()
    {
        CoarseClock.Refresh();
        HashSet<ThreadHeader> inTurn = [];
        HashSet<ThreadHeader> active = [];
        scheduler.FindActive(inTurn, active);
        active.UnionWith(inTurn);

        DumpBuilder builder = new(inTurn);
        ILookup<TroopShare, ThreadHeader> byTroop = active.ToLookup(static thread => thread.Share);
        ImmutableArray<TroopDump> found = [.. Troops().Select(troop => Dump(troop, byTroop[troop.Share], active, builder))];
        return new ProcessDump(Name, Workers, scheduler.Spares.Alive, found);
    }

    private static TroopDump Dump(Troop troop, IEnumerable<ThreadHeader> activeHere, HashSet<ThreadHeader> active, DumpBuilder builder)
    {
        ThreadHeader[] parked = troop.Share.Registry.Snapshot();
        ImmutableArray<ThreadDump>.Builder threads = ImmutableArray.CreateBuilder<ThreadDump>(parked.Length);
        foreach (ThreadHeader thread in activeHere)
        {
            Add(thread);
        }

        foreach (ThreadHeader thread in parked)
        {
            if (!active.Contains(thread))
            {
                Add(thread);
            }
        }

        return new TroopDump(troop.Name, troop.IsStopped, troop.ThreadCount, threads.DrainToImmutable());

        void Add(ThreadHeader thread)
        {
            if (((TroopThread)thread).Dump(builder) is { } dump)
            {
                threads.Add(dump);
            }
        }
    }
}
