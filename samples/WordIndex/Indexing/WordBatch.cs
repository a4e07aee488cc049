using System.Collections.Immutable;
using Troops;

namespace WordIndex.Indexing;

/// <summary>Words that belong to one index thread, each with a count to be added: what readers send instead of sharing a dictionary.</summary>
[Immutable]
internal sealed record WordBatch(ImmutableArray<WordCount> Counts)
{
    /// <summary>About 0.1 ms of work for the index thread. Every reader thread has one under way for every index thread, so they had better be small.</summary>
    public const int MaxWords = 1024;
}
