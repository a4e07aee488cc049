using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[Category("Unit")]
internal sealed class StackJobTests
{
    private static readonly AsyncLocal<string?> Local = new();

    [Test]
    [CancelAfter(60_000)]
    public async Task A_job_runs_in_the_same_turn_on_another_stack()
    {
        (int kernelThread, Worker? worker, ThreadHeader? thread) outside = default;
        (int kernelThread, Worker? worker, ThreadHeader? thread) inside = default;
        await InTurn(worker =>
        {
            outside = (Environment.CurrentManagedThreadId, Worker.Current, Worker.Current!.Thread);
            new Job(worker, () => inside = (Environment.CurrentManagedThreadId, Worker.Current, Worker.Current!.Thread)).TryRun();
        });
        Assert.Multiple(() =>
        {
            Assert.That(inside.kernelThread, Is.Not.EqualTo(outside.kernelThread));
            Assert.That(inside.worker, Is.SameAs(outside.worker));
            Assert.That(inside.thread, Is.SameAs(outside.thread).And.Not.Null);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task After_the_job_the_caller_is_on_its_own_stack_again_and_the_lender_is_clean()
    {
        bool room = false;
        Worker? after = null;
        Worker? before = null;
        string? left = "not read";
        await InTurn(worker =>
        {
            before = Worker.Current;
            new Job(worker, static () => Local.Value = "set in the job").TryRun();
            (room, after) = (worker.HasStack, Worker.Current);
            Local.Value = null;
            new Job(worker, () => left = Local.Value).TryRun();
        });
        Assert.Multiple(() =>
        {
            Assert.That(room, Is.True);
            Assert.That(after, Is.SameAs(before));
            Assert.That(left, Is.Null);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task The_ambient_state_goes_in_and_comes_back()
    {
        string? inside = null;
        string? after = null;
        await InTurn(worker =>
        {
            Local.Value = "before";
            new Job(
                worker,
                () =>
                {
                    inside = Local.Value;
                    Local.Value = "after";
                }
            ).TryRun();
            after = Local.Value;
            Local.Value = null;
        });
        Assert.That((inside, after), Is.EqualTo(("before", "after")));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task What_the_job_throws_comes_out_of_the_call()
    {
        Exception thrown = new InvalidOperationException("in the job");
        Exception? caught = null;
        await InTurn(worker =>
        {
            try
            {
                new Job(worker, () => throw thrown).TryRun();
            }
            catch (InvalidOperationException e)
            {
                caught = e;
            }
        });
        Assert.That(caught, Is.SameAs(thrown));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Jobs_within_jobs_come_back_in_order()
    {
        List<string> order = [];
        await InTurn(worker => Nest(worker, 20, order));
        Assert.That(
            order,
            Is.EqualTo(
                Enumerable.Range(1, 20).Reverse().Select(static depth => $"in {depth}").Concat(Enumerable.Range(1, 20).Select(static depth => $"out {depth}"))
            )
        );
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task What_a_job_starts_and_wakes_is_not_lost()
    {
        using CountdownEvent ran = new(100);
        await using SchedulerBench bench = new(1);
        bench.Scheduler.QueueChild(
            new ScriptedThread(
                bench.Share,
                0,
                (_, worker) =>
                {
                    for (int i = 0; i < 50; i++)
                    {
                        new Job(
                            worker,
                            () =>
                            {
                                bench.Scheduler.QueueChild(Signaller(bench, ran));
                                bench.Scheduler.Queue(Signaller(bench, ran));
                            }
                        ).TryRun();
                    }

                    return TurnEnd.Left;
                }
            )
        );
        Assert.That(ran.Wait(SchedulerBench.DeadlockGuard), Is.True, $"{ran.CurrentCount} threads were lost");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_turn_whose_job_blocks_can_be_handed_off()
    {
        using CountdownEvent ran = new(2);
        using ManualResetEventSlim inJob = new();
        using ManualResetEventSlim release = new();
        await using SchedulerBench bench = new(1);
        bench.Scheduler.QueueChild(
            new ScriptedThread(
                bench.Share,
                0,
                (_, worker) =>
                {
                    bench.Scheduler.QueueChild(Signaller(bench, ran));
                    new Job(
                        worker,
                        () =>
                        {
                            inJob.Set();
                            release.Wait();
                            // The queue is gone meanwhile; this one is injected.
                            bench.Scheduler.QueueChild(Signaller(bench, ran));
                        }
                    ).TryRun();
                    return TurnEnd.Left;
                }
            )
        );
        inJob.Wait();
        bool taken = bench.TryHandOff(bench.Scheduler.Queues[0].Owner!);
        bool behindRan = SpinWait.SpinUntil(() => ran.CurrentCount == 1, SchedulerBench.DeadlockGuard);
        release.Set();
        Assert.That((taken, behindRan, ran.Wait(SchedulerBench.DeadlockGuard)), Is.EqualTo((true, true, true)));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Without_a_kernel_thread_to_lend_the_job_says_so_and_does_not_run()
    {
        bool? run = null;
        bool ranBody = false;
        bool ranLater = false;
        await InTurn(worker =>
        {
            List<Worker> all = [];
            while (worker.Scheduler.Spares.Take() is { } spare)
            {
                all.Add(spare);
            }

            run = new Job(worker, () => ranBody = true).TryRun();
            all.ForEach(static spare => spare.Parker.Unpark());
            ranLater = SpinWait.SpinUntil(() => new Job(worker, static () => { }).TryRun(), SchedulerBench.DeadlockGuard);
        });
        Assert.That((run, ranBody, ranLater), Is.EqualTo(((bool?)false, false, true)));
    }

    /// <summary>Through the real thing: a chain of calls that needs the stacks of several kernel threads, and suspends at its end.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task A_chain_of_calls_deeper_than_one_stack_comes_back()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
        int[] depths =
        [
            await process.InvokeAsync(static () => Deep(30_000, suspend: false)),
            await process.InvokeAsync(static () => Deep(30_000, suspend: true)),
        ];
        Assert.That(depths, Is.EqualTo([30_000, 30_000]));

        static async TroopTask<int> Deep(int depth, bool suspend)
        {
            if (depth > 0)
            {
                return 1 + await Deep(depth - 1, suspend);
            }

            if (suspend)
            {
                await TroopTask.Yield();
            }

            return 0;
        }
    }

    private static void Nest(Worker worker, int depth, List<string> order)
    {
        if (depth > 0)
        {
            order.Add($"in {depth}");
            new Job(worker, () => Nest(worker, depth - 1, order)).TryRun();
            order.Add($"out {depth}");
        }
    }

    private static ScriptedThread Signaller(SchedulerBench bench, CountdownEvent ran) =>
        new(
            bench.Share,
            1,
            (_, _) =>
            {
                ran.Signal();
                return TurnEnd.Left;
            }
        );

    private static async Task InTurn(Action<Worker> turn)
    {
        await using SchedulerBench bench = new(1);
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Scheduler.QueueChild(
            new ScriptedThread(
                bench.Share,
                0,
                (_, worker) =>
                {
                    turn(worker);
                    ended.SetResult();
                    return TurnEnd.Left;
                }
            )
        );
        await ended.Task.WaitAsync(SchedulerBench.DeadlockGuard);
    }

    private sealed class Job(Worker worker, Action body) : StackJob(worker)
    {
        protected override void Body() => body();
    }
}
