using System.Diagnostics;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>Arms them one after the other, then awaits them in the order of their deadlines and notes how late each is. The delays lie between 2 and 3 s for a million, in no order, and in proportion for fewer.</summary>
internal static partial class Timers
{
    private const int Scatter = 7919;

    internal static Row Row { get; } =
        new(
            "timers",
            ["ns", "ms"],
            "1M delays of 2 to 3 s at a time; to arm one, and how late who awaits it goes on, p99",
            [new(Contestant.Ours, Ours), new("Task.Delay", static count => Task.Run(() => Delays(count)))]
        )
        {
            Count = 1_000_000,
        };

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            TroopTask[] delays = new TroopTask[count];
            long[] deadlines = new long[count];
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
            {
                TimeSpan delay = DelayOf(i, count);
                deadlines[i] = Latency.After(delay);
                delays[i] = TroopTask.Delay(delay);
            }

            Sample arm = new(Sample.PerOperation(start, count));
            Array.Sort(deadlines, delays);
            Latency late = new();
            for (int i = 0; i < count; i++)
            {
                await delays[i];
                late.Record(Stopwatch.GetElapsedTime(deadlines[i]));
            }

            return arm with
            {
                Second = late.Milliseconds(99),
            };
        });

    private static async Task<Sample> Delays(int count)
    {
        Task[] delays = new Task[count];
        long[] deadlines = new long[count];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            TimeSpan delay = DelayOf(i, count);
            deadlines[i] = Latency.After(delay);
            delays[i] = Task.Delay(delay);
        }

        Sample arm = new(Sample.PerOperation(start, count));
        Array.Sort(deadlines, delays);
        Latency late = new();
        for (int i = 0; i < count; i++)
        {
            await delays[i];
            late.Record(Stopwatch.GetElapsedTime(deadlines[i]));
        }

        return arm with
        {
            Second = late.Milliseconds(99),
        };
    }

    private static TimeSpan DelayOf(int number, int count) => TimeSpan.FromMicroseconds((2L * count) + ((long)number * Scatter % count));
}
