using System.Diagnostics;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>Arms them one after the other, in a task each that notes how late it went on. The delays lie between 2 and 3 s for a million, in no order, and in proportion for fewer.</summary>
internal static class Timers
{
    private const int Scatter = 7919;

    internal static Row Row { get; } =
        new(
            "timers",
            ["ns", "ms"],
            "1M tasks that wait for 2 to 3 s each; to start one, and how late it goes on, p99",
            [new(Contestant.Ours, Ours), new("Task.Delay", static count => Task.Run(() => Delays(count)))]
        )
        {
            Count = 1_000_000,
        };

    private static async Task<Sample> Ours(int count)
    {
        TimeSpan[] late = new TimeSpan[count];
        Sample arm = await Harness.Ours.RunAsync(async () =>
        {
            TroopTask[] tasks = new TroopTask[count];
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
            {
                tasks[i] = Wait(i, late);
            }

            double each = Sample.PerOperation(start, count);
            foreach (TroopTask task in tasks)
            {
                await task;
            }

            return each;
        });
        return arm with { Second = Late(late) };
    }

    [TroopTask]
    private static async TroopTask Wait(int number, TimeSpan[] late)
    {
        TimeSpan delay = DelayOf(number, late.Length);
        long start = Stopwatch.GetTimestamp();
        await TroopTask.Delay(delay);
        late[number] = Latency.Since(start, delay);
    }

    private static async Task<Sample> Delays(int count)
    {
        TimeSpan[] late = new TimeSpan[count];
        Task[] tasks = new Task[count];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            tasks[i] = WaitTask(i, late);
        }

        double each = Sample.PerOperation(start, count);
        foreach (Task task in tasks)
        {
            await task;
        }

        return new Sample(each, Late(late));
    }

    private static async Task WaitTask(int number, TimeSpan[] late)
    {
        TimeSpan delay = DelayOf(number, late.Length);
        long start = Stopwatch.GetTimestamp();
        await Task.Delay(delay);
        late[number] = Latency.Since(start, delay);
    }

    private static TimeSpan DelayOf(int number, int count) => TimeSpan.FromMicroseconds((2L * count) + ((long)number * Scatter % count));

    private static double Late(TimeSpan[] late)
    {
        Latency all = new();
        foreach (TimeSpan each in late)
        {
            all.Record(each);
        }

        return all.Milliseconds(99);
    }
}
