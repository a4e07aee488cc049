using System.Collections.Immutable;
using Troops;

namespace WordIndex.Indexing;

/// <summary>The words of one file that belong to one index thread: what readers send instead of sharing a dictionary.</summary>
[Immutable]
internal sealed record WordBatch(ImmutableArray<WordCount> Counts);
