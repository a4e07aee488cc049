using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a shared dictionary does beyond what its model says.</summary>
[Category("Unit")]
public sealed class SharedDictionaryTests
{
    [Test]
    public void It_gives_what_its_members_say()
    {
        SharedDictionary<string, int> items = new(StringComparer.OrdinalIgnoreCase);
        Assert.That(items.IsEmpty, Is.True);
        Assert.That(items.TryAdd("a", 1), Is.True);
        Assert.That(items.TryAdd("A", 2), Is.False);
        Assert.That(items["A"], Is.EqualTo(1));
        Assert.That(() => items["b"], Throws.TypeOf<KeyNotFoundException>());
        Assert.That(() => items[null!], Throws.ArgumentNullException);
        Assert.That(items.GetOrAdd("b", static key => key.Length), Is.EqualTo(1));
        Assert.That(items.AddOrUpdate("b", static _ => 0, static (_, old) => old + 1), Is.EqualTo(2));
        Assert.That(items.AddOrUpdate("c", static _ => 5, static (_, old) => old), Is.EqualTo(5));
        Assert.That(items.TryUpdate("c", 6, 4), Is.False);
        Assert.That(items.TryUpdate("c", 6, 5), Is.True);
        Assert.That(items.TryRemove("c", 5), Is.False);
        Assert.That(items.TryRemove("c", out int removed), Is.True);
        Assert.That(removed, Is.EqualTo(6));
        Assert.That(items.Keys.Order(), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(items.Values.Order(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(items.ToImmutableArray(), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_loop_sees_what_was_there_when_it_began()
    {
        SharedDictionary<int, int> items = new();
        for (int i = 0; i < 10; i++)
        {
            items[i] = i;
        }

        int seen = 0;
        foreach ((int key, int value) in items)
        {
            Assert.That(value, Is.EqualTo(key));
            items.Clear();
            items[100] = 1;
            seen++;
        }

        Assert.That(seen, Is.EqualTo(10));
    }

    [Test]
    public async Task Threads_count_together()
    {
        await InThread.Run(async () =>
        {
            SharedDictionary<int, int> counts = new();
            await TroopThread.ForEach(
                Enumerable.Range(0, 10),
                4,
                _ =>
                {
                    for (int i = 0; i < 1_000; i++)
                    {
                        counts.AddOrUpdate(i % 7, 1, static (_, old) => old + 1);
                    }
                }
            );
            Assert.That(counts.Values.Sum(), Is.EqualTo(10_000));
        });
    }
}
