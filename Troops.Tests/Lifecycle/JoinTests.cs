using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>The end of a thread and what it leaves behind: moved to the first join, shared or copied after that.</summary>
[Category("Unit")]
public sealed class JoinTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = new TroopProcess(new TroopProcessOptions { Workers = 2 });

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task The_first_join_gets_the_very_object()
    {
        List<int> made = [1];
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<List<int>> thread = TroopThread.Start(() => made);
                Assert.That(await thread.Join(), Is.SameAs(made));
            })
            .OrHang();
    }

    [Test]
    public async Task A_second_join_of_what_cannot_be_shared_throws_at_once_and_names_the_type_and_the_remedy()
    {
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<List<int>> thread = TroopThread.Start(() => new List<int>());
                await thread.Join();
                Assert.That(
                    () => thread.Join(),
                    Throws.InvalidOperationException.With.Message.Contains("List").And.Message.Contains("first Join").And.Message.Contains("[Immutable]")
                );
            })
            .OrHang();
    }

    [Test]
    public async Task A_second_join_that_comes_before_the_end_throws_too()
    {
        await process
            .InvokeAsync(async () =>
            {
                OneSignal go = new();
                TroopThread<List<int>> thread = TroopThread.Start(async () =>
                {
                    await go.Task;
                    return new List<int> { 7 };
                });
                TroopTask<List<int>> first = thread.Join();
                Assert.That(() => thread.Join(), Throws.InvalidOperationException);
                go.Set();
                Assert.That(await first, Is.EqualTo(new[] { 7 }));
            })
            .OrHang();
    }

    [Test]
    public async Task A_result_that_can_be_shared_goes_to_every_join_and_to_completion()
    {
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<string> text = TroopThread.Start(() => "shared");
                Assert.That(await text.Completion, Is.EqualTo("shared"));
                Assert.That(await text.Join(), Is.EqualTo("shared"));
                Assert.That(await text.Join(), Is.EqualTo("shared"));
                Assert.That(await text.Completion, Is.EqualTo("shared"));

                ImmutableThing thing = new(3);
                TroopThread<ImmutableThing> immutable = TroopThread.Start(() => thing);
                Assert.That(await immutable.Join(), Is.SameAs(thing));
                Assert.That(await immutable.Join(), Is.SameAs(thing));

                TroopThread<Channel<int>> safe = TroopThread.Start(() => new Channel<int>(1));
                Channel<int> first = await safe.Join();
                Assert.That(await safe.Join(), Is.SameAs(first));
            })
            .OrHang();
    }

    [Test]
    public async Task Completion_of_what_cannot_be_shared_throws_and_takes_nothing()
    {
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<List<int>> thread = TroopThread.Start(() => new List<int> { 1 });
                Assert.That(() => thread.Completion, Throws.InvalidOperationException.With.Message.Contains("List"));
                Assert.That(await thread.Join(), Has.Count.EqualTo(1));
            })
            .OrHang();
    }

    [Test]
    public async Task The_first_join_gets_the_fault_itself_and_the_later_ones_get_copies()
    {
        await process
            .InvokeAsync(async () =>
            {
                FormatException thrown = new("once");
                TroopThread thread = TroopThread.Start(() => throw thrown);
                Assert.That(await Fault(thread.Completion), Is.InstanceOf<TroopFault>());
                Assert.That(await Fault(thread.Join()), Is.SameAs(thrown));
                TroopFault copy = (TroopFault)(await Fault(thread.Join()))!;
                Assert.That(copy.FaultMessage, Is.EqualTo("once"));
                Assert.That(copy.FaultType, Is.EqualTo(typeof(FormatException).FullName));
                Assert.That(await Fault(thread.Join()), Is.Not.SameAs(copy));
            })
            .OrHang();
    }

    [Test]
    public async Task Joiners_of_every_kind_that_wait_all_get_the_end()
    {
        OneSignal go = new();
        await process
            .InvokeAsync(async () =>
            {
                TroopThread<string> thread = TroopThread.Start(async () =>
                {
                    await go.Task;
                    return "end";
                });
                TroopThread<string>[] others = [.. Enumerable.Range(0, 20).Select(_ => TroopThread.Start(async () => await thread.Join()))];
                TroopTask<string> completion = thread.Completion;
                TroopTask<string> join = thread.Join();
                await TroopTask.Yield();
                go.Set();
                Assert.That(await completion, Is.EqualTo("end"));
                Assert.That(await join, Is.EqualTo("end"));
                foreach (TroopThread<string> other in others)
                {
                    Assert.That(await other.Join(), Is.EqualTo("end"));
                }
            })
            .OrHang();
    }

    [Test]
    public async Task A_thread_that_joins_itself_is_told_at_once()
    {
        await process
            .InvokeAsync(() =>
            {
                TroopThread self = TroopThread.Current;
                Assert.That(() => self.Join(), Throws.InvalidOperationException.With.Message.Contains("cannot join itself"));
                Assert.That(() => self.Completion, Throws.InvalidOperationException.With.Message.Contains("cannot join itself"));
            })
            .OrHang();
    }

    [Test]
    public async Task A_thread_of_another_troop_cannot_be_joined()
    {
        Troop other = process.CreateTroop("walled");
        TroopThread? thread = null;
        await other
            .InvokeAsync(() =>
            {
                thread = TroopThread.Start(() => { });
            })
            .OrHang();
        await process
            .InvokeAsync(() => Assert.That(() => thread!.Join(), Throws.InvalidOperationException.With.Message.Contains("walled").And.Message.Contains("main")))
            .OrHang();
        // The refused join has claimed nothing.
        await thread!.Join().OrHang();
    }

    [Test]
    public async Task Joins_at_the_end_itself_lose_nothing()
    {
        await process
            .InvokeAsync(async () =>
            {
                for (int i = 0; i < 200_000; i++)
                {
                    int value = i;
                    TroopThread<Box> thread = TroopThread.Start(() => new Box(value));
                    if ((i & 1) == 0)
                    {
                        await TroopTask.Yield();
                    }

                    Assert.That((await thread.Join()).Value, Is.EqualTo(i));
                }
            })
            .OrHang();
        Assert.That(process.Main.IsStopped, Is.False);
    }

    private static async Task<Exception?> Fault(TroopTask task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    [Immutable]
    private sealed record ImmutableThing(int Value);

    private sealed class Box(int value)
    {
        internal int Value => value;
    }

    [Test]
    public async Task A_join_that_is_the_body_of_a_thread_leaves_the_other_joiners_alone() =>
        await process
            .InvokeAsync(async () =>
            {
                Troops.Sharing.Signal go = new();
                TroopThread target = TroopThread.Start(() => go.WaitAsync());
                TroopThread[] joiners = [.. Enumerable.Range(0, 5).Select(_ => TroopThread.Start(() => target.Completion))];
                await TroopTask.Yield();
                go.Set();
                foreach (TroopThread joiner in joiners)
                {
                    await joiner.Join();
                }
            })
            .OrHang();
}
