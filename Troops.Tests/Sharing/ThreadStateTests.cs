using System.Runtime.CompilerServices;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>One value a thread.</summary>
[Category("Unit")]
public sealed class ThreadStateTests
{
    [Test]
    public async Task Each_thread_has_a_value_of_its_own_for_all_its_tasks()
    {
        int made = 0;
        ThreadState<List<int>> state = new(() =>
        {
            Interlocked.Increment(ref made);
            return [];
        });
        await InThread.Run(async () =>
        {
            await TroopThread.ForEach(
                Enumerable.Range(0, 50),
                4,
                async number =>
                {
                    Assert.That(state.IsValueMade, Is.False);
                    await TroopTask.WhenAll(Add(number), Add(number));
                    Assert.That(state.Value, Is.EqualTo(new[] { number, number }));
                }
            );
            Assert.That(state.IsValueMade, Is.False);

            async TroopTask Add(int number)
            {
                await TroopTask.Yield();
                state.Value.Add(number);
            }
        });
        Assert.That(made, Is.EqualTo(50));
    }

    [Test]
    public async Task A_value_can_be_set_before_it_is_made_and_after()
    {
        ThreadState<int> state = new(() => throw new FormatException());
        await InThread.Run(async () =>
        {
            Assert.That(() => state.Value, Throws.TypeOf<FormatException>());
            Assert.That(() => state.Value, Throws.TypeOf<FormatException>(), "a fault is not kept");
            state.Value = 1;
            await TroopTask.Yield();
            state.Value++;
            Assert.That(state.Value, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Every_troop_may_use_it()
    {
        await using TroopProcess process = InThread.Process(2);
        ThreadState<int> state = new(() => 5);
        foreach (string name in new[] { "one", "two" })
        {
            Assert.That(await process.CreateTroop(name).InvokeAsync(() => state.Value++ + state.Value).OrHang(), Is.EqualTo(11));
        }
    }

    [Test]
    public async Task Misuse_throws()
    {
        ThreadState<int> state = new(() => 1);
        Assert.That(() => state.Value, Throws.InvalidOperationException.With.Message.Contains("needs a thread"));
        Assert.That(() => state.Value = 1, Throws.InvalidOperationException);
        Assert.That(() => state.IsValueMade, Throws.InvalidOperationException);
        Assert.That(() => new ThreadState<int>(null!), Throws.ArgumentNullException);
        ThreadState<int>? own = null;
        own = new ThreadState<int>(() => own!.Value);
        Expect.Names(await InThread.Fault(async () => await Steps.Give(own.Value, 0)), "asks for the value that it is making");
    }

    [Test]
    public async Task A_value_is_free_when_its_thread_has_ended_though_the_handle_lives()
    {
        ThreadState<object> state = new(() => new object());
        await using TroopProcess process = InThread.Process(1);
        (TroopThread ended, WeakReference value) = await Use(process, state);
        Collected(value);
        GC.KeepAlive(ended);
        GC.KeepAlive(state);
    }

    [Test]
    public async Task A_state_that_is_garbage_keeps_nothing_alive_in_a_thread_that_goes_on()
    {
        await InThread.Run(async () =>
        {
            WeakReference value = UseAndDrop();
            await TroopTask.Yield();
            Collected(value);
        });

        // The value knows its state, which must not keep the two alive.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference UseAndDrop()
        {
            ThreadState<object[]> state = new(() => new object[1]);
            state.Value[0] = state;
            return new WeakReference(state.Value);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(TroopThread, WeakReference)> Use(TroopProcess process, ThreadState<object> state)
    {
        WeakReference? value = null;
        TroopThread thread = await process.InvokeAsync(async () =>
        {
            TroopThread inner = TroopThread.Start(() =>
            {
                value = new WeakReference(state.Value);
            });
            await inner.Completion;
            return inner;
        });
        return (thread, value!);
    }

    private static void Collected(WeakReference value)
    {
        for (int i = 0; i < 10 && value.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(value.IsAlive, Is.False);
    }
}
