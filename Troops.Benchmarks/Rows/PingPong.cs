using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>Each reads its own channel to the end and answers into the other's, until the count is reached.</summary>
internal static partial class PingPong
{
    internal static Row Row { get; } =
        new(
            "ping-pong",
            ["ns"],
            "two threads on one worker, a channel each; per message",
            [
                new(Contestant.Ours, Ours),
                new("Channel inline", static count => Tasks(count, inline: true)),
                new("Channel", static count => Tasks(count, inline: false)),
                new("Channel on one thread", OneThread),
                new("Akka", AkkaActors),
                new("Proto.Actor", ProtoActors),
            ]
        );

    internal static async Task<Sample> Tasks(int count, bool inline)
    {
        NetChannel ping = DotNetChannel.Unbounded(inline);
        NetChannel pong = DotNetChannel.Unbounded(inline);
        long start = Stopwatch.GetTimestamp();
        Task<long> one = Task.Run(() => Play(ping, pong, count));
        Task<long> other = Task.Run(() => Play(pong, ping, count));
        await ping.Writer.WriteAsync(1);
        Check.Equal(count, Math.Max(await one, await other), "the last message");
        return Sample.PerOperation(start, count);
    }

    internal static async Task<long> Play(NetChannel mine, NetChannel theirs, int count)
    {
        long last = 0;
        await foreach (long message in mine.Reader.ReadAllAsync())
        {
            last = message;
            if (message == count)
            {
                theirs.Writer.Complete();
                break;
            }

            await theirs.Writer.WriteAsync(message + 1);
        }

        return last;
    }

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(
            async () =>
            {
                Channel<long> ping = new(capacity: 1);
                Channel<long> pong = new(capacity: 1);
                long start = Stopwatch.GetTimestamp();
                TroopThread<long> one = TroopThread.Start(() => Play(ping, pong, count));
                TroopThread<long> other = TroopThread.Start(() => Play(pong, ping, count));
                await ping.SendAsync(1);
                Check.Equal(count, Math.Max(await one.Join(), await other.Join()), "the last message");
                return Sample.PerOperation(start, count);
            },
            workers: 1
        );

    [TroopTask]
    private static async TroopTask<long> Play(Channel<long> mine, Channel<long> theirs, int count)
    {
        long last = 0;
        await foreach (long message in mine)
        {
            last = message;
            if (message == count)
            {
                theirs.Close();
                break;
            }

            await theirs.SendAsync(message + 1);
        }

        return last;
    }

    /// <summary>As <see cref="Play(NetChannel, NetChannel, int)"/>; <c>ReadAllAsync</c> would leave the thread, since it awaits with <c>ConfigureAwait(false)</c>.</summary>
    internal static async Task<long> PlayHere(NetChannel mine, NetChannel theirs, int count)
    {
        long last = 0;
        while (last < count && await mine.Reader.WaitToReadAsync())
        {
            while (mine.Reader.TryRead(out long message))
            {
                last = message;
                if (message == count)
                {
                    theirs.Writer.Complete();
                    break;
                }

                await theirs.Writer.WriteAsync(message + 1);
            }
        }

        return last;
    }

    private static async Task<Sample> OneThread(int count)
    {
        using OneThread thread = new();
        return await thread.RunAsync(async () =>
        {
            NetChannel ping = DotNetChannel.Unbounded();
            NetChannel pong = DotNetChannel.Unbounded();
            long start = Stopwatch.GetTimestamp();
            Task<long> one = PlayHere(ping, pong, count);
            Task<long> other = PlayHere(pong, ping, count);
            await ping.Writer.WriteAsync(1);
            Check.Equal(count, Math.Max(await one, await other), "the last message");
            return (Sample)Sample.PerOperation(start, count);
        });
    }
}
