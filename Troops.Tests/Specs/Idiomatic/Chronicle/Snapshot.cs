namespace TradeWinds.Chronicle;

/// <summary>An index as it was at some moment.</summary>
internal sealed class Snapshot(ImmutableArray<Entry> entries, FrozenDictionary<string, ImmutableArray<Posting>> postings, ImmutableHashSet<string> authors)
{
    private readonly double perWord = entries.Length / Math.Max(1.0, postings.Count);

    public ImmutableArray<Entry> Entries => entries;

    public double EntriesPerWord => perWord;

    public bool Knows(string author) => authors.Contains(author);

    /// <summary>Entries that hold the word, and how much that says of them: rare words say more.</summary>
    public IEnumerable<(int Entry, double Weight)> Find(string stem)
    {
        if (!postings.TryGetValue(stem, out var found))
        {
            yield break;
        }

        var rarity = Math.Log(1 + ((double)entries.Length / found.Length));
        foreach (var (entry, count) in found)
        {
            yield return (entry, rarity * Math.Sqrt(count));
        }
    }
}
