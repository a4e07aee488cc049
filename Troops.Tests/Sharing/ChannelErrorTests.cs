using Troops.Sharing;
using Troops.Tests.Support;
using ClosedException = System.Threading.Channels.ChannelClosedException;

namespace Troops.Tests.Sharing;

/// <summary>What a close with an error gives out: the same for channels and broadcasts, and a copy for each.</summary>
[Category("Unit")]
public sealed class ChannelErrorTests
{
    [Test]
    public Task Whoever_receives_beyond_the_last_value_gets_a_copy_of_its_own() =>
        InThread.Run(async () =>
        {
            Channel<int> channel = new(3);
            await channel.SendAsync(1);
            TroopTask<int>[] waiting = [channel.ReceiveAsync(), channel.ReceiveAsync(), channel.ReceiveAsync()];
            FormatException error = new("broken off");
            channel.Close(error);
            channel.Close();
            Assert.That(await waiting[0], Is.EqualTo(1));
            ReceiveCase<int> hears = channel.ReceiveCase();
            Assert.That(Select.Try(hears), Is.Zero);
            Exception?[] faults =
            [
                await FaultOf.Task(() => waiting[1]),
                await FaultOf.Task(() => waiting[2]),
                await FaultOf.Task(() => channel.ReceiveAsync()),
                await FaultOf.Task(async () =>
                {
                    await foreach (int _ in channel) { }
                }),
                await FaultOf.Task(async () => await TroopTask.FromResult(hears.Value)),
            ];
            CheckCopies(error, faults);
            Assert.That(channel.TryReceive(out _), Is.False);
        });

    [Test]
    public Task So_does_whoever_waits_in_an_await_foreach() =>
        InThread.Run(async () =>
        {
            Channel<int> channel = new(0);
            TroopTask<Exception?>[] loops = [Loop(channel), Loop(channel)];
            FormatException error = new("broken off");
            channel.Close(error);
            CheckCopies(error, [await loops[0], await loops[1]]);

            static async TroopTask<Exception?> Loop(Channel<int> channel) =>
                await FaultOf.Task(async () =>
                {
                    await foreach (int _ in channel) { }
                });
        });

    [Test]
    public Task So_does_whoever_sends() =>
        InThread.Run(async () =>
        {
            Channel<int> channel = new(0);
            TroopTask waiting = channel.SendAsync(1);
            FormatException error = new("broken off");
            channel.Close(error);
            CheckCopies(error, [await FaultOf.Task(() => waiting), await FaultOf.Task(() => channel.SendAsync(2))]);
        });

    [Test]
    public Task A_broadcast_agrees() =>
        InThread.Run(async () =>
        {
            Broadcast<int> broadcast = new();
            using Subscription<int> mine = broadcast.Subscribe(1);
            TroopTask<int>[] waiting = [mine.ReceiveAsync(), mine.ReceiveAsync()];
            FormatException error = new("broken off");
            broadcast.Close(error);
            Exception?[] faults =
            [
                await FaultOf.Task(() => waiting[0]),
                await FaultOf.Task(() => waiting[1]),
                await FaultOf.Task(() => mine.ReceiveAsync()),
                await FaultOf.Task(() => broadcast.SendAsync(1)),
                await FaultOf.Task(async () =>
                {
                    await foreach (int _ in mine) { }
                }),
            ];
            CheckCopies(error, faults);
        });

    private static void CheckCopies(Exception error, Exception?[] faults)
    {
        Assert.That(faults, Is.All.TypeOf<ClosedException>());
        Exception?[] inner = [.. faults.Select(static fault => fault!.InnerException)];
        Assert.That(
            inner,
            Is.All.TypeOf<TroopFault>().With.Message.Contains(error.Message).And.Property(nameof(TroopFault.FaultType)).EqualTo(error.GetType().FullName)
        );
        Assert.That(
            inner.Distinct(ReferenceEqualityComparer.Instance).Count(),
            Is.EqualTo(faults.Length),
            "an exception belongs to the thread that catches it"
        );
    }
}
