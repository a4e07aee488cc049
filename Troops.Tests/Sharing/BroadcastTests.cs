using System.Threading.Channels;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a broadcast does in threads, and what it refuses.</summary>
[Category("Unit")]
public sealed class BroadcastTests
{
    [Test]
    public async Task Everybody_gets_everything_in_one_order()
    {
        const int Each = 500;
        await InThread.Run(async () =>
        {
            Broadcast<int> broadcast = new();
            Subscription<int>[] subscriptions = [.. Enumerable.Range(1, 4).Select(capacity => broadcast.Subscribe(capacity))];
            TroopThread<string>[] readers = TroopThread.StartAll(
                subscriptions,
                async subscription =>
                {
                    List<int> received = [];
                    await foreach (int value in subscription)
                    {
                        received.Add(value);
                    }

                    return string.Join(',', received);
                }
            );
            await TroopThread.ForEach(
                [0, 1],
                2,
                async sender =>
                {
                    for (int i = 0; i < Each; i++)
                    {
                        await broadcast.SendAsync((2 * i) + sender);
                    }
                }
            );
            broadcast.Close();
            string first = await readers[0].Join();
            Assert.That(first.Split(',').Select(int.Parse).Order(), Is.EqualTo(Enumerable.Range(0, 2 * Each)));
            for (int i = 1; i < readers.Length; i++)
            {
                Assert.That(await readers[i].Join(), Is.EqualTo(first));
            }
        });
    }

    [Test]
    public async Task A_slow_subscription_is_waited_for_or_misses_the_oldest_as_it_chose()
    {
        await InThread.Run(async () =>
        {
            Broadcast<int> broadcast = new();
            using Subscription<int> lossy = broadcast.Subscribe(2, WhenFull.DropOldest);
            Subscription<int> exact = broadcast.Subscribe(2);
            await broadcast.SendAsync(1);
            await broadcast.SendAsync(2);
            TroopTask third = broadcast.SendAsync(3);
            Assert.That(third.IsCompleted, Is.False);
            Assert.That(broadcast.TrySend(4), Is.False);
            Assert.That(await exact.ReceiveAsync(), Is.EqualTo(1));
            await third;
            Assert.That(exact.Count, Is.EqualTo(2));
            Assert.That((lossy.Count, lossy.Missed, exact.Missed), Is.EqualTo((2, 1L, 0L)));
            // It leaves, and nobody waits for it any more.
            TroopTask fourth = broadcast.SendAsync(4);
            exact.Dispose();
            exact.Dispose();
            await fourth;
            for (int i = 5; i < 100; i++)
            {
                Assert.That(broadcast.TrySend(i), Is.True);
            }

            Assert.That(lossy.TryReceive(out int oldest), Is.True);
            Assert.That((oldest, lossy.Missed), Is.EqualTo((98, 97L)));
        });
    }

    [Test]
    public async Task A_cancelled_send_reaches_nobody_and_a_cancelled_receive_takes_nothing()
    {
        Broadcast<int> broadcast = new();
        using Subscription<int> one = broadcast.Subscribe(1);
        using Subscription<int> two = broadcast.Subscribe(5);
        using CancellationTokenSource cancel = new();
        Task<int> receive = one.ReceiveAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await receive.FaultOrHang();
        Assert.That(receive.IsCanceled, Is.True);
        Assert.That(broadcast.TrySend(1), Is.True);
        using CancellationTokenSource cancelSend = new();
        Task send = broadcast.SendAsync(2, cancelSend.Token).AsTask();
        Task kept = broadcast.SendAsync(3).AsTask();
        await cancelSend.CancelAsync();
        await send.FaultOrHang();
        Assert.That(send.IsCanceled, Is.True);
        Assert.That(await one.ReceiveAsync(), Is.EqualTo(1));
        await kept.OrHang();
        Assert.That((await two.ReceiveAsync(), await two.ReceiveAsync(), two.Count), Is.EqualTo((1, 3, 0)));
        Assert.That(() => broadcast.SendAsync(1, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => one.ReceiveAsync(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task After_a_close_what_was_sent_is_received_and_then_everybody_hears_of_it()
    {
        await InThread.Run(async () =>
        {
            Broadcast<int> broadcast = new();
            using Subscription<int> mine = broadcast.Subscribe(1);
            await broadcast.SendAsync(1);
            TroopTask refused = broadcast.SendAsync(2);
            broadcast.Close();
            broadcast.Close(new FormatException("too late"));
            Assert.That(await FaultOf.Task(() => refused), Is.TypeOf<ChannelClosedException>());
            Assert.That(() => broadcast.SendAsync(3), Throws.TypeOf<ChannelClosedException>());
            Assert.That(() => broadcast.Subscribe(3), Throws.TypeOf<ChannelClosedException>());
            int count = 0;
            await foreach (int value in mine)
            {
                count += value;
            }

            Assert.That(count, Is.EqualTo(1));
            Assert.That(() => mine.ReceiveAsync(), Throws.TypeOf<ChannelClosedException>().With.InnerException.Null);
        });
    }

    [Test]
    public async Task Everybody_gets_a_copy_of_the_error_of_a_close()
    {
        await InThread.Run(async () =>
        {
            Broadcast<int> broadcast = new();
            using Subscription<int> mine = broadcast.Subscribe(1);
            TroopTask<int> waiting = mine.ReceiveAsync();
            TroopTask<bool> looping = mine.GetAsyncEnumerator().MoveNextAsync();
            FormatException error = new("no more prices");
            broadcast.Close(error);
            List<Exception?> inner = [(await FaultOf.Task(() => waiting))?.InnerException, (await FaultOf.Task(() => looping))?.InnerException];
            foreach (
                Action use in new Action[] { () => _ = mine.ReceiveAsync(), () => _ = mine.GetAsyncEnumerator().MoveNextAsync(), () => broadcast.TrySend(1) }
            )
            {
                inner.Add(Assert.Throws<ChannelClosedException>(() => use())!.InnerException);
            }

            Assert.That(inner, Has.All.TypeOf<TroopFault>().And.All.Message.Contains("no more prices"));
            Assert.That(inner.Distinct().Count(), Is.EqualTo(inner.Count));
        });
    }

    [Test]
    public async Task Leaving_ends_those_who_wait_there()
    {
        Broadcast<int> broadcast = new();
        Subscription<int> mine = broadcast.Subscribe(1);
        Task<int> waiting = mine.ReceiveAsync().AsTask();
        mine.Dispose();
        Assert.That(await waiting.FaultOrHang(), Is.TypeOf<ObjectDisposedException>());
        Assert.That(() => mine.TryReceive(out _), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => mine.ReceiveAsync(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(broadcast.TrySend(1), Is.True);
    }

    [Test]
    public async Task A_receiver_whose_thread_has_ended_or_was_killed_swallows_no_value()
    {
        await using TroopProcess process = InThread.Process(2);
        Troop doomed = process.CreateTroop("doomed");
        Broadcast<int> broadcast = new();
        using Subscription<int> mine = broadcast.Subscribe(1);
        await doomed
            .InvokeAsync(() =>
            {
                _ = mine.ReceiveAsync();
                _ = mine.GetAsyncEnumerator().MoveNextAsync();
            })
            .OrHang();
        Task<int> waiting = doomed.InvokeAsync(async () => await mine.ReceiveAsync()).AsTask();
        doomed.Kill("while it waits");
        await waiting.FaultOrHang();
        Assert.That(broadcast.TrySend(5), Is.True);
        Assert.That(mine.TryReceive(out int value), Is.True);
        Assert.That(value, Is.EqualTo(5));
    }

    [Test]
    public void Misuse_throws()
    {
        Broadcast<int> broadcast = new();
        Assert.That(() => broadcast.Subscribe(0), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("at least 1 value"));
        Assert.That(() => broadcast.Subscribe(1, (WhenFull)7), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(broadcast.TrySend(1), Is.True, "with nobody there it goes to nobody");
    }
}
