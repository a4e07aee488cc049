using Troops;

namespace WordIndex.Indexing;

/// <summary>A word and how often it occurs.</summary>
[Immutable]
internal readonly record struct WordCount(string Word, long Count);
