using System.Text.Json;
using System.Text.RegularExpressions;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>A dump says what there is, and disturbs nobody.</summary>
[TestFixture, Category("Unit")]
internal sealed partial class DumpTests
{
    [Test]
    public async Task It_shows_what_each_task_of_a_parked_thread_waits_for()
    {
        await using TroopProcess process = Shop("shop");
        Channel<int> orders = new(0);
        TaskCompletionSource never = new();
        TroopThread clerk = await process.InvokeAsync(() => TroopThread.Start(() => Clerk(orders))).OrHang();
        TroopThread boss = await process
            .InvokeAsync(() =>
                TroopThread.Start(async () =>
                {
                    TroopThread.Current.Name = "boss";
                    await clerk.Join();
                })
            )
            .OrHang();
        TroopThread guest = await process.InvokeAsync(() => TroopThread.Start(async () => await never.Task)).OrHang();
        await AllParked(process, 3);

        ProcessDump dump = process.Dump();
        TroopDump main = dump.Troops.Single();
        Assert.That((dump.Name, dump.Workers, main.Name, main.ThreadCount, main.IsStopped), Is.EqualTo(("shop", 1, "main", 3, false)));
        Assert.That(main.Threads.Select(static thread => (thread.State, thread.IsExact)), Has.All.EqualTo((ThreadDumpState.Parked, true)));
        Assert.That(Tasks(main, clerk), Is.EqualTo((string[])["DumpTests.Clerk waits for DumpTests.Take", "DumpTests.Take waits for Channel.Receive"]));
        Assert.That(Tasks(main, boss).Single(), Does.EndWith($"waits for Join (thread {clerk.Id})"));
        Assert.That(Tasks(main, guest).Single(), Does.EndWith("waits for foreign awaitable"));
        Assert.That(main.Threads.Single(thread => thread.Id == boss.Id).Name, Is.EqualTo("boss"));

        never.SetResult();
        await orders.SendAsync(7);
        await boss.Join().OrHang();
        await guest.Join().OrHang();
        Assert.That(process.Dump().Troops.Single().Threads, Is.Empty);
    }

    [Test]
    public async Task It_shows_tasks_that_await_each_other_in_a_circle()
    {
        await using TroopProcess process = Shop("shop");
        TroopThread stuck = await process
            .InvokeAsync(static () =>
                TroopThread.Start(static async () =>
                {
                    TroopTask[] circle = new TroopTask[2];
                    circle[0] = Turn(circle, 1);
                    circle[1] = Turn(circle, 0);
                    await TroopTask.Yield();
                })
            )
            .OrHang();
        await AllParked(process, 1);

        Assert.That(
            Tasks(process.Dump().Troops.Single(), stuck),
            Is.EquivalentTo((string[])["DumpTests.Turn waits for DumpTests.Turn", "DumpTests.Turn waits for DumpTests.Turn"])
        );
    }

    [Test]
    public async Task It_shows_who_is_about_to_go_on()
    {
        await using TroopProcess process = Shop("shop");
        ThreadDump? seen = await process
            .InvokeAsync(async () =>
            {
                TroopTask outer = Outer();
                await TroopTask.Yield();
                ThreadDump dump = process.Dump().Troops.Single().Threads.Single();
                await outer;
                return dump;
            })
            .OrHang();

        Assert.That(
            seen!.Tasks.Select(static task => $"{task}"),
            Does.Contain("DumpTests.Outer waits for DumpTests.Pause").And.Not.Contain("DumpTests.Pause is ready")
        );
    }

    [Test]
    public async Task It_shows_who_runs_and_who_is_queued()
    {
        await using TroopProcess process = InThread.Process(1);
        TroopDump main = await process
            .InvokeAsync(async () =>
            {
                TroopThread next = TroopThread.Start(static () => { });
                TroopDump seen = process.Dump().Troops.Single();
                await next.Join();
                return seen;
            })
            .OrHang();

        string here = $"{nameof(DumpTests)}.{nameof(It_shows_who_runs_and_who_is_queued)}";
        Assert.That(
            main.Threads.Select(static thread => (thread.State, thread.IsExact, $"{thread.Tasks.Single()}")),
            Is.EquivalentTo([(ThreadDumpState.Running, false, $"{here} runs"), (ThreadDumpState.Queued, false, $"{here} is ready")])
        );
    }

    [Test]
    public async Task It_shows_threads_that_came_from_outside_and_those_of_a_killed_troop()
    {
        await using TroopProcess process = InThread.Process(1);
        Troop doomed = process.CreateTroop("doomed");
        OneSignal running = new();
        OneSignal go = new();
        Task holder = process
            .InvokeAsync(() =>
            {
                running.Set();
                while (!go.Unguarded.IsCompleted)
                {
                    StuckWorker.For(TimeSpan.FromMilliseconds(1));
                }
            })
            .AsTask();
        await running.Task;
        Task injected = doomed.InvokeAsync(static async () => await TroopTask.Yield()).AsTask();
        TroopDump[] troops = [.. process.Dump().Troops];
        go.Set();
        await holder.OrHang();
        await injected.OrHang();
        Assert.That(troops.Select(static troop => (troop.Name, troop.Threads.Length)), Is.EqualTo(((string, int)[])[("main", 1), ("doomed", 1)]));
    }

    [Test]
    public async Task A_combination_says_how_many_of_its_tasks_are_open()
    {
        await using TroopProcess process = InThread.Process(1);
        Channel<int> channel = new(0);
        Task<int> sum = process
            .InvokeAsync(async () =>
            {
                var (a, b) = await TroopTask.WhenAll(channel.ReceiveAsync(), channel.ReceiveAsync());
                return a + b;
            })
            .AsTask();
        await AllParked(process, 1);
        await channel.SendAsync(1);
        await AllParked(process, 1);
        TaskDump waiting = process.Dump().Troops.Single().Threads.Single().Tasks.Single();
        Assert.That((waiting.WaitsFor, waiting.Subject), Is.EqualTo(("WhenAll", "1 of 2 tasks")));
        await channel.SendAsync(2);
        Assert.That(await sum.OrHang(), Is.EqualTo(3));
    }

    [Test]
    public async Task Its_text_sums_up_threads_that_do_the_same()
    {
        await using TroopProcess process = Shop("shop");
        Channel<int> orders = new(0);
        await process
            .InvokeAsync(() =>
            {
                for (int i = 0; i < 50; i++)
                {
                    TroopThread.Start(() => Clerk(orders));
                }

                TroopThread.Start(() => Clerk(orders)).Name = "the first";
            })
            .OrHang();
        await AllParked(process, 51);

        string text = process.Dump().ToString();
        Snapshot.Verify(Varying().Replace(Ages().Replace(text, "AGE"), "N"));
    }

    [Test]
    public async Task Its_JSON_has_every_thread()
    {
        await using TroopProcess process = Shop("shop \"1\"");
        Channel<int> orders = new(0);
        await process
            .InvokeAsync(() =>
            {
                for (int i = 0; i < 30; i++)
                {
                    TroopThread.Start(() => Clerk(orders));
                }
            })
            .OrHang();
        await AllParked(process, 30);

        ProcessDump dump = process.Dump();
        using JsonDocument json = JsonDocument.Parse(dump.ToJson());
        JsonElement[] threads = [.. json.RootElement.GetProperty("troops")[0].GetProperty("threads").EnumerateArray()];
        Assert.That(json.RootElement.GetProperty("process").GetString(), Is.EqualTo("shop \"1\""));
        Assert.That(threads.Select(static thread => thread.GetProperty("id").GetInt64()).Distinct().Count(), Is.EqualTo(30));
        Snapshot.Verify(Numbers().Replace(JsonSerializer.Serialize(threads[0], Indented), "0"));

        using MemoryStream stream = new();
        dump.WriteJson(stream);
        Assert.That(System.Text.Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(dump.ToJson()));
    }

    [Test]
    public async Task An_age_is_the_time_since_the_start_also_after_the_process_was_idle()
    {
        await using TroopProcess process = InThread.Process(1);
        Channel<int> channel = new(0);
        Task<int> old = process.InvokeAsync(async () => await channel.ReceiveAsync()).AsTask();
        await AllParked(process, 1);
        StuckWorker.For(TimeSpan.FromMilliseconds(300));
        Task<int> young = process.InvokeAsync(async () => await channel.ReceiveAsync()).AsTask();
        await AllParked(process, 2);

        TimeSpan[] ages = [.. process.Dump().Troops.Single().Threads.Select(static thread => thread.Age).Order()];
        Assert.That(ages[1] - ages[0], Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(280)));
        await channel.SendAsync(1);
        await channel.SendAsync(2);
        Assert.That(await old.OrHang() + await young.OrHang(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_disposed_process_has_an_empty_dump()
    {
        TroopProcess process = InThread.Process(1);
        await process.DisposeAsync();
        Assert.That(process.Dump().Troops, Is.Empty);
    }

    /// <summary>Threads that still wait at the end of a test are killed at once.</summary>
    private static TroopProcess Shop(string name) =>
        new(
            new TroopProcessOptions
            {
                Workers = 1,
                Name = name,
                ShutdownGrace = TimeSpan.Zero,
            }
        );

    [TroopTask]
    private static async TroopTask Clerk(Channel<int> orders) => await Take(orders);

    /// <summary>Its first suspension is for a body that ends.</summary>
    [TroopTask]
    private static async TroopTask Turn(TroopTask[] circle, int next)
    {
        await Pause();
        await circle[next];
    }

    [TroopTask]
    private static async TroopTask Outer() => await Pause();

    [TroopTask]
    private static async TroopTask Pause() => await TroopTask.Yield();

    [TroopTask]
    private static async TroopTask<int> Take(Channel<int> orders) => await orders.ReceiveAsync();

    private static string[] Tasks(TroopDump troop, TroopThread thread) =>
        [.. troop.Threads.Single(dump => dump.Id == thread.Id).Tasks.Select(static task => task.ToString())];

    /// <summary>Ends when so many threads are there, and all are parked.</summary>
    private static async Task AllParked(TroopProcess process, int threads)
    {
        while (process.Main.ThreadCount != threads || process.Dump().Troops.Single().Threads.Count(static thread => thread.IsExact) != threads)
        {
            await Task.Yield();
        }
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [GeneratedRegex(@"\d+(\.\d+)? s( to \d+(\.\d+)? s)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ages();

    [GeneratedRegex(@"(?<=thread |, )\d+(?= kernel threads| ')", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Varying();

    [GeneratedRegex("(?<=\"(id|ageMilliseconds)\": )\\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbers();
}
