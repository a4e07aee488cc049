using System.Diagnostics;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>A task that loops for ever and awaits nothing, on the only worker, with nobody who watches: what it does to a ticker beside it, and how long its end takes.</summary>
internal static partial class EndlessLoop
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(1);

    internal static Row Beside { get; } =
        Of(
            "ticker-loop",
            "a tick each millisecond beside an endless loop, 1 worker, no watchdog; how late, p99",
            static guest => guest.InvokeAsync(static () => Spin())
        );

    internal static Row BesideApart { get; } =
        Of(
            "ticker-loop-apart",
            "the same where the loop is in a task that is started and not awaited at once; how late, p99",
            static guest => guest.InvokeAsync(static () => Apart())
        );

    internal static Row Kill { get; } =
        new(
            "kill-loop",
            ["ms"],
            "from the kill of a troop until its endless loop has ended, 1 worker, no watchdog",
            [new(Contestant.Ours, KillAsync), new("cancellation that a Task looks for", CancelTaskAsync)]
        )
        {
            Count = 20,
            SmokeCount = 2,
        };

    private static Row Of(string name, string what, Func<Troop, ValueTask> loop) =>
        new(name, ["ms"], what, [new(Contestant.Ours, count => TickAsync(count, loop)), new("Task.Delay, a loop on each pool thread", TickTaskAsync)])
        {
            Count = 400,
            SmokeCount = 2,
        };

    private static async Task<Sample> TickAsync(int count, Func<Troop, ValueTask> loop)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        Troop guest = process.CreateTroop("guest", new TroopLimits());
        Task over = loop(guest).AsTask();
        double late = await process.InvokeAsync(() => Tick(count));
        guest.Kill("the round is over");
        await over.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return late;
    }

    [TroopTask]
    private static async TroopTask<double> Tick(int count)
    {
        Latency late = new();
        for (int i = 0; i < count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await TroopTask.Delay(Period);
            late.Record(Latency.Since(start, Period));
        }

        return late.Milliseconds(99);
    }

    [TroopTask]
    private static async TroopTask Spin()
    {
        ulong n = 0;
        while (true)
        {
            n++;
        }
    }

    [TroopTask]
    private static async TroopTask Apart()
    {
        TroopTask spinning = Spin();
        await spinning;
    }

    private static async Task<Sample> KillAsync(int count)
    {
        Latency taken = new();
        for (int i = 0; i < count; i++)
        {
            await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
            Troop guest = process.CreateTroop("guest", new TroopLimits());
            Task over = guest.InvokeAsync(static () => Spin()).AsTask();
            await process.InvokeAsync(static () => Tick(3));
            long start = Stopwatch.GetTimestamp();
            guest.Kill("enough");
            await over.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            taken.Record(Stopwatch.GetElapsedTime(start));
        }

        return taken.Milliseconds(99);
    }

    private static async Task<Sample> TickTaskAsync(int count)
    {
        using CancellationTokenSource over = new();
        Task[] loops = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => SpinTask(over.Token)))];
        Latency late = new();
        for (int i = 0; i < count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await Task.Delay(Period);
            late.Record(Latency.Since(start, Period));
        }

        await over.CancelAsync();
        await Task.WhenAll(loops);
        return late.Milliseconds(99);
    }

    private static async Task<Sample> CancelTaskAsync(int count)
    {
        Latency taken = new();
        for (int i = 0; i < count; i++)
        {
            using CancellationTokenSource over = new();
            Task loop = Task.Run(() => SpinTask(over.Token));
            await Task.Delay(3);
            long start = Stopwatch.GetTimestamp();
            await over.CancelAsync();
            await loop;
            taken.Record(Stopwatch.GetElapsedTime(start));
        }

        return taken.Milliseconds(99);
    }

    private static async Task SpinTask(CancellationToken over)
    {
        ulong n = 0;
        while (!over.IsCancellationRequested)
        {
            n++;
        }
    }
}
