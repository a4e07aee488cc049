using System.Collections.Immutable;

namespace WordIndex.Indexing;

/// <summary>The order of the answer: by count descending, then ordinally.</summary>
internal static class Ranking
{
    /// <summary>The first <paramref name="top"/> in that order. LINQ sorts no more of it than it returns.</summary>
    public static ImmutableArray<WordCount> Best(IEnumerable<WordCount> counts, int top) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Word, StringComparer.Ordinal).Take(top)];
}
