using System.Runtime.CompilerServices;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>One value a troop.</summary>
[Category("Unit")]
public sealed class TroopStateTests
{
    private TroopProcess process = null!;

    [SetUp]
    public void SetUp() => process = InThread.Process(2);

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task Each_troop_has_one_value_for_all_its_threads()
    {
        int made = 0;
        TroopState<Atomic<int>> state = new(() =>
        {
            Interlocked.Increment(ref made);
            return new Atomic<int>(0);
        });
        for (int round = 1; round <= 50; round++)
        {
            Troop one = process.CreateTroop("one");
            Troop two = process.CreateTroop("two");
            Task<int>[] counts = [Count(one), Count(two)];
            Assert.That(await Task.WhenAll(counts).OrHang(), Is.EqualTo(new[] { 20, 20 }));
            Assert.That(made, Is.EqualTo(2 * round));
        }

        Task<int> Count(Troop troop) =>
            troop
                .InvokeAsync(async () =>
                {
                    await TroopThread.ForEach(Enumerable.Range(0, 20), 20, _ => state.Value.Increment());
                    return state.Value.Value;
                })
                .AsTask();
    }

    [Test]
    public async Task A_factory_may_ask_for_another_state_but_not_for_itself()
    {
        TroopState<string> inner = new(() => "inner");
        TroopState<string> outer = new(() => $"outer {inner.Value}");
        TroopState<string>? first = null;
        TroopState<string> second = new(() => first!.Value);
        first = new TroopState<string>(() => second.Value);
        await process
            .InvokeAsync(() =>
            {
                Assert.That(outer.Value, Is.EqualTo("outer inner"));
                Expect.Names(Assert.Throws<InvalidOperationException>(() => _ = first.Value), "asks for the value that it is making");
                Expect.Names(Assert.Throws<InvalidOperationException>(() => _ = second.Value), "asks for the value that it is making");
            })
            .OrHang();
    }

    [Test]
    public async Task A_factory_that_throws_is_tried_again()
    {
        int attempts = 0;
        TroopState<int> state = new(() => ++attempts < 3 ? throw new FormatException() : attempts);
        await process
            .InvokeAsync(() =>
            {
                Assert.That(() => state.Value, Throws.TypeOf<FormatException>());
                Assert.That(() => state.Value, Throws.TypeOf<FormatException>());
                Assert.That(state.Value, Is.EqualTo(3));
                Assert.That(state.Value, Is.EqualTo(3));
            })
            .OrHang();
    }

    [Test]
    public void Misuse_throws()
    {
        Assert.That(() => new TroopState<int>(() => 1).Value, Throws.InvalidOperationException.With.Message.Contains("needs a thread"));
        Assert.That(() => new TroopState<int>(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task A_value_is_free_when_its_troop_has_stopped_though_the_handle_lives()
    {
        TroopState<Token> state = new(() => new Token());
        Troop troop = process.CreateTroop("short");
        WeakReference value = await Use(troop, state);
        await troop.StopAsync(TimeSpan.FromSeconds(20)).OrHang();
        for (int i = 0; i < 10 && value.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(value.IsAlive, Is.False);
        GC.KeepAlive(troop);
        GC.KeepAlive(state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Use(Troop troop, TroopState<Token> state)
    {
        WeakReference? value = null;
        await troop.InvokeAsync(() =>
        {
            value = new WeakReference(state.Value);
        });
        return value!;
    }
}
