using System.Diagnostics;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>What a loop that awaits nothing costs in a task, where every round spends fuel, beside a <c>Task</c>, where none does and nothing can stop it.</summary>
internal static partial class Loop
{
    /// <summary>In one call of the task.</summary>
    private const int Rounds = 100_000;

    internal static Row Row { get; } =
        new(
            "loop-100k",
            ["ns"],
            "a task that loops 100,000 times over a few locals and awaits nothing; per round",
            [new(Contestant.Ours, Ours), new("Task", static count => Task.Run(() => TaskLoop(count)))]
        )
        {
            SmokeCount = 1,
        };

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            int calls = (count / Rounds) + 1;
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < calls; call++)
            {
                CheckSum(call, await Sum(call));
            }

            return Sample.PerOperation(start, (long)calls * Rounds);
        });

    private static async Task<Sample> TaskLoop(int count)
    {
        int calls = (count / Rounds) + 1;
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            CheckSum(call, await SumTask(call));
        }

        return Sample.PerOperation(start, (long)calls * Rounds);
    }

    [TroopTask]
    private static async TroopTask<long> Sum(long sum)
    {
        for (int i = 0; i < Rounds; i++)
        {
            sum += i;
        }

        return sum;
    }

    private static async Task<long> SumTask(long sum)
    {
        for (int i = 0; i < Rounds; i++)
        {
            sum += i;
        }

        return sum;
    }

    private static void CheckSum(long seed, long sum) => Check.Equal(seed + ((long)Rounds * (Rounds - 1) / 2), sum, "the sum");
}
