using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>Chains that are suspended in a receive, with a token each: from the cancelling of the first to the catching of the last.</summary>
internal static partial class CancelledChain
{
    /// <summary>How many are suspended at a time.</summary>
    private const int Batch = 256;

    internal static Row Row { get; } =
        new(
            "cancel-10",
            ["ns"],
            "a suspended chain of 10 async calls is cancelled by its token; per chain, 256 at a time, awaited together",
            [
                new(Contestant.Ours, Ours),
                new("Task", static count => Task.Run(() => Tasks(count))),
                new("ValueTask", static count => Task.Run(() => ValueTasks(count))),
            ]
        );

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            Channel<long> silent = new(capacity: 1);
            TroopTask<long>[] chains = new TroopTask<long>[Batch];
            CancellationTokenSource[] sources = new CancellationTokenSource[Batch];
            double nanoseconds = 0;
            int batches = (count / Batch) + 1;
            for (int batch = 0; batch < batches; batch++)
            {
                for (int i = 0; i < Batch; i++)
                {
                    sources[i] = new CancellationTokenSource();
                    chains[i] = Receive(silent, Chain.Depth, sources[i].Token);
                }

                long start = Stopwatch.GetTimestamp();
                foreach (CancellationTokenSource source in sources)
                {
                    source.Cancel();
                }

                int caught = await Caught(chains);
                nanoseconds += Sample.Nanoseconds(start);
                Check.Equal(1, caught, "the number of cancellations that were caught");
            }

            return nanoseconds / ((long)batches * Batch);
        });

    /// <summary>Once for all of them: what is measured is the way up to here.</summary>
    [TroopTask]
    private static async TroopTask<int> Caught(TroopTask<long>[] chains)
    {
        try
        {
            await TroopTask.WhenAll<long>(chains);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    [TroopTask]
    private static async TroopTask<long> Receive(Channel<long> silent, int depth, CancellationToken token) =>
        depth == 0 ? await silent.ReceiveAsync(token) : await Receive(silent, depth - 1, token) + 1;

    private static Task<Sample> Tasks(int count) => CancelAll(count, static (silent, token) => ReceiveTask(silent, Chain.Depth, token));

    private static Task<Sample> ValueTasks(int count) => CancelAll(count, static (silent, token) => ReceiveValueTask(silent, Chain.Depth, token).AsTask());

    private static async Task<Sample> CancelAll(int count, Func<NetChannel, CancellationToken, Task<long>> chain)
    {
        // Several wait at a time.
        NetChannel silent = System.Threading.Channels.Channel.CreateUnbounded<long>(new() { AllowSynchronousContinuations = true });
        Task<long>[] chains = new Task<long>[Batch];
        CancellationTokenSource[] sources = new CancellationTokenSource[Batch];
        double nanoseconds = 0;
        int batches = (count / Batch) + 1;
        for (int batch = 0; batch < batches; batch++)
        {
            for (int i = 0; i < Batch; i++)
            {
                sources[i] = new CancellationTokenSource();
                chains[i] = chain(silent, sources[i].Token);
            }

            long start = Stopwatch.GetTimestamp();
            foreach (CancellationTokenSource source in sources)
            {
                source.Cancel();
            }

            await ((Task)Task.WhenAll(chains)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            nanoseconds += Sample.Nanoseconds(start);
            Check.Equal(Batch, chains.Count(static chain => chain.IsCanceled), "the number of cancelled chains");
        }

        return nanoseconds / ((long)batches * Batch);
    }

    private static async Task<long> ReceiveTask(NetChannel silent, int depth, CancellationToken token) =>
        depth == 0 ? await silent.Reader.ReadAsync(token) : await ReceiveTask(silent, depth - 1, token) + 1;

    private static async ValueTask<long> ReceiveValueTask(NetChannel silent, int depth, CancellationToken token) =>
        depth == 0 ? await silent.Reader.ReadAsync(token) : await ReceiveValueTask(silent, depth - 1, token) + 1;
}
