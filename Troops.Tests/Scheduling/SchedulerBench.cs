using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>A scheduler with real workers and no troops above it.</summary>
internal sealed class SchedulerBench : IAsyncDisposable
{
    internal static readonly TimeSpan DeadlockGuard = TimeSpan.FromSeconds(30);

    /// <param name="workers">Run queues.</param>
    /// <param name="watchdog">Off unless a test is about it: nothing may depend on its help.</param>
    internal SchedulerBench(int workers, bool watchdog = false)
    {
        Scheduler = new Scheduler(workers, watchdog);
        Share = NewShare();
        Scheduler.Start();
    }

    internal Scheduler Scheduler { get; }

    internal TroopShare Share { get; }

    internal TroopShare NewShare() => new(Scheduler, this);

    /// <summary>As the watchdog does: takes the queue of the turn that runs on <paramref name="worker"/>.</summary>
    internal bool TryHandOff(Worker worker)
    {
        Worker spare = Scheduler.Spares.Take()!;
        if (worker.TryHandOffTo(spare))
        {
            return true;
        }

        spare.Parker.Unpark();
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        Scheduler.Stop();
        await Scheduler.Spares.AllGone.WaitAsync(DeadlockGuard).ConfigureAwait(false);
    }
}
