using System.Collections.Immutable;
using Troops;

namespace WordIndex.Indexing;

/// <summary>What one index thread leaves behind: how many words it counted, and the most frequent of them.</summary>
[Immutable]
internal sealed record ShardResult(long Words, ImmutableArray<WordCount> Top);
