using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;

namespace Troops.Benchmarks.Rows;

/// <summary>Ten calls deep, in four weathers: complete at once, suspended once at the bottom, thrown through, cancelled (see <see cref="CancelledChain"/>).</summary>
internal static partial class Chain
{
    internal const int Depth = 10;

    internal static Row SyncChain { get; } =
        new(
            "sync-chain",
            ["ns", "B"],
            "10 async calls deep, complete at once; per chain, and what it allocates",
            [
                new(Contestant.Ours, static count => InThread(count, static seed => Sync(Depth, seed))),
                new("Task", static count => OnPool(() => TaskLoop(count, static seed => SyncTask(Depth, seed)))),
                new("ValueTask", static count => OnPool(() => ValueTaskLoop(count, static seed => SyncValueTask(Depth, seed)))),
            ]
        );

    internal static Row SuspendOnce { get; } =
        new(
            "suspend-once",
            ["ns"],
            "10 async calls deep, the innermost yields once; per chain",
            [
                new(Contestant.Ours, static count => InThread(count, static seed => Suspending(Depth, seed))),
                new("Task", static count => OnPool(() => TaskLoop(count, static seed => SuspendingTask(Depth, seed)))),
                new("ValueTask", static count => OnPool(() => ValueTaskLoop(count, static seed => SuspendingValueTask(Depth, seed)))),
                new("Task on one thread", static count => OnOne(() => TaskLoop(count, static seed => SuspendingTask(Depth, seed)))),
            ]
        );

    internal static Row Exception10 { get; } =
        new(
            "exception-10",
            ["ns"],
            "an exception through 10 async calls; per chain",
            [
                new(Contestant.Ours, static count => InThread(count, static seed => Catching(seed))),
                new("Task", static count => OnPool(() => TaskLoop(count, static seed => CatchingTask(seed)))),
                new("ValueTask", static count => OnPool(() => ValueTaskLoop(count, static seed => CatchingValueTask(seed)))),
            ]
        );

    private static Task<Sample> OnPool([ThreadEntry] Func<Task<Sample>> loop) => Task.Run(loop);

    private static async Task<Sample> OnOne(Func<Task<Sample>> loop)
    {
        using OneThread thread = new();
        return await thread.RunAsync(loop);
    }

    private static Task<Sample> InThread(int count, [ThreadEntry] Func<long, TroopTask<long>> chain) =>
        Harness.Ours.RunAsync(async () =>
        {
            long sum = 0;
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
            {
                sum += await chain(i);
            }

            double taken = Sample.PerOperation(start, count);
            double bytes = PerChain(allocated, count);
            CheckSum(count, sum);
            return new Sample(taken, bytes);
        });

    private static async Task<Sample> TaskLoop(int count, Func<long, Task<long>> chain)
    {
        long sum = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            sum += await chain(i);
        }

        double taken = Sample.PerOperation(start, count);
        double bytes = PerChain(allocated, count);
        CheckSum(count, sum);
        return new Sample(taken, bytes);
    }

    private static async Task<Sample> ValueTaskLoop(int count, Func<long, ValueTask<long>> chain)
    {
        long sum = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            sum += await chain(i);
        }

        double taken = Sample.PerOperation(start, count);
        double bytes = PerChain(allocated, count);
        CheckSum(count, sum);
        return new Sample(taken, bytes);
    }

    /// <summary>Makes sense in the row whose chains stay on their kernel thread. What the loop itself allocates disappears in many rounds.</summary>
    private static double PerChain(long before, int count) => Math.Round((double)(GC.GetAllocatedBytesForCurrentThread() - before) / count);

    /// <summary>Each chain adds one per call to its seed.</summary>
    private static void CheckSum(int count, long sum) => Check.Equal(((long)count * (count - 1) / 2) + ((long)count * Depth), sum, "the sum of the chains");

    [TroopTask]
    private static async TroopTask<long> Sync(int depth, long seed) => depth == 0 ? seed : await Sync(depth - 1, seed) + 1;

    private static async Task<long> SyncTask(int depth, long seed) => depth == 0 ? seed : await SyncTask(depth - 1, seed) + 1;

    private static async ValueTask<long> SyncValueTask(int depth, long seed) => depth == 0 ? seed : await SyncValueTask(depth - 1, seed) + 1;

    [TroopTask]
    private static async TroopTask<long> Suspending(int depth, long seed)
    {
        if (depth > 0)
        {
            return await Suspending(depth - 1, seed) + 1;
        }

        await TroopTask.Yield();
        return seed;
    }

    private static async Task<long> SuspendingTask(int depth, long seed)
    {
        if (depth > 0)
        {
            return await SuspendingTask(depth - 1, seed) + 1;
        }

        await Task.Yield();
        return seed;
    }

    private static async ValueTask<long> SuspendingValueTask(int depth, long seed)
    {
        if (depth > 0)
        {
            return await SuspendingValueTask(depth - 1, seed) + 1;
        }

        await Task.Yield();
        return seed;
    }

    [TroopTask]
    private static async TroopTask<long> Catching(long seed)
    {
        try
        {
            return await Throwing(Depth);
        }
        catch (InvalidOperationException)
        {
            return seed + Depth;
        }
    }

    [TroopTask]
    private static async TroopTask<long> Throwing(int depth) => depth == 0 ? throw new InvalidOperationException("the bottom") : await Throwing(depth - 1) + 1;

    private static async Task<long> CatchingTask(long seed)
    {
        try
        {
            return await ThrowingTask(Depth);
        }
        catch (InvalidOperationException)
        {
            return seed + Depth;
        }
    }

    private static async Task<long> ThrowingTask(int depth) =>
        depth == 0 ? throw new InvalidOperationException("the bottom") : await ThrowingTask(depth - 1) + 1;

    private static async ValueTask<long> CatchingValueTask(long seed)
    {
        try
        {
            return await ThrowingValueTask(Depth);
        }
        catch (InvalidOperationException)
        {
            return seed + Depth;
        }
    }

    private static async ValueTask<long> ThrowingValueTask(int depth) =>
        depth == 0 ? throw new InvalidOperationException("the bottom") : await ThrowingValueTask(depth - 1) + 1;
}
