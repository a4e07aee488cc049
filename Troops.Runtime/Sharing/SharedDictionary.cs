using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Troops.Sharing;

/// <summary>A dictionary that any number of threads read and write, over .NET's <see cref="ConcurrentDictionary{TKey,TValue}"/>.</summary>
/// <remarks>
/// Thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and throws in another
/// one. Each operation is whole; two of them are not: instead of a look and a write use <see cref="GetOrAdd(TKey, Func{TKey, TValue})"/>, <c>AddOrUpdate</c> or
/// <see cref="TryUpdate"/>. Reads take no lock.
/// </remarks>
/// <typeparam name="TKey">What can be shared; its hash code never changes.</typeparam>
/// <typeparam name="TValue">What can be shared: immutable or thread-safe.</typeparam>
/// <example><code>
/// var counts = new SharedDictionary&lt;string, int&gt;();
/// counts.AddOrUpdate(word, 1, (_, count) => count + 1);
/// foreach ((string word, int count) in counts) { ... }   // as it was when the loop began
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "a concurrent dictionary; the owner is claimed once, by compare-and-swap", "2030-12-31")]
public sealed class SharedDictionary<[Shareable] TKey, [Shareable] TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private const string What = "A shared dictionary";

    private readonly ConcurrentDictionary<TKey, TValue> items;
    private Owner owner = new();

    /// <summary>Empty; keys are equal as their type says.</summary>
    public SharedDictionary() => items = new ConcurrentDictionary<TKey, TValue>();

    /// <summary>Empty; keys are equal as <paramref name="comparer"/> says, which must be immutable or thread-safe: every thread uses it.</summary>
    [Audited("the runtime's owners", "whoever makes one is asked for a comparer that can be shared", "2030-12-31")]
    public SharedDictionary(IEqualityComparer<TKey>? comparer) => items = new ConcurrentDictionary<TKey, TValue>(comparer);

    /// <summary>How many keys there are; out of date at once. It stops all writers for a moment.</summary>
    public int Count => Items.Count;

    /// <summary>True if there is no key; out of date at once.</summary>
    public bool IsEmpty => Items.IsEmpty;

    /// <summary>The keys at one moment.</summary>
    public ImmutableArray<TKey> Keys => [.. Items.ToArray().Select(static item => item.Key)];

    /// <summary>The values at one moment.</summary>
    public ImmutableArray<TValue> Values => [.. Items.ToArray().Select(static item => item.Value)];

    private ConcurrentDictionary<TKey, TValue> Items
    {
        get
        {
            owner.Enter(What);
            return items;
        }
    }

    /// <summary>The value of <paramref name="key"/>; setting adds it or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="InvalidOperationException">The dictionary belongs to another troop. So throw all its members.</exception>
    public TValue this[TKey key]
    {
        get => Items[key];
        set => Items[key] = value;
    }

    /// <summary>True if the key is there; out of date at once.</summary>
    public bool ContainsKey(TKey key) => Items.ContainsKey(key);

    /// <summary>The value of <paramref name="key"/>; false if there is none.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => Items.TryGetValue(key, out value);

    /// <summary>Adds; false, and nothing is changed, if the key is there.</summary>
    public bool TryAdd(TKey key, TValue value) => Items.TryAdd(key, value);

    /// <summary>The value of <paramref name="key"/>, which is <paramref name="value"/> if there was none.</summary>
    public TValue GetOrAdd(TKey key, TValue value) => Items.GetOrAdd(key, value);

    /// <summary>The value of <paramref name="key"/>; if there is none, what <paramref name="make"/> makes is added.</summary>
    /// <param name="make">Two threads that come at once may both call theirs: one value is kept, the other dropped. To make each value once, keep a <see cref="Once{T}"/> a key.</param>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make) => Items.GetOrAdd(key, make);

    /// <summary>Adds <paramref name="value"/>, or replaces the one that is there with what <paramref name="change"/> makes of it. Returns what is there now.</summary>
    /// <param name="change">Called again, with the newer value, when another thread was faster: it should only compute.</param>
    public TValue AddOrUpdate(TKey key, TValue value, Func<TKey, TValue, TValue> change) => Items.AddOrUpdate(key, value, change);

    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    /// <summary>Adds what <paramref name="make"/> makes, or replaces the value that is there with what <paramref name="change"/> makes of it. Returns what is there now.</summary>
    public TValue AddOrUpdate(TKey key, Func<TKey, TValue> make, Func<TKey, TValue, TValue> change) => Items.AddOrUpdate(key, make, change);

    /// <summary>Replaces the value if it equals <paramref name="comparand"/>; false, and nothing is changed, if not.</summary>
    public bool TryUpdate(TKey key, TValue value, TValue comparand) => Items.TryUpdate(key, value, comparand);

    /// <summary>Removes, and gives the value that was there; false if there was none.</summary>
    public bool TryRemove(TKey key, [MaybeNullWhen(false)] out TValue value) => Items.TryRemove(key, out value);

    /// <summary>Removes if the value equals <paramref name="comparand"/>; false, and nothing is changed, if not.</summary>
    public bool TryRemove(TKey key, TValue comparand) => Items.TryRemove(new KeyValuePair<TKey, TValue>(key, comparand));

    /// <summary>Removes everything, at one moment.</summary>
    public void Clear() => Items.Clear();

    /// <summary>Keys and values as they are at the moment of the call.</summary>
    public ImmutableArray<KeyValuePair<TKey, TValue>> ToImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(Items.ToArray());

    /// <summary>Goes through keys and values as they were when it was called.</summary>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, TValue>>)Items.ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
