namespace Troops.Scheduling;

/// <content>What the worker has done, for observers.</content>
internal sealed partial class Worker
{
    /// <summary>Written by the worker alone.</summary>
    internal WorkerCounts Counts;

    /// <summary>Safe from anywhere.</summary>
    internal void AddTo(ref WorkerCounts sum)
    {
        sum.Add(in Counts);
        sum.Turns += Turns;
    }
}
