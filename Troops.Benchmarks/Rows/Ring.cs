using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>A token goes round; it counts down the hops that are left. The thread that gets the last one says so.</summary>
internal static partial class Ring
{
    private const int Size = 1000;

    internal static Row Row { get; } =
        new(
            "ring",
            ["ns"],
            "a token through a ring of 1,000 threads, a channel each; per hop",
            [
                new(Contestant.Ours, Ours),
                new("Channel inline", static count => Tasks(count, inline: true)),
                new("Channel", static count => Tasks(count, inline: false)),
                new("Akka", AkkaActors),
                new("Proto.Actor", ProtoActors),
            ]
        );

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            Channel<long> done = new(capacity: 1);
            Channel<long>[] ring = [.. Enumerable.Range(0, Size).Select(_ => new Channel<long>(capacity: 1))];
            TroopThread<long>[] threads = new TroopThread<long>[Size];
            for (int i = 0; i < Size; i++)
            {
                (Channel<long> mine, Channel<long> next) = (ring[i], ring[(i + 1) % Size]);
                threads[i] = TroopThread.Start(() => Pass(mine, next, done));
            }

            long start = Stopwatch.GetTimestamp();
            await ring[0].SendAsync(count);
            await done.ReceiveAsync();
            double taken = Sample.PerOperation(start, count);

            long passed = 0;
            for (int i = 0; i < Size; i++)
            {
                ring[i].Close();
                passed += await threads[i].Join();
            }

            Check.Equal(count + 1, passed, "the number of tokens received");
            return taken;
        });

    [TroopTask]
    private static async TroopTask<long> Pass(Channel<long> mine, Channel<long> next, Channel<long> done)
    {
        long passed = 0;
        await foreach (long left in mine)
        {
            passed++;
            await (left == 0 ? done.SendAsync(0) : next.SendAsync(left - 1));
        }

        return passed;
    }

    private static async Task<Sample> Tasks(int count, bool inline)
    {
        NetChannel done = DotNetChannel.Unbounded();
        NetChannel[] ring = [.. Enumerable.Range(0, Size).Select(_ => DotNetChannel.Unbounded(inline))];
        Task<long>[] tasks = new Task<long>[Size];
        for (int i = 0; i < Size; i++)
        {
            (NetChannel mine, NetChannel next) = (ring[i], ring[(i + 1) % Size]);
            tasks[i] = Task.Run(() => PassTask(mine, next, done));
        }

        long start = Stopwatch.GetTimestamp();
        await ring[0].Writer.WriteAsync(count);
        await done.Reader.ReadAsync();
        double taken = Sample.PerOperation(start, count);

        foreach (NetChannel channel in ring)
        {
            channel.Writer.Complete();
        }

        Check.Equal(count + 1, (await Task.WhenAll(tasks)).Sum(), "the number of tokens received");
        return taken;
    }

    private static async Task<long> PassTask(NetChannel mine, NetChannel next, NetChannel done)
    {
        long passed = 0;
        await foreach (long left in mine.Reader.ReadAllAsync())
        {
            passed++;
            await (left == 0 ? done.Writer.WriteAsync(0) : next.Writer.WriteAsync(left - 1));
        }

        return passed;
    }
}
