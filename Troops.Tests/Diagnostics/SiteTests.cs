using System.Runtime.CompilerServices;
using System.Text.Json;
using Troops.Diagnostics;
using Troops.Sharing;
using Troops.Tasks;
using Troops.Tests.Support;
using Troops.Tests.Tasks.Copies;

namespace Troops.Tests.Diagnostics;

/// <summary>A dump names the line at which a copy waits, and who awaits it.</summary>
[TestFixture, Category("Unit")]
internal sealed class SiteTests
{
    [Test]
    public async Task It_shows_files_lines_and_the_stack_of_awaits()
    {
        await using TroopProcess process = InThread.Process(1);
        Channel<int> numbers = new(0);
        Task<int> sum = process.InvokeAsync(() => HandCopies.__troop_Run_11aa(numbers)).AsTask();
        ThreadDump thread = await Parked(process);

        Assert.That(
            thread.Tasks.Select(static task => $"{task}"),
            Is.EqualTo((string[])["HandCopies.Run (Shop.cs:8) waits for HandCopies.Sum", "HandCopies.Sum (Shop.cs:12) waits for Channel.MoveNext"])
        );
        TaskDump inner = thread.Tasks[1];
        Assert.That((inner.File, inner.Line, inner.AwaitedBy), Is.EqualTo(("/src/shop/Shop.cs", 12, thread.Tasks[0])));
        Assert.That(thread.Tasks[0].AwaitedBy, Is.Null);

        ProcessDump dump = process.Dump();
        string text = dump.ToString();
        Assert.That(
            text[(text.IndexOf("      ", StringComparison.Ordinal))..],
            Is.EqualTo("      HandCopies.Sum (Shop.cs:12) waits for Channel.MoveNext\n        awaited by HandCopies.Run (Shop.cs:8)\n")
        );
        using JsonDocument json = JsonDocument.Parse(dump.ToJson());
        JsonElement tasks = json.RootElement.GetProperty("troops")[0].GetProperty("threads")[0].GetProperty("tasks");
        Assert.That(tasks[1].GetProperty("awaitedBy").GetRawText(), Is.EqualTo("""[{"name":"HandCopies.Run","file":"/src/shop/Shop.cs","line":8}]"""));
        Assert.That(tasks[0].TryGetProperty("awaitedBy", out _), Is.False);

        await numbers.SendAsync(7);
        numbers.Close();
        Assert.That(await sum.OrHang(), Is.EqualTo(7));
    }

    [Test]
    public async Task A_preempted_task_is_ready_at_the_line_of_its_loop()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        ThreadDump? seen = null;
        await process
            .InvokeAsync(() =>
            {
                // It runs when the loop below has given way, and sees its thread where it stands.
                TroopThread.Start(() => seen = process.Dump().Troops.Single().Threads.Single(static thread => thread.State == ThreadDumpState.Queued));
                return HandCopies.Nested(1, () => Volatile.Read(ref seen) is not null, static () => TroopTask.CompletedTask, []);
            })
            .OrHang();

        Assert.That(
            seen!.Tasks.Select(static task => $"{task}"),
            Is.EqualTo(
                (string[])
                    ["HandCopies.Nested waits for HandCopies.Nested", "HandCopies.Nested waits for HandCopies.Loop", "HandCopies.Loop (Shop.cs:23) is ready"]
            )
        );
        Assert.That(seen.Tasks[2].AwaitedBy, Is.SameAs(seen.Tasks[1]));
    }

    [Test]
    public async Task A_line_is_that_of_the_await_whatever_is_awaited()
    {
        TaskCompletionSource never = new();
        Assert.That(await LineOf(Foreign, never), Is.EqualTo(101));
        Assert.That(await LineOf(ForeignValue, never), Is.EqualTo(102));
        Assert.That(await LineOf(Configured, never), Is.EqualTo(103));
        Assert.That(await LineOf(Custom, never), Is.EqualTo(104));
        Assert.That(await LineOf(Sequence, never), Is.EqualTo(105));

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Foreign(TaskCompletionSource never) => await TroopSite.At(never.Task, 101);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask ForeignValue(TaskCompletionSource never) => await TroopSite.At(new ValueTask(never.Task), 102);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Configured(TaskCompletionSource never) => await TroopSite.At(never.Task.ConfigureAwait(false), 103);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Custom(TaskCompletionSource never) => await TroopSite.At(new CriticalAwaitable(static _ => { }), 104);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask Sequence(TaskCompletionSource never)
        {
            await foreach (int _ in TroopSite.In(Numbers(never), 105)) { }
        }

        static async IAsyncEnumerable<int> Numbers(TaskCompletionSource never)
        {
            await never.Task;
            yield return 1;
        }
    }

    [Test]
    public async Task A_note_that_was_passed_by_names_no_later_suspension()
    {
        TaskCompletionSource never = new();
        Assert.That(await LineOf(AfterComplete, never), Is.Zero);
        Assert.That(await LineOf(AfterAnotherKind, never), Is.Zero);
        Assert.That(await LineOf(AfterACall, never), Is.Zero);
        Assert.That(await LineOf(AfterASitedOne, never), Is.Zero);

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask AfterComplete(TaskCompletionSource never)
        {
            await TroopSite.At(Task.CompletedTask, 1);
            await never.Task;
        }

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask AfterAnotherKind(TaskCompletionSource never)
        {
            await TroopSite.At(new CriticalAwaitable(static _ => { }, static () => true), 2);
            await new ValueTask(never.Task);
        }

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask AfterACall(TaskCompletionSource never)
        {
            await TroopSite.At(new CriticalAwaitable(static _ => { }, static () => true), 3);
            await Steps.Pause(0);
            await never.Task;
        }

        [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
        static async TroopTask AfterASitedOne(TaskCompletionSource never)
        {
            await TroopSite.At(new CriticalAwaitable(static _ => { }, static () => true), 4);
            await TroopSite.At(Steps.Pause(1), 5);
            await never.Task;
        }
    }

    [TestCase("__troop_Sum_22bb", "HandCopies.Sum", 10)]
    [TestCase("__troop_Loop_33cc", "HandCopies.Loop", 20)]
    public void A_copy_has_the_name_that_its_author_gave_it(string method, string name, int line)
    {
        Type machine = typeof(HandCopies)
            .GetMethod(method, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .GetCustomAttributes(false)
            .OfType<AsyncStateMachineAttribute>()
            .Single()
            .StateMachineType;
        Assert.That(BodyPlaces.Of(machine), Is.EqualTo(new BodyPlace(name, "/src/shop/Shop.cs", line)));
    }

    [Test]
    public async Task A_lambda_in_a_copy_has_the_name_of_the_method_and_a_line()
    {
        await using TroopProcess process = InThread.Process(1);
        Channel<int> numbers = new(0);
        numbers.Close();
        string seen = "";
        await process
            .InvokeAsync(async () =>
            {
                TroopTask<int> sum = HandCopies.__troop_Sum_22bb(numbers);
                seen = string.Join('\n', process.Dump().Troops.Single().Threads.Single().Tasks);
                await sum;
            })
            .OrHang();
        Assert.That(seen, Does.Contain("HandCopies.Sum (Shop.cs:16) waits for HandCopies.Sum\nHandCopies.Sum (Shop.cs:15) waits for Steps.Pause"));
    }

    [Test]
    public async Task Tasks_that_await_each_other_do_not_hang_a_dump()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, ShutdownGrace = TimeSpan.Zero });
        Task circle = process
            .InvokeAsync(async () =>
            {
                TroopTask[] others = new TroopTask[2];
                others[0] = Await(others, 1);
                others[1] = Await(others, 0);
                await TroopTask.Delay(Timeout.InfiniteTimeSpan);
            })
            .AsTask();
        ThreadDump thread = await Parked(process);
        Assert.That(thread.Tasks, Has.Length.EqualTo(3));
        Assert.That(process.Dump().ToString(), Does.Contain("awaited by"));
        await process.DisposeAsync();
        await circle.FaultOrHang();

        static async TroopTask Await(TroopTask[] others, int other)
        {
            await TroopTask.Yield();
            await others[other];
        }
    }

    [Test]
    public void The_stack_of_ten_thousand_awaits_is_dumped_without_recursion_and_summed_up()
    {
        DumpBuilder builder = new([]);
        StackedTask? awaiter = null;
        for (int i = 0; i < 10_000; i++)
        {
            StackedTask next = new();
            if (awaiter is not null)
            {
                next.AwaitBy(awaiter);
            }

            builder.Add(next, TaskDumpState.Waiting, next);
            awaiter = next;
        }

        TaskDump innermost = builder.Take()[^1];
        int depth = 0;
        for (TaskDump? task = innermost; task is not null; task = task.AwaitedBy)
        {
            depth++;
        }

        Assert.That(depth, Is.EqualTo(10_000));
    }

    private static async Task<int> LineOf(Func<TaskCompletionSource, TroopTask> body, TaskCompletionSource never)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, ShutdownGrace = TimeSpan.Zero });
        TaskCompletionSource<int> line = new();
        _ = process.InvokeAsync(() => Waiting(body, never, line));
        return await line.Task.OrHang();

        static async TroopTask Waiting(Func<TaskCompletionSource, TroopTask> body, TaskCompletionSource never, TaskCompletionSource<int> line)
        {
            TroopTask task = body(never);
            while (task.Core!.WaitsFor is not ForeignWait)
            {
                await TroopTask.Yield();
            }

            line.SetResult(task.Core.Line);
            await task;
        }
    }

    private static async Task<ThreadDump> Parked(TroopProcess process)
    {
        while (true)
        {
            if (process.Dump().Troops.Single().Threads is [{ IsExact: true } thread])
            {
                return thread;
            }

            await Task.Yield();
        }
    }

    private sealed class StackedTask() : TaskCore(null)
    {
        internal override void Run() { }
    }
}
