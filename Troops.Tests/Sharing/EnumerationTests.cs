using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>The steps of an <c>await foreach</c>, taken by hand.</summary>
[Category("Unit")]
public sealed class EnumerationTests
{
    [Test]
    public Task A_step_before_the_last_one_has_ended_is_refused() =>
        InThread.Run(async () =>
        {
            Channel<int> channel = new(0);
            Channel<int>.Enumerator values = channel.GetAsyncEnumerator();
            TroopTask<bool> first = values.MoveNextAsync();
            Expect.Names(await FaultOf.Task(() => values.MoveNextAsync()), "has not ended", "await it");
            Assert.That(channel.TrySend(1), Is.True);
            Assert.That((await first, values.Current), Is.EqualTo((true, 1)));
        });

    [Test]
    public async Task So_it_is_in_ordinary_code()
    {
        Channel<int> channel = new(0);
        Channel<int>.Enumerator values = channel.GetAsyncEnumerator();
        for (int i = 0; i < 3; i++)
        {
            Task<bool> first = values.MoveNextAsync().AsTask();
            Assert.That(() => values.MoveNextAsync(), Throws.InvalidOperationException.With.Message.Contains("has not ended"));
            Assert.That(channel.TrySend(i), Is.True);
            Assert.That((await first.OrHang(), values.Current), Is.EqualTo((true, i)));
        }

        Task<bool> last = values.MoveNextAsync().AsTask();
        channel.Close();
        Assert.That((await last.OrHang(), await values.MoveNextAsync()), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_step_that_was_cancelled_in_ordinary_code_does_not_stand_in_the_way()
    {
        using CancellationTokenSource cancel = new();
        Channel<int> channel = new(0);
        Channel<int>.Enumerator values = channel.GetAsyncEnumerator(cancel.Token);
        Task<bool> first = values.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        Assert.That(await first.FaultOrHang(), Is.InstanceOf<OperationCanceledException>());
        Assert.That(() => values.MoveNextAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(channel.TrySend(1), Is.False);
    }

    /// <summary>The operation that all steps share must not be used again while its thread still has the fault to tell.</summary>
    [Test]
    public async Task The_fault_of_a_step_that_nobody_awaited_is_not_lost_in_the_next_one()
    {
        Exception? fault = await InThread.Fault(async () =>
        {
            Channel<int> channel = new(0);
            Channel<int>.Enumerator values = channel.GetAsyncEnumerator();
            TroopTask<bool> lost = values.MoveNextAsync();
            channel.Close(new FormatException("broken off"));
            while (!lost.IsCompleted)
            {
                await TroopTask.Yield();
            }

            Assert.That(await FaultOf.Task(() => values.MoveNextAsync()), Is.InstanceOf<System.Threading.Channels.ChannelClosedException>());
        });
        Assert.That(fault, Is.InstanceOf<System.Threading.Channels.ChannelClosedException>());
    }
}
