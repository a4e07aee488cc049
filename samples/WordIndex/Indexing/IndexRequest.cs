using System.Collections.Immutable;
using Troops;

namespace WordIndex.Indexing;

/// <summary>What is to be counted.</summary>
/// <param name="Paths">Files and directories.</param>
/// <param name="Top">How many of the most frequent words are wanted.</param>
/// <param name="Parallelism">How many threads read, and at most how many index.</param>
[Immutable]
internal sealed record IndexRequest(ImmutableArray<string> Paths, int Top, int Parallelism);
