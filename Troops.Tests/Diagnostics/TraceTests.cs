using System.Text;
using System.Text.Json;
using Troops.Sharing;
using Troops.Tests.Samples;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>A trace is a file that others can open, and says who ran where and why it stopped.</summary>
[TestFixture, Category("Unit")]
internal sealed class TraceTests
{
    [Test]
    public async Task It_shows_turns_and_why_they_ended()
    {
        TraceCheck trace = await Traced(
            1,
            static async process =>
            {
                Channel<int> channel = new(0);
                await process.InvokeAsync(async () =>
                {
                    TroopThread<int> receiver = TroopThread.Start(() => Receive(channel));
                    TroopThread named = TroopThread.Start(static () => { });
                    named.Name = "the named one";
                    await Steps.Pause(3);
                    await channel.SendAsync(1);
                    await receiver.Join();
                    await named.Join();
                });
            }
        );

        string here = $"{nameof(TraceTests)}.{nameof(It_shows_turns_and_why_they_ended)}";
        JsonElement[] turns = [.. trace.Turns];
        Assert.That(turns.Select(TraceCheck.Name), Has.Member(here).And.Member("the named one"));
        Assert.That(turns.Select(static turn => TraceCheck.Argument(turn, "end")), Has.Member("parked").And.Member("ended").And.Member("requeued"));
        Assert.That(turns.Select(static turn => TraceCheck.Argument(turn, "troop")), Has.All.EqualTo("main"));
        Assert.That(trace.Instants, Has.Member("park").And.Member("wake"));
        Assert.That(trace.Of("C").Select(TraceCheck.Name), Has.All.EqualTo("runnable threads").And.Not.Empty);

        // A thread keeps its name over its turns, and each has its own.
        ILookup<string, string> names = turns.ToLookup(static turn => TraceCheck.Argument(turn, "thread"), TraceCheck.Name);
        Assert.That(names.Select(static thread => thread.Distinct().Count()), Has.All.EqualTo(1));
        Assert.That(names, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_turn_that_gives_the_last_result_is_in_it_whenever_its_kernel_thread_comes_back_from_it()
    {
        for (int round = 0; round < 100; round++)
        {
            TraceCheck trace = await Traced(1, static process => process.InvokeAsync(static () => 5).AsTask());
            Assert.That(trace.Turns.Select(static turn => TraceCheck.Argument(turn, "end")).Single(), Is.EqualTo("ended").Or.EqualTo("under way"));
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_turn_that_goes_on_is_in_it_up_to_the_end_of_the_trace(bool beganBefore)
    {
        using ManualResetEventSlim release = new();
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using MemoryStream output = new();
        await using TroopProcess process = InThread.Process(1);
        SchedulerTrace? trace = beganBefore ? null : process.StartTrace(output);
        Task stuck = Stick(process, begun, release);
        await begun.Task.OrHang();
        trace ??= process.StartTrace(output);
        await trace.DisposeAsync().OrHang();
        release.Set();
        await stuck.OrHang();

        JsonElement turn = new TraceCheck(Encoding.UTF8.GetString(output.ToArray())).Turns.Single();
        Assert.That(TraceCheck.Argument(turn, "end"), Is.EqualTo("under way"));
        Assert.That(turn.GetProperty("dur").GetDouble(), Is.Positive);
        string body = $"{nameof(TraceTests)}.{nameof(Stick)}";
        Assert.That(TraceCheck.Name(turn), beganBefore ? Does.StartWith("thread ") : Is.EqualTo(body));
    }

    [Test]
    public async Task A_turn_that_began_before_the_trace_and_ended_in_it_is_not_in_it_when_the_process_ends_the_trace()
    {
        using ManualResetEventSlim release = new();
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using MemoryStream output = new();
        TroopProcess process = InThread.Process(1);
        Task stuck = Stick(process, begun, release);
        await begun.Task.OrHang();
        SchedulerTrace trace = process.StartTrace(output);
        release.Set();
        await stuck.OrHang();
        await process.DisposeAsync().OrHang();
        await trace.DisposeAsync().OrHang();
        Assert.That(new TraceCheck(Encoding.UTF8.GetString(output.ToArray())).Turns, Is.Empty);
    }

    [Test]
    public async Task A_worker_that_has_nothing_to_do_has_no_turn()
    {
        await using TroopProcess process = InThread.Process(1);
        await process.InvokeAsync(static () => { }).OrHang();
        while (!process.Scheduler.IsIdle)
        {
            await Task.Yield();
        }

        using MemoryStream output = new();
        await process.StartTrace(output).DisposeAsync().OrHang();
        Assert.That(new TraceCheck(Encoding.UTF8.GetString(output.ToArray())).Turns, Is.Empty);
    }

    [Test]
    public async Task It_shows_when_a_worker_sleeps()
    {
        TraceCheck trace = await Traced(
            1,
            static async process =>
            {
                // A worker that is about to sleep may find the new thread first; not every time.
                for (int round = 0; round < 10; round++)
                {
                    while (!process.Scheduler.IsIdle)
                    {
                        await Task.Yield();
                    }

                    await process.InvokeAsync(static () => { });
                }
            }
        );
        Assert.That(trace.Of("X").Select(TraceCheck.Name), Has.Member("asleep"));
    }

    [Test]
    public async Task It_shows_a_hand_off_and_the_turn_that_went_on_alone()
    {
        TraceCheck trace = await Traced(
            1,
            static async process =>
            {
                await process.InvokeAsync(() =>
                {
                    while (process.Scheduler.HandOffs == 0)
                    {
                        StuckWorker.For(TimeSpan.FromMilliseconds(1));
                    }
                });
                // The turn is recorded when its kernel thread is back from it, which may be after everybody knows of its end.
                await process.DisposeAsync();
            }
        );
        Assert.That(trace.Instants, Has.Member("hand-off"));
        Assert.That(trace.Turns.Select(static turn => TraceCheck.Argument(turn, "end")), Has.Member("handed off"));
    }

    [Test]
    public async Task A_trace_of_WordIndex_opens_and_shows_workers_threads_and_parks()
    {
        using TextFolder folder = new();
        for (int i = 0; i < 20; i++)
        {
            folder.Write($"{i}.txt", string.Concat(Enumerable.Repeat($"word number {i} ", 2_000)));
        }

        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"wordindex-{Guid.NewGuid():N}.json");
        try
        {
            WordIndexRun run = await WordIndexRun.Of(folder.Root, "--workers", "2", "--trace", file);
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            TraceCheck trace = new(await File.ReadAllTextAsync(file));
            string[] tracks =
            [
                .. trace.Of("M").Where(static one => TraceCheck.Name(one) == "thread_name").Select(static one => TraceCheck.Argument(one, "name")),
            ];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(tracks, Has.Member("worker 1").And.Member("worker 2"));
                Assert.That(trace.Turns.Select(static turn => TraceCheck.Argument(turn, "thread")).Distinct().Count(), Is.EqualTo(run.Summary.Threads));
                Assert.That(trace.Turns.Select(TraceCheck.Name), Has.Member("Indexer.Run"));
                Assert.That(trace.Instants, Has.Member("park"));
                Assert.That(trace.Turns.Select(static turn => TraceCheck.Argument(turn, "end")), Has.Member("parked").And.Member("ended"));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task WordIndex_names_a_trace_file_that_cannot_be_written()
    {
        using TextFolder folder = new();
        folder.Write("a.txt", "one word");
        WordIndexRun run = await WordIndexRun.Of(folder.Root, "--trace", Path.Combine(folder.Root, "no such folder", "trace.json"));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.ErrorLines.Single(), Does.StartWith("WordIndex: the trace: ").And.Contain("no such folder"));
    }

    [Test]
    public async Task What_the_file_cannot_take_is_dropped_and_counted_in_it()
    {
        using MemoryStream output = new();
        await using TroopProcess process = InThread.Process(1);
        SchedulerTrace trace = process.StartTrace(output, new TraceOptions { RecordsPerWorker = 16 });
        while (trace.Dropped == 0)
        {
            await process.InvokeAsync(static () => Steps.Pause(1_000)).OrHang();
        }

        await trace.DisposeAsync().OrHang();
        TraceCheck check = new(Encoding.UTF8.GetString(output.ToArray()));
        long told = check
            .Of("i")
            .Where(static one => TraceCheck.Name(one) == "dropped")
            .Max(static one => long.Parse(TraceCheck.Argument(one, "records"), null));
        Assert.That(told, Is.EqualTo(trace.Dropped));
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_an_error_at_once_and_the_process_goes_on()
    {
        await using TroopProcess process = InThread.Process(1);
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "no such folder", "trace.json");
        Assert.That(() => process.StartTrace(path), Throws.InstanceOf<IOException>().With.Message.Contains("no such folder"));
        Assert.That(() => process.StartTrace(" "), Throws.ArgumentException);
        Assert.That(() => process.StartTrace((Stream)null!), Throws.ArgumentNullException);
        Assert.That(() => process.StartTrace(new MemoryStream([], writable: false)), Throws.ArgumentException.With.Message.Contains("can be written"));
        Assert.That(() => process.StartTrace(new BrokenStream(10)), Throws.InstanceOf<IOException>().With.Message.Contains("full"));
        Assert.That(() => new TraceOptions { RecordsPerWorker = 15 }, Throws.InstanceOf<ArgumentOutOfRangeException>());

        // None of them stands in the way of the next.
        using MemoryStream output = new();
        await process.StartTrace(output).DisposeAsync().OrHang();
        _ = new TraceCheck(Encoding.UTF8.GetString(output.ToArray()));
    }

    [Test]
    public async Task A_disk_that_is_full_in_the_middle_is_an_event_and_an_error_at_the_end_and_the_process_goes_on()
    {
        using RecordedEvents events = new();
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Name = "on a full disk" });
        using BrokenStream output = new(2_000);
        SchedulerTrace trace = process.StartTrace(output);
        Task<RecordedEvent> failed = events.First("TraceFailed", "on a full disk");
        while (!failed.IsCompleted)
        {
            await process.InvokeAsync(static () => Steps.Pause(10)).OrHang();
        }

        Exception? error = await trace.DisposeAsync().AsTask().FaultOrHang();
        Assert.That(error, Is.InstanceOf<IOException>().With.Message.Contains("the disk is full").And.InnerException.Not.Null);
        Assert.That(await process.InvokeAsync(static () => 5).OrHang(), Is.EqualTo(5));
        await using SchedulerTrace next = process.StartTrace(new MemoryStream());
    }

    [Test]
    public async Task There_is_one_trace_at_a_time_and_none_after_the_end()
    {
        using RecordedEvents events = new();
        TroopProcess process = new(new TroopProcessOptions { Workers = 1, Name = "traced to the end" });
        using MemoryStream output = new();
        SchedulerTrace trace = process.StartTrace(output);
        Assert.That(() => process.StartTrace("never.json"), Throws.InvalidOperationException.With.Message.Contains("already"));
        Assert.That(File.Exists("never.json"), Is.False);
        await process.InvokeAsync(static () => { }).OrHang();

        // The process ends the trace.
        await process.DisposeAsync().OrHang();
        await events.First("TraceEnded", "traced to the end");
        Assert.That(new TraceCheck(Encoding.UTF8.GetString(output.ToArray())).Turns, Is.Not.Empty);
        Assert.That(() => process.StartTrace(output), Throws.InstanceOf<ObjectDisposedException>());
        await trace.DisposeAsync().OrHang();
    }

    [TroopTask]
    private static async TroopTask<int> Receive(Channel<int> channel) => await channel.ReceiveAsync();

    /// <summary>One turn, which lasts until it is released.</summary>
    private static Task Stick(TroopProcess process, TaskCompletionSource begun, ManualResetEventSlim release) =>
        process
            .InvokeAsync(() =>
            {
                begun.SetResult();
                release.Wait();
            })
            .AsTask();

    private static async Task<TraceCheck> Traced(int workers, Func<TroopProcess, Task> work)
    {
        using MemoryStream output = new();
        await using TroopProcess process = InThread.Process(workers);
        SchedulerTrace trace = process.StartTrace(output);
        await work(process).OrHang();
        await trace.DisposeAsync().OrHang();
        Assert.That(trace.Dropped, Is.Zero);
        return new TraceCheck(Encoding.UTF8.GetString(output.ToArray()));
    }
}
