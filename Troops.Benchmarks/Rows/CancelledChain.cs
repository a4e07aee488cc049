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
            "a suspended chain of 10 async calls is cancelled by its token; per chain",
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
            TroopTask<int>[] chains = new TroopTask<int>[Batch];
            CancellationTokenSource[] sources = new CancellationTokenSource[Batch];
            double nanoseconds = 0;
            int batches = (count / Batch) + 1;
            for (int batch = 0; batch < batches; batch++)
            {
                for (int i = 0; i < Batch; i++)
                {
                    sources[i] = new CancellationTokenSource();
                    chains[i] = Catch(silent, sources[i].Token);
                }

                long start = Stopwatch.GetTimestamp();
                foreach (CancellationTokenSource source in sources)
                {
                    source.Cancel();
                }

                int caught = (await TroopTask.WhenAll<int>(chains)).Sum();
                nanoseconds += Sample.Nanoseconds(start);
                Check.Equal(Batch, caught, "the number of cancelled chains");
            }

            return nanoseconds / ((long)batches * Batch);
        });

    [TroopTask]
    private static async TroopTask<int> Catch(Channel<long> silent, CancellationToken token)
    {
        try
        {
            await Receive(silent, Chain.Depth, token);
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

    private static Task<Sample> Tasks(int count) => CancelAll(count, CatchTask);

    private static Task<Sample> ValueTasks(int count) => CancelAll(count, CatchValueTask);

    private static async Task<Sample> CancelAll(int count, Func<NetChannel, CancellationToken, Task<int>> chain)
    {
        // Several wait at a time.
        NetChannel silent = System.Threading.Channels.Channel.CreateUnbounded<long>(new() { AllowSynchronousContinuations = true });
        Task<int>[] chains = new Task<int>[Batch];
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

            int caught = (await Task.WhenAll(chains)).Sum();
            nanoseconds += Sample.Nanoseconds(start);
            Check.Equal(Batch, caught, "the number of cancelled chains");
        }

        return nanoseconds / ((long)batches * Batch);
    }

    private static async Task<int> CatchTask(NetChannel silent, CancellationToken token)
    {
        try
        {
            await ReceiveTask(silent, Chain.Depth, token);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    private static async Task<long> ReceiveTask(NetChannel silent, int depth, CancellationToken token) =>
        depth == 0 ? await silent.Reader.ReadAsync(token) : await ReceiveTask(silent, depth - 1, token) + 1;

    private static async Task<int> CatchValueTask(NetChannel silent, CancellationToken token)
    {
        try
        {
            await ReceiveValueTask(silent, Chain.Depth, token);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    private static async ValueTask<long> ReceiveValueTask(NetChannel silent, int depth, CancellationToken token) =>
        depth == 0 ? await silent.Reader.ReadAsync(token) : await ReceiveValueTask(silent, depth - 1, token) + 1;
}
