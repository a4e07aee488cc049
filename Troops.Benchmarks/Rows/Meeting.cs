namespace Troops.Benchmarks.Rows;

/// <summary>Who received each message where; written by the two in turn, since only the one who has the ball writes.</summary>
internal sealed class Meeting
{
    private int here;
    private int together;

    internal void Received()
    {
        int thread = Environment.CurrentManagedThreadId;
        if (thread == here)
        {
            together++;
        }

        here = thread;
    }

    /// <summary>Some may stay: it takes a while until the second worker has taken its thread, and what disturbs the machine can bring them together again for a while.</summary>
    internal void CheckApart(int count)
    {
        if (count > 10_000 && together > count / 4)
        {
            throw new InvalidOperationException($"{together} of {count} messages did not leave their kernel thread, which is another row; is the machine busy?");
        }
    }
}
