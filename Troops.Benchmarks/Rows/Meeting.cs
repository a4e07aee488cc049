namespace Troops.Benchmarks.Rows;

/// <summary>Who received each message where; written by the two in turn, since only the one who has the ball writes.</summary>
[Audited("the benchmarks' owners", "only the one who has the ball writes", "2030-12-31")]
[ThreadSafe]
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

    /// <summary>Some may stay: it takes a while until the second worker has taken its thread. On a busy machine they come together again and again, which is another row.</summary>
    internal void WarnIfTogether(int count)
    {
        if (count > 10_000 && together > count / 4)
        {
            Console.Error.WriteLine($"build/bench: ping-pong-2: {together} of {count} messages did not leave their kernel thread; is the machine busy?");
        }
    }
}
