using System.Buffers;

namespace TradeWinds.Chronicle;

/// <summary>The words of a text, one after the other, without copying any.</summary>
internal ref struct WordSplitter(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\r\n.,;:!?()·'\"");

    private ReadOnlySpan<char> rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly WordSplitter GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest.IndexOfAnyExcept(Breaks) is not (>= 0 and var start))
        {
            return false;
        }

        rest = rest[start..];
        var end = rest.IndexOfAny(Breaks);
        (var length, var next) = end < 0 ? (rest.Length, rest.Length) : (end, end + 1);
        Current = rest[..length];
        rest = rest[next..];
        return true;
    }
}

internal static class Vocabulary
{
    private static readonly FrozenSet<string> Dull = FrozenSet.ToFrozenSet(
        ["a", "an", "and", "at", "by", "for", "is", "of", "on", "the", "to", "with"],
        StringComparer.Ordinal
    );

    private static readonly ThreadState<Dictionary<string, string>> Stems = new(static () => new Dictionary<string, string>(StringComparer.Ordinal));

    extension(string text)
    {
        public WordSplitter Words => new(text);
    }

    /// <summary>What is looked up in place of the word; none for one that is in every sentence.</summary>
    public static string? Stem(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, 64)];
        var length = word[..lower.Length].ToLowerInvariant(lower);
        ReadOnlySpan<char> key = lower[..length];
        var known = Stems.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(key, out var stem))
        {
            known[key] = stem = Cut(key).ToString();
        }

        return Dull.Contains(stem) ? null : stem;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word) =>
        word switch
        {
            [.. var stem, 'i', 'e', 's'] => stem,
            [.. { Length: > 2 } stem, 'i', 'n', 'g'] => stem,
            [.. { Length: > 3 } stem, 'e', 'd'] => stem,
            [.., 's', 's'] => word,
            [.. { Length: > 2 } stem, 's'] => stem,
            _ => word,
        };
}
