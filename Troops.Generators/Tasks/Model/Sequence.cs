using System.Collections;
using System.Collections.Immutable;

namespace Troops.Generators.Tasks.Model;

/// <summary>An array that is equal to another one with equal elements, as models have to be.</summary>
internal readonly struct Sequence<T>(ImmutableArray<T> items) : IEquatable<Sequence<T>>, IEnumerable<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> items = items;

    internal ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public bool Equals(Sequence<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? other) => other is Sequence<T> sequence && Equals(sequence);

    public override int GetHashCode()
    {
        int hash = Items.Length;
        foreach (T item in Items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
