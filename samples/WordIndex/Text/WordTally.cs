namespace WordIndex.Text;

/// <summary>How often each word of one file occurs. Mutable and without a lock: confined to the reader thread that owns it.</summary>
internal sealed class WordTally
{
    private readonly Dictionary<string, long> counts = [];
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> countsBySpan;

    public WordTally() => countsBySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyCollection<KeyValuePair<string, long>> Counts => counts;

    /// <summary>Counts one occurrence. Allocates for a word that is new to this file only.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        _ = countsBySpan.TryGetValue(word, out long count);
        countsBySpan[word] = count + 1;
    }

    public void Clear() => counts.Clear();
}
