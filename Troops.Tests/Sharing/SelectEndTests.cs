using Troops.Sharing;
using Troops.Tests.Support;
using ClosedException = System.Threading.Channels.ChannelClosedException;

namespace Troops.Tests.Sharing;

/// <summary>Selects that end without a choice: what they leave behind.</summary>
[Category("Unit")]
public sealed class SelectEndTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2, ShutdownGrace = TimeSpan.FromSeconds(1) });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task A_close_that_ends_a_waiting_send_frees_the_other_cases()
    {
        Channel<int> open = new(1);
        Channel<int> full = new(0);
        ReceiveCase<int> hears = open.ReceiveCase();
        Task<int> waiting = Select.WaitAsync([hears, full.SendCase(1)]).AsTask();
        full.Close(new FormatException("broken off"));
        Exception? fault = await waiting.FaultOrHang();
        Assert.That(fault, Is.TypeOf<ClosedException>().With.InnerException.TypeOf<TroopFault>());
        Assert.That(open.TrySend(2), Is.True);
        Assert.That((Select.Try(hears), hears.Value), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task A_cancellation_frees_the_cases()
    {
        using CancellationTokenSource cancel = new();
        Channel<int> one = new(1);
        ReceiveCase<int> hears = one.ReceiveCase();
        SendCase<int> tells = new Channel<int>(0).SendCase(1);
        Task<int> waiting = Select.WaitAsync([hears, tells], cancel.Token).AsTask();
        await cancel.CancelAsync();
        Assert.That(await waiting.FaultOrHang(), Is.InstanceOf<OperationCanceledException>());
        one.TrySend(2);
        Assert.That((Select.Try(tells, hears), hears.Value), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_select_in_a_killed_thread_takes_and_gives_nothing()
    {
        Troop doomed = process.CreateTroop("doomed");
        Channel<int> one = new(1);
        Channel<int> other = new(0);
        Channel<int> begun = new(0);
        Task<int>[] selects =
        [
            .. Enumerable
                .Range(0, 50)
                .Select(_ =>
                    doomed
                        .InvokeAsync(async () =>
                        {
                            TroopTask<int> waiting = Wait();
                            await begun.SendAsync(1);
                            return await waiting;
                        })
                        .AsTask()
                ),
        ];
        for (int i = 0; i < selects.Length; i++)
        {
            await begun.ReceiveAsync().OrHang();
        }

        doomed.Kill("while they wait");
        foreach (Task<int> select in selects)
        {
            Assert.That(await select.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        }

        Assert.That((other.TryReceive(out _), one.TrySend(7), one.Count), Is.EqualTo((false, true, 1)));

        async TroopTask<int> Wait() => await Select.WaitAsync([one.ReceiveCase(), other.SendCase(1)], TimeSpan.FromHours(1));
    }

    [Test]
    public async Task A_select_whose_thread_has_ended_swallows_no_value() =>
        await process
            .InvokeAsync(async () =>
            {
                Channel<int> one = new(1);
                Channel<int> other = new(1);
                for (int i = 0; i < 50; i++)
                {
                    await TroopThread
                        .Start(() =>
                        {
                            _ = Select.WaitAsync([one.ReceiveCase(), other.ReceiveCase()]);
                        })
                        .Join();
                }

                Assert.That((one.TrySend(7), Select.Try(other.SendCase(8))), Is.EqualTo((true, 0)));
                Assert.That((one.Count, other.Count), Is.EqualTo((1, 1)));
            })
            .OrHang();
}
