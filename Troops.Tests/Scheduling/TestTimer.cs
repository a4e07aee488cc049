using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>A timer without an operation.</summary>
internal sealed class TestTimer(int number, long deadline, Action<TestTimer>? fired = null) : ITimerNode
{
    private TimerLinks links = new() { Deadline = deadline };
    private int claimed;
    private int fires;

    public ref TimerLinks Links => ref links;

    public bool IsClaimed => Volatile.Read(ref claimed) != 0;

    internal int Number => number;

    internal long Deadline => deadline;

    /// <summary>How often it fired and won.</summary>
    internal int Fires => Volatile.Read(ref fires);

    public void Fire()
    {
        if (TryClaim())
        {
            Interlocked.Increment(ref fires);
            fired?.Invoke(this);
        }
    }

    public void FailTimer(Exception fault) => throw new InvalidOperationException("No test of the wheel breaks the time.", fault);

    internal bool TryClaim() => Interlocked.Exchange(ref claimed, 1) == 0;
}
