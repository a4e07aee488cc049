using System.Threading.Channels;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a channel does, one step after the other.</summary>
[Category("Unit")]
public sealed class ChannelTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public void A_negative_capacity_is_refused() =>
        Assert.That(
            () => new Troops.Sharing.Channel<int>(-1),
            Throws
                .InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.Contains("0 (each send waits for its receive)")
                .And.Property("ParamName")
                .EqualTo("capacity")
        );

    [Test]
    public void A_huge_capacity_costs_nothing_until_it_is_used()
    {
        Troops.Sharing.Channel<int> channel = new(int.MaxValue);
        Assert.That(channel.TrySend(1), Is.True);
        Assert.That(channel.Capacity, Is.EqualTo(int.MaxValue));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public void It_keeps_as_many_values_as_it_says_in_their_order(int capacity)
    {
        Troops.Sharing.Channel<int> channel = new(capacity);
        for (int i = 0; i < capacity; i++)
        {
            Assert.That(channel.TrySend(i), Is.True);
            Assert.That(channel.Count, Is.EqualTo(i + 1));
        }

        Assert.That(channel.TrySend(99), Is.False);
        for (int i = 0; i < capacity; i++)
        {
            Assert.That(channel.TryReceive(out int value), Is.True);
            Assert.That(value, Is.EqualTo(i));
        }

        Assert.That(channel.TryReceive(out _), Is.False);
        Assert.That(channel.Count, Is.Zero);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    public async Task Everything_that_was_sent_is_received_in_order(int capacity)
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(capacity);
                TroopThread sender = TroopThread.Start(async () =>
                {
                    for (int i = 0; i < 1_000; i++)
                    {
                        await channel.SendAsync(i);
                    }

                    channel.Close();
                });
                List<int> received = [];
                await foreach (int value in channel)
                {
                    received.Add(value);
                }

                await sender.Join();
                Assert.That(received, Is.EqualTo(Enumerable.Range(0, 1_000)));
            })
            .OrHang();
    }

    [Test]
    public async Task With_capacity_0_a_send_waits_for_its_receive()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(0);
                TroopTask send = channel.SendAsync(5);
                await TroopTask.Yield();
                Assert.That(send.IsCompleted, Is.False);
                Assert.That(channel.Count, Is.Zero);
                Assert.That(channel.TryReceive(out int value), Is.True);
                Assert.That(value, Is.EqualTo(5));
                await send;
                TroopTask<int> receive = channel.ReceiveAsync();
                Assert.That(channel.TrySend(6), Is.True);
                Assert.That(await receive, Is.EqualTo(6));
            })
            .OrHang();
    }

    [Test]
    public async Task A_receive_makes_room_for_the_sender_that_waits_longest()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(1);
                await channel.SendAsync(0);
                TroopTask[] sends = [channel.SendAsync(1), channel.SendAsync(2)];
                Assert.That(await channel.ReceiveAsync(), Is.Zero);
                await sends[0];
                Assert.That(channel.Count, Is.EqualTo(1));
                Assert.That(sends[1].IsCompleted, Is.False);
                Assert.That(await channel.ReceiveAsync(), Is.EqualTo(1));
                Assert.That(await channel.ReceiveAsync(), Is.EqualTo(2));
                await sends[1];
            })
            .OrHang();
    }

    [Test]
    public async Task Receivers_and_senders_are_served_in_the_order_in_which_they_came()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(0);
                TroopTask<int>[] receives = [.. Enumerable.Range(0, 100).Select(_ => channel.ReceiveAsync())];
                for (int i = 0; i < 100; i++)
                {
                    await channel.SendAsync(i);
                }

                Assert.That(await TroopTask.WhenAll(receives), Is.EqualTo(Enumerable.Range(0, 100)));
                TroopTask[] sends = [.. Enumerable.Range(0, 100).Select(i => channel.SendAsync(i))];
                for (int i = 0; i < 100; i++)
                {
                    Assert.That(await channel.ReceiveAsync(), Is.EqualTo(i));
                }

                await TroopTask.WhenAll(sends);
            })
            .OrHang();
    }

    [Test]
    public async Task After_a_close_what_was_sent_is_still_received_and_then_no_more()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(3);
                await channel.SendAsync(1);
                await channel.SendAsync(2);
                channel.Close();
                channel.Close();
                Assert.That(channel.IsClosed, Is.True);
                Assert.That(() => channel.SendAsync(3), Throws.TypeOf<ChannelClosedException>().With.Message.Contains("is closed: the value was not sent"));
                Assert.That(() => channel.TrySend(3), Throws.TypeOf<ChannelClosedException>());
                Assert.That(await channel.ReceiveAsync(), Is.EqualTo(1));
                Assert.That(channel.TryReceive(out int value), Is.True);
                Assert.That(value, Is.EqualTo(2));
                Assert.That(() => channel.ReceiveAsync(), Throws.TypeOf<ChannelClosedException>().With.Message.Contains("closed and empty"));
                Assert.That(channel.TryReceive(out _), Is.False);
                await foreach (int _ in channel)
                {
                    Assert.Fail("There is nothing left.");
                }
            })
            .OrHang();
    }

    [Test]
    public async Task A_close_ends_everybody_who_waits()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> empty = new(0);
                TroopThread[] receivers = [.. Enumerable.Range(0, 10).Select(_ => TroopThread.Start(async () => await empty.ReceiveAsync()))];
                TroopThread<int>[] loops = [.. Enumerable.Range(0, 10).Select(_ => TroopThread.Start(() => CountAll(empty)))];
                Troops.Sharing.Channel<int> full = new(1);
                await full.SendAsync(1);
                TroopTask[] sends = [.. Enumerable.Range(0, 10).Select(i => full.SendAsync(i))];
                await TroopTask.Yield();
                empty.Close();
                full.Close();
                foreach (TroopThread receiver in receivers)
                {
                    Assert.That(await receiver.Join().AsTask().FaultOrHang(), Is.InstanceOf<ChannelClosedException>());
                }

                foreach (TroopThread<int> loop in loops)
                {
                    Assert.That(await loop.Join(), Is.Zero);
                }

                foreach (TroopTask send in sends)
                {
                    Assert.That(await send.AsTask().FaultOrHang(), Is.InstanceOf<ChannelClosedException>());
                }

                // The value that was kept, and none of those refused.
                Assert.That(await full.ReceiveAsync(), Is.EqualTo(1));
                Assert.That(full.TryReceive(out _), Is.False);
            })
            .OrHang();
    }

    [Test]
    public async Task Leaving_an_await_foreach_early_loses_nothing()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(5);
                for (int i = 0; i < 5; i++)
                {
                    await channel.SendAsync(i);
                }

                await foreach (int value in channel)
                {
                    if (value == 2)
                    {
                        break;
                    }
                }

                Assert.That(await channel.ReceiveAsync(), Is.EqualTo(3));
            })
            .OrHang();
    }

    [Test]
    public async Task A_receiver_whose_thread_has_ended_swallows_no_value()
    {
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> channel = new(1);
                for (int i = 0; i < 100; i++)
                {
                    // It ends while its receive waits.
                    await TroopThread
                        .Start(() =>
                        {
                            _ = channel.ReceiveAsync();
                        })
                        .Join();
                }

                Assert.That(channel.TrySend(7), Is.True);
                Assert.That(await channel.ReceiveAsync(), Is.EqualTo(7));
            })
            .OrHang();
    }

    [Test]
    public async Task A_receiver_that_was_killed_swallows_no_value()
    {
        Troop doomed = process.CreateTroop("doomed");
        Troops.Sharing.Channel<int> channel = new(1);
        Task[] receivers = [.. Enumerable.Range(0, 100).Select(_ => doomed.InvokeAsync(async () => await channel.ReceiveAsync()).AsTask())];
        doomed.Kill("while they wait");
        foreach (Task receiver in receivers)
        {
            await receiver.FaultOrHang();
        }

        Assert.That(channel.TrySend(8), Is.True);
        Assert.That(channel.TryReceive(out int value), Is.True);
        Assert.That(value, Is.EqualTo(8));
    }

    private static async TroopTask<int> CountAll(Troops.Sharing.Channel<int> channel)
    {
        int count = 0;
        await foreach (int _ in channel)
        {
            count++;
        }

        return count;
    }
}
