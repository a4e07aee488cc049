using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;

namespace Troops.Benchmarks.Rows;

internal static partial class YieldRow
{
    private const int Yielders = 1000;

    internal static Row Row { get; } =
        new(
            "yield",
            ["ns"],
            "1,000 tasks of one thread that yield in turn; per yield",
            [new(Contestant.Ours, Ours), new("Task.Yield", static count => Task.Run(() => Tasks(count))), new("Task.Yield on one thread", OneThread)]
        );

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            int each = (count / Yielders) + 1;
            TroopTask<long>[] tasks = new TroopTask<long>[Yielders];
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Yielders; i++)
            {
                tasks[i] = Yield(each);
            }

            Check.Equal((long)each * Yielders, (await TroopTask.WhenAll<long>(tasks)).Sum(), "the number of yields");
            return Sample.PerOperation(start, (long)each * Yielders);
        });

    [TroopTask]
    private static async TroopTask<long> Yield(int times)
    {
        long yields = 0;
        for (int i = 0; i < times; i++)
        {
            await TroopTask.Yield();
            yields++;
        }

        return yields;
    }

    private static async Task<Sample> OneThread(int count)
    {
        using OneThread thread = new();
        return await thread.RunAsync(() => Tasks(count));
    }

    private static async Task<Sample> Tasks(int count)
    {
        int each = (count / Yielders) + 1;
        Task<long>[] tasks = new Task<long>[Yielders];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Yielders; i++)
        {
            tasks[i] = YieldTask(each);
        }

        Check.Equal((long)each * Yielders, (await Task.WhenAll(tasks)).Sum(), "the number of yields");
        return Sample.PerOperation(start, (long)each * Yielders);
    }

    private static async Task<long> YieldTask(int times)
    {
        long yields = 0;
        for (int i = 0; i < times; i++)
        {
            await Task.Yield();
            yields++;
        }

        return yields;
    }
}
