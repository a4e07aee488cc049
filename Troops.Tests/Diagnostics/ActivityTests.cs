using System.Collections.Concurrent;
using System.Diagnostics;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>A thread is an activity for those who listen; its parent is the one that was current where it was started.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
internal sealed class ActivityTests
{
    private readonly ConcurrentQueue<Activity> stopped = new();

    [SetUp]
    public void Forget() => stopped.Clear();

    [Test]
    public async Task A_thread_is_an_activity_below_the_one_that_started_it()
    {
        using ActivityListener listener = Listen();
        await using TroopProcess process = InThread.Process(1);
        using Activity outer = new Activity("outer").Start();
        await process
            .InvokeAsync(async () =>
            {
                Activity mine = Activity.Current!;
                await TroopThread
                    .Start(async () =>
                    {
                        Activity inner = Activity.Current!;
                        await TroopTask.Yield();
                        Assert.That(Activity.Current, Is.SameAs(inner).And.Not.SameAs(mine));
                    })
                    .Join();
                Assert.That(Activity.Current, Is.SameAs(mine));
            })
            .OrHang();

        Activity[] seen = Of(process);
        Assert.That(seen, Has.Length.EqualTo(2));
        Assert.That(seen[1].ParentSpanId, Is.EqualTo(outer.SpanId));
        Assert.That(seen[0].ParentSpanId, Is.EqualTo(seen[1].SpanId));
        Assert.That(seen.Select(static activity => activity.Status), Has.All.EqualTo(ActivityStatusCode.Unset));
        Assert.That(seen[0].DisplayName, Is.EqualTo($"{nameof(ActivityTests)}.{nameof(A_thread_is_an_activity_below_the_one_that_started_it)}"));
        Assert.That(seen[0].GetTagItem("troops.troop"), Is.EqualTo("main"));
        Assert.That(Activity.Current, Is.SameAs(outer));
    }

    [Test]
    public async Task The_context_crosses_into_another_troop_and_nothing_else_does()
    {
        using ActivityListener listener = Listen();
        await using TroopProcess process = InThread.Process(1);
        Troop other = process.CreateTroop("other");
        using Activity outer = new Activity("outer").SetBaggage("secret", "yes").Start();
        await other
            .InvokeAsync(static () =>
                Assert.That((Activity.Current!.GetBaggageItem("secret"), Activity.Current.Parent), Is.EqualTo(((string?)null, (Activity?)null)))
            )
            .OrHang();
        Assert.That(Of(process).Single().ParentSpanId, Is.EqualTo(outer.SpanId));
    }

    [Test]
    public async Task A_fault_is_the_status_of_the_activity()
    {
        using ActivityListener listener = Listen();
        await using TroopProcess process = InThread.Process(1);
        await process.InvokeAsync(() => throw new FormatException("bad page")).AsTask().FaultOrHang();
        Activity seen = Of(process).Single();
        Assert.That((seen.Status, seen.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, "bad page")));
    }

    [Test]
    public async Task The_worker_is_clean_after_an_activity()
    {
        using ActivityListener listener = Listen();
        await using TroopProcess process = InThread.Process(1);
        using (new Activity("outer").Start())
        {
            await process.InvokeAsync(static () => { }).OrHang();
        }

        // The thread must not bring a context of its own: what it sees is what the worker was left with.
        listener.Dispose();
        Task<Activity?> seen;
        using (ExecutionContext.SuppressFlow())
        {
            seen = process.InvokeAsync(static () => Activity.Current).AsTask();
        }

        Assert.That(await seen.OrHang(), Is.Null);
    }

    [Test]
    public async Task A_listener_that_throws_costs_no_thread()
    {
        using RecordedEvents events = new();
        using ActivityListener listener = Listen();
        listener.ActivityStarted = static activity => throw new InvalidOperationException($"listener of {activity.OperationName}");
        await using TroopProcess process = InThread.Process(1);
        Assert.That(await process.InvokeAsync(static () => 5).OrHang(), Is.EqualTo(5));
        await events.First("CallbackThrew", "listener of troops.thread");
    }

    private ActivityListener Listen()
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Troops",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private Activity[] Of(TroopProcess process) => [.. stopped.Where(activity => (string?)activity.GetTagItem("troops.process") == process.Name)];
}
