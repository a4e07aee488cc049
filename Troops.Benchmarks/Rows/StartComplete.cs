using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;

namespace Troops.Benchmarks.Rows;

internal static partial class StartComplete
{
    /// <summary>As many as the fuel of a turn pays for; a generated body does that by itself.</summary>
    private const int Batch = 128;

    internal static Row Row { get; } =
        new(
            "start-complete",
            ["ns"],
            "one thread starts 1M threads, yielding every 128; per thread, until all have ended",
            [
                new(Contestant.Ours, Ours),
                new("Task.Run", Tasks),
                new("pool work item", WorkItems),
                new("Akka", AkkaActors) { Share = 0.03 },
                new("Proto.Actor", ProtoActors) { Share = 0.1 },
            ]
        )
        {
            Count = 1_000_000,
        };

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
            {
                TroopThread.Start(static () => { });
                if (i % Batch == Batch - 1)
                {
                    await TroopTask.Yield();
                }
            }

            // It counts those that have not ended: this one is the last.
            while (Troop.Current.ThreadCount > 1)
            {
                await TroopTask.Yield();
            }

            return Sample.PerOperation(start, count);
        });

    private static async Task<Sample> Tasks(int count)
    {
        Task[] tasks = new Task[count];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            tasks[i] = Task.Run(static () => { });
        }

        await Task.WhenAll(tasks);
        return Sample.PerOperation(start, count);
    }

    private static async Task<Sample> WorkItems(int count)
    {
        Countdown left = new(count);
        long start = Stopwatch.GetTimestamp();
        await Task.Run(() =>
        {
            for (int i = 0; i < count; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static left => left.Signal(), left, preferLocal: true);
            }
        });
        await left.Ended;
        return Sample.PerOperation(start, count);
    }
}
