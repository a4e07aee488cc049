using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>Each builtin belongs to one troop: its own may use it, ordinary code may, another troop may not, by any member.</summary>
[Category("Unit")]
public sealed class SharingOwnerTests
{
    private TroopProcess process = null!;
    private Troop one = null!;
    private Troop two = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 2 });
        one = process.CreateTroop("one");
        two = process.CreateTroop("two");
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    private static (string Name, Func<Action[]> Make)[] Builtins =>
        [
            ("An atomic value", () => Atomics()),
            ("A once-made value", () => Onces()),
            ("A shared dictionary", () => Dictionaries()),
            ("A signal", () => Signals()),
            ("A latch", () => Latches()),
            ("A broadcast", () => Broadcasts()),
        ];

    [Test]
    public async Task Another_troop_may_use_no_member_of_it_and_ordinary_code_may_use_all([Range(0, 5)] int which)
    {
        (string name, Func<Action[]> make) = Builtins[which];
        Action[] uses = [];
        await one.InvokeAsync(() =>
            {
                uses = make();
            })
            .OrHang();
        await two.InvokeAsync(() => EachThrows(uses, name)).OrHang();
        await process.InvokeAsync(() => EachThrows(uses, name)).OrHang();
        foreach (Action use in uses)
        {
            Assert.That(() => use(), Throws.Nothing);
        }

        await one.InvokeAsync(() => Array.ForEach(make(), use => use())).OrHang();
    }

    [Test]
    public async Task Made_outside_of_every_thread_it_belongs_to_its_first_user([Range(0, 5)] int which)
    {
        (string name, Func<Action[]> make) = Builtins[which];
        foreach (int member in Enumerable.Range(0, make().Length))
        {
            Action[] uses = make();
            await two.InvokeAsync(() => uses[member]()).OrHang();
            await one.InvokeAsync(() => EachThrows(uses, name)).OrHang();
        }
    }

    private static void EachThrows(Action[] uses, string name)
    {
        for (int i = 0; i < uses.Length; i++)
        {
            Action use = uses[i];
            Assert.That(
                () => use(),
                Throws.InvalidOperationException.With.Message.Contains($"{name} belongs to the troop").And.Message.Contains(Troop.Current.Name),
                () => $"use {i}"
            );
        }
    }

    private static Action[] Atomics()
    {
        Atomic<int> number = new(1);
        return
        [
            () => _ = number.Value,
            () => number.Value = 1,
            () => number.Exchange(1),
            () => number.CompareExchange(1, 2),
            () => number.Update(n => n),
            () => number.Increment(),
        ];
    }

    private static Action[] Onces()
    {
        Once<int> once = new(() => 1);
        return [() => _ = once.TryGet(out _), () => _ = once.GetAsync()];
    }

    private static Action[] Dictionaries()
    {
        SharedDictionary<int, int> items = new(EqualityComparer<int>.Default);
        items[1] = 1;
        return
        [
            () => items[1] = 1,
            () => _ = items[1],
            () => _ = items.Count,
            () => _ = items.IsEmpty,
            () => _ = items.Keys,
            () => _ = items.Values,
            () => items.ContainsKey(1),
            () => items.TryGetValue(1, out _),
            () => items.TryAdd(1, 1),
            () => items.GetOrAdd(1, 1),
            () => items.GetOrAdd(1, k => k),
            () => items.AddOrUpdate(1, 1, (_, v) => v),
            () => items.AddOrUpdate(1, k => k, (_, v) => v),
            () => items.TryUpdate(1, 2, 1),
            () => items.TryRemove(1, 7),
            () => items.TryRemove(8, out _),
            () => items.ToImmutableArray(),
            () => _ = items.GetEnumerator(),
        ];
    }

    private static Action[] Signals()
    {
        Signal signal = new();
        return [signal.Set, () => _ = signal.TryWait(), () => signal.Reset(), () => _ = signal.WaitAsync()];
    }

    private static Action[] Latches()
    {
        Latch latch = new(10);
        return [() => latch.CountDown(), () => latch.Add(), () => _ = latch.WaitAsync()];
    }

    private static Action[] Broadcasts()
    {
        Broadcast<int> broadcast = new();
        Subscription<int> mine = broadcast.Subscribe(100);
        Subscription<int> other = broadcast.Subscribe(100);
        return
        [
            () => _ = broadcast.Subscribe(100),
            () => broadcast.TrySend(1),
            () => broadcast.TrySend(2),
            () => _ = broadcast.SendAsync(3),
            () => mine.TryReceive(out _),
            () => _ = mine.ReceiveAsync(),
            () => _ = mine.GetAsyncEnumerator().MoveNextAsync(),
            other.Dispose,
            () => broadcast.Close(),
        ];
    }
}
