namespace Troops.Benchmarks.Peers;

/// <summary>Ends when it was signalled as often as was said.</summary>
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
