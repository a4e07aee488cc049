using System.Collections.Immutable;
using Troops;
using WordIndex.Discovery;

namespace WordIndex.Indexing;

/// <summary>What was counted.</summary>
/// <param name="Top">The most frequent words, by count descending, then ordinally.</param>
/// <param name="Problems">What is not counted, by path.</param>
/// <param name="Files">How many files were counted.</param>
/// <param name="Bytes">Their length.</param>
/// <param name="Words">How many words they have, each occurrence counted.</param>
/// <param name="Threads">How many Troops threads that took.</param>
/// <param name="Elapsed">How long it took, from the first thread's first step to the ranking of the words.</param>
[Immutable]
internal sealed record IndexResult(
    ImmutableArray<WordCount> Top,
    ImmutableArray<Problem> Problems,
    int Files,
    long Bytes,
    long Words,
    int Threads,
    TimeSpan Elapsed
);
