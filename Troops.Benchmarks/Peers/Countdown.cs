namespace Troops.Benchmarks.Peers;

/// <summary>Ends when it was signalled as often as was said.</summary>
[Audited("the benchmarks' owners", "the count is changed by Interlocked alone", "2030-12-31")]
[ThreadSafe]
internal sealed class Countdown(int count)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int left = count;

    internal Task Ended => ended.Task;

    internal void Signal()
    {
        if (Interlocked.Decrement(ref left) == 0)
        {
            ended.SetResult();
        }
    }
}
