namespace Troops.Scheduling;

/// <content>What observers see. Safe from anywhere: the array of lanes is replaced, never changed, and a reference is read whole.</content>
internal sealed partial class RunQueue
{
    /// <summary>A hint.</summary>
    internal int Count
    {
        get
        {
            int sum = 0;
            foreach (Lane lane in Volatile.Read(ref lanes))
            {
                sum += lane.Stealable + (lane.WokenLast is null ? 0 : 1);
            }

            return sum;
        }
    }

    /// <summary>The threads that are queued here, and perhaps some that were a moment ago.</summary>
    internal void CopyTo(HashSet<ThreadHeader> threads)
    {
        foreach (Lane lane in Volatile.Read(ref lanes))
        {
            if (lane.WokenLast is { } woken)
            {
                threads.Add(woken);
            }

            lane.Children.CopyTo(threads);
            lane.Ready.CopyTo(threads);
        }
    }
}
