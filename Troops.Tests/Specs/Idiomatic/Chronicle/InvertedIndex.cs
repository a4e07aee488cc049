using TradeWinds.Common;

namespace TradeWinds.Chronicle;

/// <summary>Which words are in which entries. Grows in one thread; <see cref="Freeze"/> makes something for all.</summary>
internal sealed class InvertedIndex
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);
    private readonly HashSet<string> authors = new(StringComparer.OrdinalIgnoreCase);
    private long words;

    public int Count => entries.Count;

    /// <summary>How many words that say something an entry has.</summary>
    public double AverageLength => entries is [] ? 0 : (double)words / entries.Count;

    public void Add(Entry entry)
    {
        var number = entries.Count;
        entries.Add(entry);
        authors.Add(entry.Author);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var word in entry.Text.Words)
        {
            if (Vocabulary.Stem(word) is { } stem)
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
                words++;
            }
        }

        foreach (var (stem, count) in counts)
        {
            postings.GetOrNew(stem).Add(new Posting(number, count));
        }
    }

    public Snapshot Freeze() =>
        new(
            [.. entries],
            postings.ToFrozenDictionary(static it => it.Key, static it => it.Value.ToImmutableArray(), StringComparer.Ordinal),
            authors.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)
        );
}

/// <param name="Entry">The entry's number.</param>
/// <param name="Count">How often the word is in it.</param>
internal readonly record struct Posting(int Entry, int Count);
