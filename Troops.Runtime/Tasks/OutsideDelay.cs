namespace Troops.Tasks;

/// <summary>A delay of ordinary code: no process is near, so .NET's own timer tells the time.</summary>
internal sealed class OutsideDelay : Operation<Unit>
{
    private readonly Seams.OutsideTimer? timer;

    internal OutsideDelay(TimeSpan delay)
        : base(null)
    {
        if (delay != Timeout.InfiniteTimeSpan)
        {
            timer = new Seams.OutsideTimer(delay, End);
        }
    }

    internal override string Name => "Delay";

    private protected override void Withdrawn() => timer?.Dispose();

    private void End() => TrySucceed(default);
}
