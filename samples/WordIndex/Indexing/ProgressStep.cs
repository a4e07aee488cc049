using Troops;

namespace WordIndex.Indexing;

/// <summary>A step on the way: so many more bytes found, so many more read.</summary>
[Immutable]
internal readonly record struct ProgressStep(long BytesFound, long BytesRead);
