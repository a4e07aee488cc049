using Troops.Benchmarks.Harness;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>What a thread costs that waits for a message, in bytes of the managed heap. The array that holds the channels is not counted.</summary>
internal static partial class Parked
{
    internal static Row Row { get; } =
        new(
            "parked",
            ["B"],
            "1M threads, the task of each waits for a message on a channel of its own; per thread",
            [
                new(Contestant.Ours, Own),
                new("Channel", ChannelReaders),
                new("Akka", AkkaActors) { Share = 0.03 },
                new("Proto.Actor", ProtoActors) { Share = 0.1 },
            ]
        )
        {
            Count = 1_000_000,
        };

    /// <summary>The thread and its task alone: what it waits on is there once.</summary>
    internal static Row Shared { get; } =
        new(
            "parked-shared",
            ["B"],
            "1M threads, the task of each waits on one channel of all; per thread",
            [new(Contestant.Ours, OnOne), new("TaskCompletionSource", Sources)]
        )
        {
            Count = 1_000_000,
        };

    private static Task<Sample> Own(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            Channel<long>[] mailboxes = new Channel<long>[count];
            long before = GC.GetTotalMemory(forceFullCollection: true);
            for (int i = 0; i < count; i++)
            {
                Channel<long> mailbox = mailboxes[i] = new(capacity: 1);
                TroopThread.Start(() => Wait(mailbox));
                await Now(i);
            }

            await TroopTask.Yield();
            double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
            Check.Equal(count + 1, Troop.Current.ThreadCount, "the number of threads");
            foreach (Channel<long> mailbox in mailboxes)
            {
                await mailbox.SendAsync(1);
            }

            await AllEnded();
            Check.Equal(0, mailboxes.Sum(static mailbox => mailbox.Count), "the number of messages left");
            return bytes;
        });

    private static Task<Sample> OnOne(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            Channel<long> mailbox = new(capacity: 1);
            long before = GC.GetTotalMemory(forceFullCollection: true);
            for (int i = 0; i < count; i++)
            {
                TroopThread.Start(() => Wait(mailbox));
                await Now(i);
            }

            await TroopTask.Yield();
            double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
            Check.Equal(count + 1, Troop.Current.ThreadCount, "the number of threads");
            for (int i = 0; i < count; i++)
            {
                await mailbox.SendAsync(1);
            }

            await AllEnded();
            Check.Equal(0, mailbox.Count, "the number of messages left");
            return bytes;
        });

    [TroopTask]
    private static async TroopTask Wait(Channel<long> mailbox) => Check.Equal(1, await mailbox.ReceiveAsync(), "the message");

    /// <summary>Lets those wait that have been started.</summary>
    [TroopTask]
    private static async TroopTask Now(int started)
    {
        if (started % 128 == 127)
        {
            await TroopTask.Yield();
        }
    }

    [TroopTask]
    private static async TroopTask AllEnded()
    {
        while (Troop.Current.ThreadCount > 1)
        {
            await TroopTask.Yield();
        }
    }

    private static async Task<Sample> ChannelReaders(int count)
    {
        NetChannel[] mailboxes = new NetChannel[count];
        Task<long>[] readers = new Task<long>[count];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < count; i++)
        {
            NetChannel mailbox = mailboxes[i] = Peers.DotNetChannel.Bounded(1, singleWriter: true);
            readers[i] = Read(mailbox);
        }

        double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        foreach (NetChannel mailbox in mailboxes)
        {
            await mailbox.Writer.WriteAsync(1);
        }

        Check.Equal(count, (await Task.WhenAll(readers)).Sum(), "the sum of the messages");
        return bytes;

        static async Task<long> Read(NetChannel mailbox) => await mailbox.Reader.ReadAsync();
    }

    private static async Task<Sample> Sources(int count)
    {
        TaskCompletionSource<long>[] sources = new TaskCompletionSource<long>[count];
        Task<long>[] waiters = new Task<long>[count];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < count; i++)
        {
            TaskCompletionSource<long> source = sources[i] = new();
            waiters[i] = Wait(source);
        }

        double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        foreach (TaskCompletionSource<long> source in sources)
        {
            source.SetResult(1);
        }

        Check.Equal(count, (await Task.WhenAll(waiters)).Sum(), "the sum of the messages");
        return bytes;

        static async Task<long> Wait(TaskCompletionSource<long> source) => await source.Task;
    }
}
