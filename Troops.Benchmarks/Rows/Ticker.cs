using System.Diagnostics;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>Waits for a millisecond again and again, and looks how much longer it took.</summary>
internal static partial class Ticker
{
    private const int Hogs = 4;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(1);

    /// <summary>A tick of .NET's beside hogs takes half a second.</summary>
    private static readonly TimeSpan RoundAtMost = TimeSpan.FromSeconds(1);

    internal static Row Idle { get; } =
        new(
            "ticker-idle",
            ["ms"],
            "a tick each millisecond, nothing else to do; how late, p50",
            [
                new(Contestant.Ours, static count => Ours(count, hog: null, percentile: 50)),
                new("Task.Delay", static count => Delays(count, hog: null, percentile: 50)),
                new("PeriodicTimer", static count => Periodic(count, hog: null, percentile: 50)),
            ]
        )
        {
            Count = 400,
            SmokeCount = 5,
        };

    internal static Row Beside { get; } =
        new(
            "ticker-hogs",
            ["ms"],
            "a tick each millisecond beside 4 that compute, and call async methods meanwhile; how late, p99",
            [
                new(Contestant.Ours, static count => Ours(count, static hogs => Call(hogs), percentile: 99)),
                new("Task.Delay", static count => Delays(count, static hogs => CallTask(hogs), percentile: 99)),
                new("PeriodicTimer", static count => Periodic(count, static hogs => CallTask(hogs), percentile: 99)),
            ]
        )
        {
            Count = 400,
            SmokeCount = 2,
        };

    internal static Row BesideSilent { get; } =
        new(
            "ticker-hogs-silent",
            ["ms"],
            "the same beside 4 that compute and call nothing; how late, p99",
            [
                new(Contestant.Ours, static count => Ours(count, static hogs => Compute(hogs), percentile: 99)),
                new("Task.Delay", static count => Delays(count, static hogs => ComputeTask(hogs), percentile: 99)),
                new("PeriodicTimer", static count => Periodic(count, static hogs => ComputeTask(hogs), percentile: 99)),
            ]
        )
        {
            Count = 400,
            SmokeCount = 2,
        };

    private static Task<Sample> Ours(int count, [ThreadEntry] Func<HogWork, TroopTask>? hog, double percentile) =>
        Harness.Ours.RunAsync(async () =>
        {
            HogWork hogs = new();
            for (int i = 0; hog is not null && i < Hogs; i++)
            {
                TroopThread.Start(() => hog(hogs));
            }

            Latency late = new();
            long begin = Stopwatch.GetTimestamp();
            for (int i = 0; i < count && Stopwatch.GetElapsedTime(begin) < RoundAtMost; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await TroopTask.Delay(Period);
                late.Record(Latency.Since(start, Period));
            }

            hogs.Stop();
            return late.Milliseconds(percentile);
        });

    [TroopTask]
    private static async TroopTask Call(HogWork hogs)
    {
        while (!hogs.IsOver)
        {
            await ComputeABit(hogs);
        }
    }

    [TroopTask]
    private static async TroopTask ComputeABit(HogWork hogs) => hogs.Do();

    [TroopTask]
    private static async TroopTask Compute(HogWork hogs)
    {
        while (!hogs.IsOver)
        {
            hogs.Do();
        }
    }

    private static Task<Sample> Delays(int count, [ThreadEntry] Func<HogWork, Task>? hog, double percentile) =>
        BesideTasks(hog, () => DelayTicks(count, percentile));

    private static Task<Sample> Periodic(int count, [ThreadEntry] Func<HogWork, Task>? hog, double percentile) =>
        BesideTasks(hog, () => PeriodicTicks(count, percentile));

    private static async Task<Sample> BesideTasks([ThreadEntry] Func<HogWork, Task>? hog, Func<Task<Sample>> ticker)
    {
        HogWork hogs = new();
        Task[] hogTasks = hog is null ? [] : [.. Enumerable.Range(0, Hogs).Select(_ => Task.Run(() => hog(hogs)))];
        Sample sample = await ticker();
        hogs.Stop();
        await Task.WhenAll(hogTasks);
        return sample;
    }

    private static async Task<Sample> DelayTicks(int count, double percentile)
    {
        Latency late = new();
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < count && Stopwatch.GetElapsedTime(begin) < RoundAtMost; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await Task.Delay(Period);
            late.Record(Latency.Since(start, Period));
        }

        return late.Milliseconds(percentile);
    }

    private static async Task<Sample> PeriodicTicks(int count, double percentile)
    {
        Latency late = new();
        using PeriodicTimer timer = new(Period);
        await timer.WaitForNextTickAsync();
        long begin = Stopwatch.GetTimestamp();
        long last = begin;
        for (int i = 0; i < count && Stopwatch.GetElapsedTime(begin) < RoundAtMost; i++)
        {
            await timer.WaitForNextTickAsync();
            late.Record(Latency.Since(last, Period));
            last = Stopwatch.GetTimestamp();
        }

        return late.Milliseconds(percentile);
    }

    private static async Task CallTask(HogWork hogs)
    {
        while (!hogs.IsOver)
        {
            await ComputeABitTask(hogs);
        }
    }

    private static async Task ComputeABitTask(HogWork hogs) => hogs.Do();

    private static async Task ComputeTask(HogWork hogs)
    {
        while (!hogs.IsOver)
        {
            hogs.Do();
        }
    }
}
