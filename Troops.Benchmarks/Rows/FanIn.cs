using System.Diagnostics;
using System.Threading.Tasks.Dataflow;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

internal static partial class FanIn
{
    private const int Senders = 100;
    private const int Capacity = 100;

    internal static Row Row { get; } =
        new(
            "fan-in",
            ["ns"],
            "100 threads send to one through a channel of 100; per value",
            [new(Contestant.Ours, Ours), new("Channel", Tasks), new("Dataflow", Dataflow)]
        );

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            int each = (count / Senders) + 1;
            Channel<long> stream = new(Capacity);
            long start = Stopwatch.GetTimestamp();
            TroopThread<long> receiver = TroopThread.Start(() => Sum(stream, each * Senders));
            for (int i = 0; i < Senders; i++)
            {
                TroopThread.Start(() => Send(stream, each));
            }

            Check.Equal((long)each * Senders, await receiver.Join(), "the sum of the values");
            return Sample.PerOperation(start, (long)each * Senders);
        });

    [TroopTask]
    private static async TroopTask Send(Channel<long> stream, int each)
    {
        for (int i = 0; i < each; i++)
        {
            await stream.SendAsync(1);
        }
    }

    [TroopTask]
    private static async TroopTask<long> Sum(Channel<long> stream, int all)
    {
        long sum = 0;
        for (int i = 0; i < all; i++)
        {
            sum += await stream.ReceiveAsync();
        }

        return sum;
    }

    private static async Task<Sample> Tasks(int count)
    {
        int each = (count / Senders) + 1;
        NetChannel stream = DotNetChannel.Bounded(Capacity, singleWriter: false);
        long start = Stopwatch.GetTimestamp();
        Task<long> receiver = Task.Run(async () =>
        {
            long sum = 0;
            for (int i = 0; i < each * Senders; i++)
            {
                sum += await stream.Reader.ReadAsync();
            }

            return sum;
        });
        for (int i = 0; i < Senders; i++)
        {
            _ = Task.Run(async () =>
            {
                for (int n = 0; n < each; n++)
                {
                    await stream.Writer.WriteAsync(1);
                }
            });
        }

        Check.Equal((long)each * Senders, await receiver, "the sum of the values");
        return Sample.PerOperation(start, (long)each * Senders);
    }

    [Audited("the benchmarks' owners", "the block runs one value at a time, and is awaited before the sum is read", "2030-12-31")]
    private static async Task<Sample> Dataflow(int count)
    {
        int each = (count / Senders) + 1;
        long sum = 0;
        ActionBlock<long> adder = new(value => sum += value, new() { BoundedCapacity = Capacity });
        long start = Stopwatch.GetTimestamp();
        Task[] senders = new Task[Senders];
        for (int i = 0; i < Senders; i++)
        {
            senders[i] = Task.Run(async () =>
            {
                for (int n = 0; n < each; n++)
                {
                    await adder.SendAsync(1);
                }
            });
        }

        await Task.WhenAll(senders);
        adder.Complete();
        await adder.Completion;
        Check.Equal((long)each * Senders, sum, "the sum of the values");
        return Sample.PerOperation(start, (long)each * Senders);
    }
}
