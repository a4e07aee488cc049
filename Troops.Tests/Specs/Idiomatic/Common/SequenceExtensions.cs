namespace TradeWinds.Common;

public static class SequenceExtensions
{
    extension<T>(IEnumerable<T> source)
    {
        public IEnumerable<(T Item, int Number)> Numbered() => source.Select(static (item, index) => (item, index + 1));

        /// <summary>Neighbours, as pairs: nothing for a sequence of fewer than two.</summary>
        public IEnumerable<(T Left, T Right)> Pairwise()
        {
            using var items = source.GetEnumerator();
            if (!items.MoveNext())
            {
                yield break;
            }

            var left = items.Current;
            while (items.MoveNext())
            {
                yield return (left, items.Current);
                left = items.Current;
            }
        }

        public ImmutableArray<T> Top<TKey>(int count, Func<T, TKey> by) => [.. source.OrderByDescending(by).Take(count)];

        public static IEnumerable<T> operator +(IEnumerable<T> first, IEnumerable<T> second) => first.Concat(second);
    }

    extension<TNumber>(IEnumerable<TNumber> source)
        where TNumber : IAdditionOperators<TNumber, TNumber, TNumber>, IAdditiveIdentity<TNumber, TNumber>
    {
        public TNumber Total => source.Aggregate(TNumber.AdditiveIdentity, static (sum, next) => sum + next);
    }

    extension<T>(List<T> list)
    {
        /// <summary>Takes an item out without keeping the order, which costs nothing.</summary>
        public T SwapRemoveAt(int index)
        {
            var removed = list[index];
            list[index] = list[^1];
            list.RemoveAt(list.Count - 1);
            return removed;
        }
    }

    extension<TKey, TValue>(IDictionary<TKey, TValue> dictionary)
        where TKey : notnull
        where TValue : new()
    {
        public TValue GetOrNew(TKey key)
        {
            if (!dictionary.TryGetValue(key, out var value))
            {
                dictionary.Add(key, value = new TValue());
            }

            return value;
        }
    }
}
