using Troops;

namespace WordIndex.Indexing;

/// <summary>A step on the way: more bytes read, of so many in all.</summary>
[Immutable]
internal readonly record struct ProgressStep(long Bytes, long TotalBytes);
