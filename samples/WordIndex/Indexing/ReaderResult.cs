using System.Collections.Immutable;
using Troops;
using WordIndex.Discovery;

namespace WordIndex.Indexing;

/// <summary>What one reader thread leaves behind.</summary>
[Immutable]
internal sealed record ReaderResult(int Files, long Bytes, ImmutableArray<Problem> Problems);
