namespace Troops.Scheduling;

/// <content>The line of an await whose awaiter is not ours, from before it is awaited until it suspends.</content>
internal sealed partial class Worker
{
    private int siteLine;
    private int siteFuel;
    private long siteTurn;
    private bool? siteOfValueTask;

    /// <summary>Replaces an earlier note; 0 leaves none.</summary>
    internal void NoteSite(int line, bool? ofValueTask)
    {
        siteLine = line;
        siteFuel = Gauge.Fuel;
        siteTurn = turns;
        siteOfValueTask = ofValueTask;
    }

    /// <summary>The line, once; 0 if what was noted is something else by now: each call, await and resumption has spent fuel.</summary>
    internal int TakeSite(bool ofValueTask)
    {
        int line = siteLine;
        siteLine = 0;
        return siteFuel == Gauge.Fuel && siteTurn == turns && (siteOfValueTask ?? ofValueTask) == ofValueTask ? line : 0;
    }
}
