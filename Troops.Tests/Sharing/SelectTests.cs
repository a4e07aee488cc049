using System.Threading.Channels;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>One of several sends and receives, and only one.</summary>
[Category("Unit")]
public sealed class SelectTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public void Without_a_case_it_throws() => Assert.That(() => Select.WaitAsync([]), Throws.ArgumentException.With.Message.Contains("at least one case"));

    [Test]
    public void A_case_that_is_named_twice_is_refused()
    {
        ReceiveCase<int> one = new Troops.Sharing.Channel<int>(1).ReceiveCase();
        Assert.That(() => Select.Try(one, one), Throws.ArgumentException.With.Message.Contains("named twice"));
    }

    [Test]
    public void A_missing_case_is_refused() => Assert.That(() => Select.Try(null!, null!), Throws.ArgumentException.With.Message.Contains("null"));

    [Test]
    public void A_negative_time_is_refused()
    {
        ReceiveCase<int> one = new Troops.Sharing.Channel<int>(1).ReceiveCase();
        Assert.That(
            () => Select.WaitAsync([one], TimeSpan.FromSeconds(-2)),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("zero or more")
        );
    }

    [Test]
    public void A_try_with_nothing_ready_does_nothing()
    {
        Troops.Sharing.Channel<int> empty = new(1);
        Troops.Sharing.Channel<int> full = new(1);
        full.TrySend(1);
        Assert.That(Select.Try(empty.ReceiveCase(), full.SendCase(2)), Is.EqualTo(Select.None));
        Assert.That((empty.Count, full.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public void A_try_does_the_one_that_is_ready()
    {
        Troops.Sharing.Channel<int> empty = new(1);
        Troops.Sharing.Channel<string> kept = new(1);
        kept.TrySend("x");
        ReceiveCase<int> nothing = empty.ReceiveCase();
        ReceiveCase<string> something = kept.ReceiveCase();
        Assert.That(Select.Try(nothing, something), Is.EqualTo(1));
        Assert.That(something.Value, Is.EqualTo("x"));
        Assert.That(nothing.HasValue, Is.False);
        Assert.That(() => nothing.Value, Throws.InvalidOperationException.With.Message.Contains("not chosen"));
    }

    [Test]
    public async Task A_waiting_select_takes_the_first_value_that_comes_and_leaves_the_other() =>
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> one = new(1);
                Troops.Sharing.Channel<int> other = new(1);
                ReceiveCase<int>[] cases = [one.ReceiveCase(), other.ReceiveCase()];
                TroopTask<int> chosen = Select.WaitAsync(cases);
                Assert.That(chosen.IsCompleted, Is.False);
                await other.SendAsync(7);
                await one.SendAsync(8);
                Assert.That(await chosen, Is.EqualTo(1));
                Assert.That(cases[1].Value, Is.EqualTo(7));
                Assert.That(await one.ReceiveAsync(), Is.EqualTo(8));
            })
            .OrHang();

    [Test]
    public async Task A_waiting_select_sends_when_there_is_room() =>
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> full = new(1);
                Troops.Sharing.Channel<int> silent = new(0);
                await full.SendAsync(1);
                TroopTask<int> chosen = Select.WaitAsync([silent.ReceiveCase(), full.SendCase(2)]);
                Assert.That(await full.ReceiveAsync(), Is.EqualTo(1));
                Assert.That(await chosen, Is.EqualTo(1));
                Assert.That(await full.ReceiveAsync(), Is.EqualTo(2));
            })
            .OrHang();

    [Test]
    public async Task Two_selects_meet_in_a_rendezvous_but_none_meets_itself() =>
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Channel<int> meeting = new(0);
                ReceiveCase<int> hears = meeting.ReceiveCase();
                TroopTask<int> both = Select.WaitAsync([hears, meeting.SendCase(1)]);
                await TroopTask.Yield();
                Assert.That(both.IsCompleted, Is.False);
                Assert.That(await Select.WaitAsync([meeting.SendCase(2)]), Is.Zero);
                Assert.That(await both, Is.Zero);
                Assert.That(hears.Value, Is.EqualTo(2));
            })
            .OrHang();

    [Test]
    public async Task A_closed_channel_ends_a_receive_without_a_value()
    {
        Troops.Sharing.Channel<int> closed = new(1);
        Troops.Sharing.Channel<int> silent = new(1);
        ReceiveCase<int> end = closed.ReceiveCase();
        Task<int> waiting = Select.WaitAsync([silent.ReceiveCase(), end]).AsTask();
        closed.Close(new FormatException("broken off"));
        Assert.That(await waiting.OrHang(), Is.EqualTo(1));
        Assert.That((end.IsClosed, end.HasValue), Is.EqualTo((true, false)));
        Assert.That(() => end.Value, Throws.TypeOf<ChannelClosedException>().With.Message.Contains("broken off"));
        Assert.That(Select.Try(end), Is.Zero);
    }

    [Test]
    public async Task A_closed_channel_makes_a_send_throw()
    {
        Troops.Sharing.Channel<int> full = new(0);
        Task<int> waiting = Select.WaitAsync([full.SendCase(1)]).AsTask();
        full.Close();
        Assert.That(async () => await waiting.OrHang(), Throws.TypeOf<ChannelClosedException>());
        Assert.That(() => Select.Try(full.SendCase(1)), Throws.TypeOf<ChannelClosedException>());
        Troops.Sharing.Channel<int> other = new(1);
        Assert.That(other.TrySend(1), Is.True, "the gates of a select that throws are open again");
    }

    [Test]
    public async Task A_case_serves_one_select_after_the_other()
    {
        Troops.Sharing.Channel<int> channel = new(1);
        ReceiveCase<int> one = channel.ReceiveCase();
        for (int i = 0; i < 5; i++)
        {
            Task<int> waiting = Select.WaitAsync([one]).AsTask();
            Assert.That(() => Select.Try(one), Throws.InvalidOperationException.With.Message.Contains("another select"));
            channel.TrySend(i);
            Assert.That(await waiting.OrHang(), Is.Zero);
            Assert.That(one.Value, Is.EqualTo(i));
        }
    }

    [Test]
    public async Task A_cancelled_select_leaves_the_values_alone()
    {
        using CancellationTokenSource cancel = new();
        Troops.Sharing.Channel<int> one = new(1);
        Troops.Sharing.Channel<int> other = new(0);
        Task<int> waiting = Select.WaitAsync([one.ReceiveCase(), other.SendCase(1)], cancel.Token).AsTask();
        await cancel.CancelAsync();
        Assert.That(async () => await waiting.OrHang(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(one.TrySend(5), Is.True);
        Assert.That(one.Count, Is.EqualTo(1));
        Assert.That(other.TryReceive(out _), Is.False);
    }

    [Test]
    public void Of_several_that_are_ready_none_starves()
    {
        Troops.Sharing.Channel<int>[] channels = [new(1), new(1), new(1)];
        int[] chosen = new int[3];
        for (int i = 0; i < 300; i++)
        {
            foreach (Troops.Sharing.Channel<int> channel in channels)
            {
                channel.TrySend(i);
            }

            chosen[Select.Try([.. channels.Select(channel => channel.ReceiveCase())])]++;
        }

        Assert.That(chosen, Is.All.GreaterThan(30));
    }

    [Test]
    public async Task A_channel_of_another_troop_is_refused()
    {
        Troop other = process.CreateTroop("other");
        Troops.Sharing.Channel<int> channel = new(1);
        await process.InvokeAsync(() => channel.TrySend(1));
        Assert.That(
            async () => await other.InvokeAsync(() => Select.Try(channel.ReceiveCase())),
            Throws.TypeOf<TroopFault>().With.Message.Contains("A channel belongs to the troop")
        );
    }
}
