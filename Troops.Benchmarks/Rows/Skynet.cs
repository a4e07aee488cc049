using System.Diagnostics;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>Each thread starts ten, down to the leaves, and adds up their numbers (after atemerev/skynet).</summary>
internal static partial class Skynet
{
    internal static Row Row { get; } =
        new(
            "skynet",
            ["ms"],
            "a tree of threads, ten each, 1M leaves; ms for all of them",
            [new(Contestant.Ours, Ours), new("Task.Run", Tasks), new("Akka", AkkaActors) { Share = 0.1 }, new("Proto.Actor", ProtoActors) { Share = 0.1 }]
        )
        {
            Count = 1_000_000,
        };

    /// <summary>The power of ten below <paramref name="count"/>.</summary>
    internal static int Leaves(int count) => count < 10 ? 1 : 10 * Leaves(count / 10);

    /// <summary>As if there had been a million leaves.</summary>
    internal static double PerMillion(long start, int leaves) => Stopwatch.GetElapsedTime(start).TotalMilliseconds * 1_000_000 / leaves;

    internal static void CheckSum(int leaves, long sum) => Check.Equal((long)leaves * (leaves - 1) / 2, sum, "the sum of the leaves");

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            int leaves = Leaves(count);
            long start = Stopwatch.GetTimestamp();
            CheckSum(leaves, await Node(0, leaves));
            return PerMillion(start, leaves);
        });

    [TroopTask]
    private static async TroopTask<long> Node(long number, int leaves)
    {
        if (leaves == 1)
        {
            return number;
        }

        TroopThread<long>[] children = new TroopThread<long>[10];
        int each = leaves / 10;
        for (int i = 0; i < children.Length; i++)
        {
            long first = number + ((long)i * each);
            children[i] = TroopThread.Start(() => Node(first, each));
        }

        long sum = 0;
        foreach (TroopThread<long> child in children)
        {
            sum += await child.Join();
        }

        return sum;
    }

    private static async Task<Sample> Tasks(int count)
    {
        int leaves = Leaves(count);
        long start = Stopwatch.GetTimestamp();
        CheckSum(leaves, await Task.Run(() => TaskNode(0, leaves)));
        return PerMillion(start, leaves);
    }

    private static async Task<long> TaskNode(long number, int leaves)
    {
        if (leaves == 1)
        {
            return number;
        }

        Task<long>[] children = new Task<long>[10];
        int each = leaves / 10;
        for (int i = 0; i < children.Length; i++)
        {
            long first = number + ((long)i * each);
            children[i] = Task.Run(() => TaskNode(first, each));
        }

        long sum = 0;
        foreach (Task<long> child in children)
        {
            sum += await child;
        }

        return sum;
    }
}
