using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A channel belongs to one troop; ordinary code may use any.</summary>
[Category("Unit")]
public sealed class ChannelOwnerTests
{
    private TroopProcess process = null!;
    private Troop one = null!;
    private Troop two = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 2 });
        one = process.CreateTroop("one");
        two = process.CreateTroop("two");
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task It_belongs_to_the_troop_that_made_it()
    {
        Channel<int>? channel = null;
        await one.InvokeAsync(() =>
            {
                channel = new Channel<int>(4);
            })
            .OrHang();
        await two.InvokeAsync(() => EveryUseThrows(channel!)).OrHang();
        await process.InvokeAsync(() => EveryUseThrows(channel!)).OrHang();
        await one.InvokeAsync(async () => await channel!.SendAsync(1)).OrHang();
        // A loop over it, however: its end is told by nobody but the owner.
        Assert.That(channel!.IsClosed, Is.False);
        Assert.That(channel.TryReceive(out int value), Is.True);
        Assert.That(value, Is.EqualTo(1));
    }

    [Test]
    public async Task Made_outside_of_every_thread_it_belongs_to_its_first_user()
    {
        Channel<int> channel = new(4);
        // Ordinary code is no troop: its use decides nothing.
        Assert.That(channel.TrySend(1), Is.True);
        await two.InvokeAsync(() => Assert.That(channel.TryReceive(out _), Is.True)).OrHang();
        await one.InvokeAsync(() => EveryUseThrows(channel)).OrHang();
        await two.InvokeAsync(() => Assert.That(channel.TrySend(2), Is.True)).OrHang();
    }

    [Test]
    public async Task When_two_troops_come_first_at_once_one_of_them_gets_it()
    {
        for (int round = 0; round < 500; round++)
        {
            Channel<int> channel = new(4);
            Task<bool>[] uses = [Uses(one, channel), Uses(two, channel)];
            bool[] may = await Task.WhenAll(uses).OrHang();
            Assert.That(may.Count(yes => yes), Is.EqualTo(1));
            Assert.That(channel.Count, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Ordinary_code_sends_and_receives_as_it_would_with_a_channel_of_dot_net()
    {
        Channel<int> channel = new(1);
        Task<int> sum = one.InvokeAsync(async () =>
            {
                int all = 0;
                await foreach (int value in channel)
                {
                    all += value;
                }

                return all;
            })
            .AsTask();
        for (int i = 1; i <= 100; i++)
        {
            await channel.SendAsync(i);
        }

        channel.Close();
        Assert.That(await sum.OrHang(), Is.EqualTo(5_050));

        Channel<int> back = new(0);
        Task sending = two.InvokeAsync(async () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    await back.SendAsync(i);
                }

                back.Close();
            })
            .AsTask();
        List<int> received = [];
        await foreach (int value in back)
        {
            received.Add(value);
        }

        await sending.OrHang();
        Assert.That(received, Is.EqualTo(Enumerable.Range(0, 100)));
    }

    [Test]
    public async Task Ordinary_code_waits_without_a_thread_and_can_cancel()
    {
        Channel<int> channel = new(0);
        using CancellationTokenSource cancel = new();
        Task<int> receive = channel.ReceiveAsync(cancel.Token).AsTask();
        Task send = new Channel<int>(0).SendAsync(1, cancel.Token).AsTask();
        Assert.That(receive.IsCompleted, Is.False);
        await cancel.CancelAsync();
        foreach (Task task in new[] { receive, send })
        {
            OperationCanceledException cancelled = (OperationCanceledException)(await task.FaultOrHang())!;
            Assert.That(cancelled.CancellationToken, Is.EqualTo(cancel.Token));
            Assert.That(task.IsCanceled, Is.True);
        }

        Task<int> another = channel.ReceiveAsync().AsTask();
        Assert.That(channel.TrySend(3), Is.True);
        Assert.That(await another.OrHang(), Is.EqualTo(3));
    }

    private static Task<bool> Uses(Troop troop, Channel<int> channel) =>
        troop
            .InvokeAsync(() =>
            {
                try
                {
                    return channel.TrySend(1);
                }
                catch (InvalidOperationException)
                {
                    return false;
                }
            })
            .AsTask();

    private static void EveryUseThrows(Channel<int> channel)
    {
        Action[] uses =
        [
            () => _ = channel.SendAsync(1),
            () => _ = channel.ReceiveAsync(),
            () => channel.TrySend(1),
            () => channel.TryReceive(out _),
            () => _ = channel.GetAsyncEnumerator().MoveNextAsync(),
            channel.Close,
        ];
        foreach (Action use in uses)
        {
            Assert.That(use, Throws.InvalidOperationException.With.Message.Contains("A channel belongs to the troop").And.Message.Contains(Troop.Current.Name));
        }
    }
}
