using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>
/// The same between two workers. Threads that talk are drawn together, so each has a second task that does nothing but yield: its thread never parks, so it stays where it is and nobody
/// steals it. The peers get two kernel threads that never sleep. Both sides look at which kernel thread they are on, and a warning says if it was the same one.
/// </summary>
internal static partial class PingPong2
{
    internal static Row Row { get; } =
        new(
            "ping-pong-2",
            ["ns"],
            "two threads on two workers, kept awake by a yielding task each; per message",
            [new(Contestant.Ours, Ours), new("Channel on two threads", TwoThreads), new("Channel", static count => PingPong.Tasks(count, inline: false))]
        );

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(
            async () =>
            {
                Channel<long> ping = new(capacity: 1);
                Channel<long> pong = new(capacity: 1);
                Meeting meeting = new();
                TroopThread<long> one = TroopThread.Start(() => PlayAwake(ping, pong, count, meeting));
                TroopThread<long> other = TroopThread.Start(() => PlayAwake(pong, ping, count, meeting));
                long start = Stopwatch.GetTimestamp();
                await ping.SendAsync(1);
                long last = await one.Join();
                double taken = Sample.PerOperation(start, count);
                Check.Equal(count, Math.Max(last, await other.Join()), "the last message");
                meeting.WarnIfTogether(count);
                return taken;
            },
            workers: 2
        );

    [TroopTask]
    private static async TroopTask<long> PlayAwake(Channel<long> mine, Channel<long> theirs, int count, Meeting meeting)
    {
        bool[] over = [false];
        TroopTask awake = StayAwake(over);
        long last = 0;
        await foreach (long message in mine)
        {
            last = message;
            meeting.Received();
            if (message == count)
            {
                theirs.Close();
                break;
            }

            await theirs.SendAsync(message + 1);
        }

        over[0] = true;
        await awake;
        return last;
    }

    [TroopTask]
    private static async TroopTask StayAwake(bool[] over)
    {
        while (!over[0])
        {
            await TroopTask.Yield();
        }
    }

    private static async Task<Sample> TwoThreads(int count)
    {
        using OneThread first = new();
        using OneThread second = new();
        NetChannel ping = DotNetChannel.Unbounded();
        NetChannel pong = DotNetChannel.Unbounded();
        long start = Stopwatch.GetTimestamp();
        Task<long> one = first.RunAsync(() => PingPong.PlayHere(ping, pong, count));
        Task<long> other = second.RunAsync(() => PingPong.PlayHere(pong, ping, count));
        await ping.Writer.WriteAsync(1);
        Check.Equal(count, Math.Max(await one, await other), "the last message");
        return Sample.PerOperation(start, count);
    }
}
