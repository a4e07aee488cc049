using System.Diagnostics;
using System.Threading.Tasks.Dataflow;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>One sends the numbers from 0, the other adds them up.</summary>
internal static partial class OneWay
{
    private const int Capacity = 1024;

    internal static Row Row { get; } =
        new(
            "one-way",
            ["ns"],
            "one thread sends to another through a channel of 1,024; per value",
            [
                new(Contestant.Ours, static count => Ours(count, new Channel<long>(Capacity))),
                new("Channel", static count => Tasks(count, DotNetChannel.Bounded(Capacity, singleWriter: true))),
                new("Dataflow", static count => Dataflow(count, Capacity)),
            ]
        );

    internal static Row Unbounded { get; } =
        new(
            "one-way-unbounded",
            ["ns"],
            "one thread sends to another through a channel without a bound; per value",
            [
                new(Contestant.Ours, static count => Ours(count, new Channel<long>(Channel.Unbounded))),
                new("Channel", static count => Tasks(count, DotNetChannel.Unbounded())),
                new("Dataflow", static count => Dataflow(count, DataflowBlockOptions.Unbounded)),
                new("Akka", AkkaActors),
                new("Proto.Actor", ProtoActors),
            ]
        );

    internal static void CheckSum(int count, long sum) => Check.Equal((long)count * (count - 1) / 2, sum, "the sum of the values");

    private static Task<Sample> Ours(int count, Channel<long> stream) =>
        Harness.Ours.RunAsync(async () =>
        {
            long start = Stopwatch.GetTimestamp();
            TroopThread<long> receiver = TroopThread.Start(() => Sum(stream));
            TroopThread sender = TroopThread.Start(() => Send(stream, count));
            await sender.Join();
            CheckSum(count, await receiver.Join());
            return Sample.PerOperation(start, count);
        });

    [TroopTask]
    private static async TroopTask Send(Channel<long> stream, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await stream.SendAsync(i);
        }

        stream.Close();
    }

    [TroopTask]
    private static async TroopTask<long> Sum(Channel<long> stream)
    {
        long sum = 0;
        await foreach (long value in stream)
        {
            sum += value;
        }

        return sum;
    }

    private static async Task<Sample> Tasks(int count, NetChannel stream)
    {
        long start = Stopwatch.GetTimestamp();
        Task<long> receiver = Task.Run(async () =>
        {
            long sum = 0;
            await foreach (long value in stream.Reader.ReadAllAsync())
            {
                sum += value;
            }

            return sum;
        });
        await Task.Run(async () =>
        {
            for (int i = 0; i < count; i++)
            {
                await stream.Writer.WriteAsync(i);
            }

            stream.Writer.Complete();
        });
        CheckSum(count, await receiver);
        return Sample.PerOperation(start, count);
    }

    [Audited("the benchmarks' owners", "a block runs its action for one value at a time, and the sum is read when it has completed", "2030-12-31")]
    private static async Task<Sample> Dataflow(int count, int capacity)
    {
        long sum = 0;
        ActionBlock<long> adder = new(value => sum += value, new() { SingleProducerConstrained = true, BoundedCapacity = capacity });
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            if (!adder.Post(i))
            {
                await adder.SendAsync(i);
            }
        }

        adder.Complete();
        await adder.Completion;
        CheckSum(count, sum);
        return Sample.PerOperation(start, count);
    }
}
