using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Troops.Scheduling;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks.Copies;

/// <summary>Laws 1 and 2 of a copy that runs out of its slice in a loop. One worker and no watchdog: nobody but the body can give way.</summary>
[TestFixture, Category("Unit")]
internal sealed class PreemptedCopyTests
{
    private const int Ticks = 3;

    [Test]
    public async Task A_loop_in_a_copy_lets_other_threads_run_and_keeps_its_worker()
    {
        await using TroopProcess process = Alone();
        int rounds = await process
            .InvokeAsync(static () =>
            {
                Ticker ticker = Ticker.Start();
                return HandCopies.__troop_Loop_33cc(() => ticker.Count >= Ticks);
            })
            .OrHang();
        Assert.That(rounds, Is.Positive);
        Assert.That(process.Scheduler.HandOffs, Is.Zero);
    }

    [Test]
    public async Task No_sibling_runs_while_a_copy_is_preempted()
    {
        await using TroopProcess process = Alone();
        string order = await process.InvokeAsync(static () => Parent()).OrHang();
        Assert.That(order, Is.EqualTo("busy, sibling"));
        Assert.That(process.Scheduler.HandOffs, Is.Zero);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<string> Parent()
        {
            List<string> order = [];
            TroopTask sibling = Sibling(order);
            Ticker ticker = Ticker.Start();
            await TroopSite.At(HandCopies.__troop_Loop_33cc(() => ticker.Count >= Ticks), 1);
            order.Add("busy");
            await sibling;
            return string.Join(", ", order);
        }
    }

    [Test]
    public async Task A_copy_that_is_started_apart_hands_off_and_neither_its_caller_nor_a_sibling_runs()
    {
        await using TroopProcess process = Alone();
        string order = await process.InvokeAsync(static () => Parent()).OrHang();
        Assert.That(order, Is.EqualTo("looped, caller, sibling"));
        Assert.That(process.Scheduler.HandOffs, Is.Positive);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<string> Parent()
        {
            List<string> order = [];
            TroopTask sibling = Sibling(order);
            Ticker ticker = Ticker.Start();
            TroopTask<int> loop = HandCopies.__troop_Loop_33cc_started(() => ticker.Count >= Ticks);
            order.Add(loop.IsCompleted ? "looped" : "left");
            order.Add("caller");
            await sibling;
            await loop;
            return string.Join(", ", order);
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_ordinary_body_or_a_delegate_between_two_copies_makes_it_a_hand_off(bool isDelegate)
    {
        await using TroopProcess process = Alone();
        await process.InvokeAsync(() => Outer(isDelegate)).OrHang();
        Assert.That(process.Scheduler.HandOffs, Is.Positive);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Outer(bool isDelegate)
        {
            Ticker ticker = Ticker.Start();
            Func<TroopTask> ordinary = async () => await HandCopies.__troop_Loop_33cc(() => ticker.Count >= Ticks);
            await TroopSite.At(isDelegate ? ordinary() : Ordinary(ticker), 1);
        }

        static async TroopTask Ordinary(Ticker ticker) => await HandCopies.__troop_Loop_33cc(() => ticker.Count >= Ticks);
    }

    [Test]
    public async Task An_ordinary_body_that_was_resumed_is_still_none_to_step_back_from()
    {
        await using TroopProcess process = Alone();
        string order = await process.InvokeAsync(static () => Ordinary()).OrHang();
        Assert.That(order, Is.EqualTo("looped, goes on"));
        Assert.That(process.Scheduler.HandOffs, Is.Positive);

        static async TroopTask<string> Ordinary()
        {
            List<string> order = [];
            await TroopTask.Yield();
            Ticker ticker = Ticker.Start();
            TroopTask<int> loop = HandCopies.__troop_Loop_33cc(() => ticker.Count >= Ticks);
            order.Add(loop.IsCompleted ? "looped" : "left");
            order.Add("goes on");
            await loop;
            return string.Join(", ", order);
        }
    }

    [Test]
    public async Task A_check_where_nothing_can_be_awaited_hands_off()
    {
        await using TroopProcess process = Alone();
        await process.InvokeAsync(static () => Body()).OrHang();
        Assert.That(process.Scheduler.HandOffs, Is.Positive);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Body()
        {
            Ticker ticker = Ticker.Start();
            await TroopSite.At(TroopTask.Yield(), 1);
            while (ticker.Count < Ticks)
            {
                TroopFuel.Check();
            }
        }
    }

    [Test]
    public async Task A_loop_in_a_foreign_lambda_of_a_copy_hands_off_and_goes_on_inline()
    {
        await using TroopProcess process = Alone();
        string order = await process.InvokeAsync(static () => Body()).OrHang();
        Assert.That(order, Is.EqualTo("looped, caller, sibling"));
        Assert.That(process.Scheduler.HandOffs, Is.Positive);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<string> Body()
        {
            List<string> order = [];
            TroopTask sibling = Sibling(order);
            Ticker ticker = Ticker.Start();
            Func<Task> foreign = async () =>
            {
                while (ticker.Count < Ticks)
                {
                    if (TroopFuel.Spend())
                    {
                        await TroopFuel.Refill(1);
                    }
                }

                order.Add("looped");
            };
            Task task = foreign();
            order.Add("caller");
            await sibling;
            await task;
            return string.Join(", ", order);
        }
    }

    [Test]
    public async Task Three_deep_the_callers_go_on_from_the_inside_before_any_sibling()
    {
        await using TroopProcess process = Alone();
        List<string> order = await process.InvokeAsync(static () => Nest(static () => TroopTask.CompletedTask)).OrHang();
        Assert.That(order, Is.EqualTo(Unwound("looped", "level 0", "finally 0").Append("sibling")));
        Assert.That(process.Scheduler.HandOffs, Is.Zero);
    }

    [Test]
    public async Task Preempted_and_then_really_suspended_it_lets_its_siblings_run()
    {
        await using TroopProcess process = Alone();
        List<string> order = await process.InvokeAsync(static () => Nest(static () => Steps.Pause(1))).OrHang();
        Assert.That(order, Is.EqualTo(["looped", "sibling", .. Unwound("level 0", "finally 0")]));
    }

    [Test]
    public async Task After_a_real_suspension_its_callers_are_tasks_like_any_other()
    {
        await using TroopProcess process = Alone();
        List<string> order = await process.InvokeAsync(static () => Body()).OrHang();

        // The caller became ready after the sibling had yielded again, so it comes after it.
        Assert.That(order, Is.EqualTo(["looped", "one", "inner", "two", "outer"]));

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<List<string>> Body()
        {
            List<string> order = [];
            TroopTask sibling = Twice(order);
            await TroopSite.At(Inner(order), 1);
            order.Add("outer");
            await sibling;
            return order;
        }

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Inner(List<string> order)
        {
            Expire();
            if (TroopFuel.Spend())
            {
                await TroopFuel.Refill(1);
            }

            order.Add("looped");
            await TroopTask.Yield();
            order.Add("inner");
        }

        static async TroopTask Twice(List<string> order)
        {
            await TroopTask.Yield();
            order.Add("one");
            await TroopTask.Yield();
            order.Add("two");
        }
    }

    [Test]
    public async Task Preempted_and_then_faulted_it_throws_in_its_callers_before_any_sibling_runs()
    {
        await using TroopProcess process = Alone();
        List<string> order = await process.InvokeAsync(static () => Nest(static () => Steps.Fault("the bottom", 0))).OrHang();
        Assert.That(order, Is.EqualTo(["looped", "finally 0", "finally 1", "finally 2", "the bottom", "sibling"]));
    }

    [Test]
    public async Task Killed_while_preempted_it_unwinds_from_the_inside_and_no_sibling_runs_before()
    {
        await using TroopProcess process = Alone();
        Troop doomed = process.CreateTroop("doomed");
        List<string> order = [];
        OneSignal looping = new();
        Task body = doomed
            .InvokeAsync(() =>
                Loop(
                    () =>
                    {
                        looping.Set();
                        return false;
                    },
                    order
                )
            )
            .AsTask();
        await looping.Task;

        // Between two turns of the endless loop: this one is another troop's.
        await process.InvokeAsync(() => doomed.Kill("enough")).OrHang();
        Assert.That(await body.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(order, Is.EqualTo(["finally 0", "finally 1", "finally 2", "caught by the sibling"]));

        static async TroopTask Loop(Func<bool> isOver, List<string> order)
        {
            TroopTask sibling = Victim(order);
            await Nest(isOver, order);
            await sibling;
        }

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Nest(Func<bool> isOver, List<string> order) =>
            await TroopSite.At(HandCopies.Nested(2, isOver, static () => TroopTask.CompletedTask, order), 1);

        static async TroopTask Victim(List<string> order)
        {
            try
            {
                await TroopTask.Delay(Timeout.InfiniteTimeSpan);
            }
            finally
            {
                order.Add("caught by the sibling");
            }
        }
    }

    /// <summary>The limit is reached by the frames that leave the native stack, so the kill comes in the middle of that.</summary>
    [Test]
    public async Task Killed_while_its_callers_leave_the_stack_it_unwinds_before_them()
    {
        await using TroopProcess process = Alone();
        Troop doomed = process.CreateTroop("doomed", new TroopLimits { MaxTasks = 2 });
        List<string> order = [];
        Task body = doomed.InvokeAsync(() => Expired(order)).AsTask();
        Assert.That(await body.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        Assert.That(order, Is.EqualTo(["finally 0", "finally 1", "finally 2"]));

        static TroopTask Expired(List<string> order) =>
            HandCopies.Nested(
                2,
                static () =>
                {
                    Expire();
                    return false;
                },
                static () => TroopTask.CompletedTask,
                order
            );
    }

    [Test]
    public async Task A_thread_that_is_given_up_while_preempted_ends()
    {
        await using TroopProcess process = Alone();
        Troop doomed = process.CreateTroop("doomed");
        OneSignal looping = new();
        Task body = doomed.InvokeAsync(() => Stubborn(looping)).AsTask();
        await looping.Task;
        await process.InvokeAsync(() => doomed.Kill("enough")).OrHang();
        Assert.That(await body.FaultOrHang(), Is.InstanceOf<TroopKilledException>());
        await doomed.StopAsync(TimeSpan.Zero).OrHang();
        Assert.That(doomed.ThreadCount, Is.Zero);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Stubborn(OneSignal looping)
        {
            while (true)
            {
                try
                {
                    if (TroopFuel.Spend())
                    {
                        await TroopFuel.Refill(1);
                    }

                    looping.Set();
                }
                catch (TroopKilledException)
                {
                    // Somebody who will not hear.
                }
            }
        }
    }

    [Test]
    public async Task Many_copies_that_loop_share_one_worker_without_a_hand_off()
    {
        await using TroopProcess process = Alone();
        int rounds = await process.InvokeAsync(static () => All()).OrHang();
        Assert.That(rounds, Is.Positive);
        Assert.That(process.Scheduler.HandOffs, Is.Zero);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<int> All()
        {
            int[] turns = new int[4];
            TroopThread<int>[] threads =
            [
                .. Enumerable.Range(0, turns.Length).Select(me => TroopThread.Start(() => HandCopies.__troop_Loop_33cc(() => AllHaveHadTurns(turns, me)))),
            ];
            int rounds = 0;
            foreach (TroopThread<int> thread in threads)
            {
                rounds += await TroopSite.At(thread.Join(), 1);
            }

            return rounds;
        }

        static bool AllHaveHadTurns(int[] turns, int me)
        {
            Volatile.Write(ref turns[me], (int)Worker.Current!.Turns);
            return turns.All(static turn => turn > 0) && turns.Distinct().Count() == turns.Length && turns.Max() > 20;
        }
    }

    [Test]
    [SuppressMessage("Design", "TROOP000", Justification = "a context of the test's own")]
    public async Task What_a_body_has_set_as_its_context_is_there_after_a_preemption_and_with_no_sibling()
    {
        await using TroopProcess process = Alone();
        string seen = await process.InvokeAsync(static () => Outer()).OrHang();
        Assert.That(seen, Is.EqualTo("7 True True, then 7 False"));

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<string> Outer()
        {
            AsyncLocal<int> local = new();
            SynchronizationContext context = new();
            string inner = await TroopSite.At(Inner(local, context), 1);
            bool still = SynchronizationContext.Current == context;
            await TroopTask.Yield();
            return $"{inner} {still}, then {local.Value} {SynchronizationContext.Current == context}";
        }

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
        static async TroopTask<string> Inner(AsyncLocal<int> local, SynchronizationContext context)
        {
            Ticker ticker = Ticker.Start();
            local.Value = 7;
            SynchronizationContext.SetSynchronizationContext(context);
            while (ticker.Count < Ticks)
            {
                if (TroopFuel.Spend())
                {
                    await TroopFuel.Refill(1);
                }
            }

            return $"{local.Value} {SynchronizationContext.Current == context}";
        }
    }

    private static TroopProcess Alone() =>
        new(
            new TroopProcessOptions
            {
                Workers = 1,
                Watchdog = false,
                ShutdownGrace = TimeSpan.FromSeconds(1),
            }
        );

    private static void Expire() => Worker.Current!.ExpireSlice();

    private static string[] Unwound(params string[] first) => [.. first, "level 1", "finally 1", "level 2", "finally 2"];

    private static async TroopTask Sibling(List<string> order)
    {
        await TroopTask.Yield();
        order.Add("sibling");
    }

    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
    private static async TroopTask<List<string>> Nest(Func<TroopTask> then)
    {
        List<string> order = [];
        TroopTask sibling = Sibling(order);
        Ticker ticker = Ticker.Start();
        try
        {
            await TroopSite.At(HandCopies.Nested(2, () => ticker.Count >= Ticks, then, order), 1);
        }
        catch (FormatException fault)
        {
            order.Add(fault.Message);
        }

        await sibling;
        return order;
    }
}
