using Troops.Scheduling;
using Troops.Sharing;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Unit")]
internal sealed class HandOffTests
{
    /// <summary>The kernel threads that stay: the seated one, the spares that are kept, and one on its way.</summary>
    private const int Kept = 1 + (2 * 1) + 8 + 1;

    [Test]
    [CancelAfter(60_000)]
    public async Task A_turn_that_blocks_its_worker_does_not_keep_others_from_running()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
        using ManualResetEventSlim release = new();
        Task<bool> stuck = process.InvokeAsync(() => release.Wait(SchedulerBench.DeadlockGuard)).AsTask();
        await process.InvokeAsync(() => release.Set());
        Assert.That(await stuck, Is.True, "the other thread ran only after the blocked one had given up");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task What_waits_in_the_queue_of_a_blocked_turn_runs()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
        using CountdownEvent others = new(100);
        bool allRan = await process.InvokeAsync(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                TroopThread.Start(() => others.Signal());
            }

            return others.Wait(SchedulerBench.DeadlockGuard);
        });
        Assert.That(allRan, Is.True);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_turn_that_was_handed_off_wakes_and_starts_others_and_goes_on_correctly()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
        Channel<int> wake = new(0);
        using ManualResetEventSlim ranBeside = new();
        int sum = await process.InvokeAsync(() => Parent(wake, ranBeside)).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(sum, Is.EqualTo(Enumerable.Range(0, 100).Sum() + (2 * Enumerable.Range(0, 100).Sum())));

        static async TroopTask<int> Parent(Channel<int> wake, ManualResetEventSlim ranBeside)
        {
            List<TroopThread<int>> receivers = [];
            for (int i = 0; i < 100; i++)
            {
                receivers.Add(TroopThread.Start(() => Receive(wake)));
            }

            await TroopTask.Yield();
            TroopThread.Start(ranBeside.Set);
            if (!ranBeside.Wait(SchedulerBench.DeadlockGuard))
            {
                return -1;
            }

            // From here on the turn is alone: nothing that it does may go to the queue that it lost.
            List<TroopThread<int>> children = [];
            for (int i = 0; i < 100; i++)
            {
                int number = i;
                children.Add(TroopThread.Start(() => 2 * number));
                await wake.SendAsync(i);
            }

            int sum = 0;
            foreach (TroopThread<int> thread in receivers.Concat(children))
            {
                sum += await thread.Join();
            }

            return sum;
        }

        static async TroopTask<int> Receive(Channel<int> wake) => await wake.ReceiveAsync();
    }

    /// <summary>No watchdog: only the turn itself can notice that its slice is over.</summary>
    [TestCase(true)]
    [TestCase(false)]
    [CancelAfter(60_000)]
    public async Task A_body_that_never_suspends_gives_its_queue_away_at_the_end_of_its_slice(bool startsThreads)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        using ManualResetEventSlim otherRan = new();
        int result = await process.InvokeAsync(() => Busy(otherRan, startsThreads)).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.Multiple(() =>
        {
            Assert.That(result, Is.EqualTo(42));
            Assert.That(process.Scheduler.HandOffs, Is.Positive);
        });

        static async TroopTask<int> Busy(ManualResetEventSlim otherRan, bool startsThreads)
        {
            // Started first, so that the children of the loop lie above it.
            TroopThread.Start(otherRan.Set);
            while (!otherRan.IsSet)
            {
                if (startsThreads)
                {
                    TroopThread.Start(static () => { });
                }
                else
                {
                    await Completed();
                }
            }

            // Still a thread like any other: it suspends and comes back.
            await TroopTask.Yield();
            return await TroopThread.Start(static () => 42).Join();
        }

        static async TroopTask Completed() => await TroopTask.CompletedTask;
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Siblings_do_not_run_while_their_thread_is_handed_off()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        using ManualResetEventSlim otherRan = new();
        string order = await process.InvokeAsync(() => Parent(otherRan)).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        Assert.That(order, Is.EqualTo("busy, sibling"));

        static async TroopTask<string> Parent(ManualResetEventSlim otherRan)
        {
            List<string> order = [];
            TroopTask sibling = Sibling(order);
            TroopThread.Start(otherRan.Set);
            while (!otherRan.IsSet)
            {
                await Called();
            }

            order.Add("busy");
            await sibling;
            return string.Join(", ", order);
        }

        static async TroopTask Sibling(List<string> order)
        {
            await TroopTask.Yield();
            order.Add("sibling");
        }

        static async TroopTask Called() => await TroopTask.CompletedTask;
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Hundreds_of_hand_offs_leave_no_kernel_threads_behind()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        for (int i = 0; i < 300; i++)
        {
            using ManualResetEventSlim otherRan = new();
            await process.InvokeAsync(() => Busy(otherRan)).AsTask().WaitAsync(SchedulerBench.DeadlockGuard);
        }

        Assert.Multiple(() =>
        {
            Assert.That(process.Scheduler.HandOffs, Is.GreaterThanOrEqualTo(300));
            Assert.That(process.Scheduler.Spares.Alive, Is.LessThanOrEqualTo(Kept));
        });

        static async TroopTask Busy(ManualResetEventSlim otherRan)
        {
            TroopThread.Start(otherRan.Set);
            while (!otherRan.IsSet)
            {
                await Called();
            }
        }

        static async TroopTask Called() => await TroopTask.CompletedTask;
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Kernel_threads_beyond_those_kept_leave_when_their_turns_come_back()
    {
        const int blocked = 40;
        await using SchedulerBench bench = new(1);
        using ManualResetEventSlim release = new();
        using CountdownEvent ended = new(blocked);
        for (int i = 0; i < blocked; i++)
        {
            using ManualResetEventSlim inTurn = new();
            bench.Scheduler.QueueChild(
                new ScriptedThread(
                    bench.Share,
                    i,
                    (_, _) =>
                    {
                        inTurn.Set();
                        release.Wait();
                        ended.Signal();
                        return TurnEnd.Left;
                    }
                )
            );
            inTurn.Wait();
            Assert.That(bench.TryHandOff(bench.Scheduler.Queues[0].Owner!), Is.True, "a blocked turn always gives its queue");
        }

        Assert.That(bench.Scheduler.Spares.Alive, Is.EqualTo(blocked + 1));
        release.Set();
        ended.Wait();
        Assert.That(SpinWait.SpinUntil(() => bench.Scheduler.Spares.Alive <= Kept, SchedulerBench.DeadlockGuard), Is.True);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_worker_between_turns_keeps_its_queue()
    {
        await using SchedulerBench bench = new(1);
        Assert.That(SpinWait.SpinUntil(() => bench.Scheduler.IsIdle, SchedulerBench.DeadlockGuard), Is.True);
        Worker owner = bench.Scheduler.Queues[0].Owner!;
        bool taken = bench.TryHandOff(owner);
        using ManualResetEventSlim ran = new();
        bench.Scheduler.QueueChild(
            new ScriptedThread(
                bench.Share,
                0,
                (_, _) =>
                {
                    ran.Set();
                    return TurnEnd.Left;
                }
            )
        );
        Assert.Multiple(() =>
        {
            Assert.That(taken, Is.False);
            Assert.That(ran.Wait(SchedulerBench.DeadlockGuard), Is.True);
            Assert.That(bench.Scheduler.Queues[0].Owner, Is.SameAs(owner));
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_queue_is_taken_once_from_a_turn()
    {
        await using SchedulerBench bench = new(1);
        using ManualResetEventSlim inTurn = new();
        using ManualResetEventSlim release = new();
        RunQueue? queueOfTheLonely = null;
        bool alone = false;
        using ManualResetEventSlim ended = new();
        bench.Scheduler.QueueChild(
            new ScriptedThread(
                bench.Share,
                0,
                (_, worker) =>
                {
                    inTurn.Set();
                    release.Wait();
                    queueOfTheLonely = worker.EnterQueue();
                    alone = worker.IsAlone;
                    ended.Set();
                    return TurnEnd.Left;
                }
            )
        );
        inTurn.Wait();
        Worker stuck = bench.Scheduler.Queues[0].Owner!;
        bool[] taken = [bench.TryHandOff(stuck), bench.TryHandOff(stuck)];
        release.Set();
        ended.Wait();
        Assert.Multiple(() =>
        {
            Assert.That(taken, Is.EqualTo([true, false]));
            Assert.That(queueOfTheLonely, Is.Null);
            Assert.That(alone, Is.True);
        });
    }
}
