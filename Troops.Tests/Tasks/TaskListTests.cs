using System.Runtime.CompilerServices;
using CsCheck;
using Troops.Tasks;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

/// <summary>The thread's list of suspended tasks, against a plain list.</summary>
[TestFixture, Category("Model")]
internal sealed class TaskListTests
{
    /// <summary>How many ended tasks the list may keep beside as many as live.</summary>
    private const int Slack = 16;

    [Test]
    public async Task The_list_has_every_living_task_and_few_others()
    {
        await using TroopProcess process = InThread.Process(1);
        // An entry of 0 adds a task, another one ends the task at that place (modulo how many there are).
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 1000], static (kind, place) => kind == 0 ? 0 : place)
            .Array[0, 400]
            .Select(Gen.Int[0, 200])
            .Sample(
                (steps, first) =>
                {
                    TroopThread<int> thread = new(process.Main, static () => 0, context: null);
                    List<Listed> living = [];
                    for (int i = 0; i < first; i++)
                    {
                        Add(thread, living);
                    }

                    foreach (int step in steps)
                    {
                        if (step == 0 || living.Count == 0)
                        {
                            Add(thread, living);
                        }
                        else
                        {
                            End(thread, living, step % living.Count);
                        }

                        Check(thread, living);
                    }
                },
                threads: 1
            );
    }

    [TestCase("oldest")]
    [TestCase("newest")]
    [TestCase("half of the oldest, then the newest")]
    public async Task Ending_them_all_leaves_few_behind(string order)
    {
        await using TroopProcess process = InThread.Process(1);
        TroopThread<int> thread = new(process.Main, static () => 0, context: null);
        List<Listed> living = [];
        for (int i = 0; i < 10_000; i++)
        {
            Add(thread, living);
        }

        while (living.Count > 0)
        {
            bool oldest = order == "oldest" || (order != "newest" && living.Count > 5000);
            End(thread, living, oldest ? 0 : living.Count - 1);
        }

        Check(thread, living);
    }

    [Test]
    public async Task A_thread_that_lives_long_keeps_none_of_its_ended_tasks()
    {
        int left = await InThread.Run(static async () =>
        {
            TroopTask longest = Steps.Pause(1000);
            for (int i = 0; i < 100_000; i++)
            {
                TroopTask a = Steps.Pause(1);
                TroopTask b = Steps.Pause(2);
                TroopTask c = Steps.Pause(1);
                await a;
                await c;
                await b;
            }

            await longest;
            return Nodes(TroopThread.Current).Count;
        });

        Assert.That(left, Is.LessThan(4 * Slack));
    }

    [Test]
    public async Task An_ended_task_keeps_nothing_of_its_body()
    {
        WeakReference kept = await InThread.Run(static async () =>
        {
            (TroopTask task, WeakReference held) = Start();
            while (!task.IsCompleted)
            {
                await TroopTask.Yield();
            }

            for (int i = 0; i < 3 && held.IsAlive; i++)
            {
                GC.Collect();
                await TroopTask.Yield();
            }

            Assert.That(held.IsAlive, Is.False);
            await task;
            return held;
        });

        Assert.That(kept.IsAlive, Is.False);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (TroopTask Task, WeakReference Held) Start()
        {
            object held = new();
            return (Hold(held), new WeakReference(held));
        }

        static async TroopTask Hold(object held)
        {
            await TroopTask.Yield();
            GC.KeepAlive(held);
        }
    }

    private static void Add(TroopThread thread, List<Listed> living)
    {
        Listed task = new(thread);
        thread.Adopt(task);
        living.Add(task);
    }

    private static void End(TroopThread thread, List<Listed> living, int place)
    {
        thread.Release(living[place]);
        living.RemoveAt(place);
    }

    private static void Check(TroopThread thread, List<Listed> living)
    {
        List<TaskCore> nodes = Nodes(thread);
        List<TaskCore> listed = nodes.FindAll(static node => !node.Has(TaskFlags.Released));
        listed.Reverse();
        if (!listed.SequenceEqual(living) || nodes.Count > (2 * living.Count) + Slack + 1)
        {
            Assert.Fail($"{living.Count} tasks live, {listed.Count} of them are listed, among {nodes.Count} nodes.");
        }
    }

    private static List<TaskCore> Nodes(TroopThread thread)
    {
        List<TaskCore> nodes = [];
        for (TaskCore? node = First(thread); node is not null; node = node.Sibling)
        {
            nodes.Add(node);
        }

        return nodes;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "tasks")]
    private static extern ref TaskCore? First(TroopThread thread);

    private sealed class Listed(TroopThread thread) : TaskCore(thread)
    {
        internal override void Run() { }
    }
}
