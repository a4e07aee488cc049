using Troops;

namespace WordIndex.Discovery;

/// <summary>A file to be counted, and its length in bytes when it was found.</summary>
[Immutable]
internal sealed record SourceFile(string Path, long Length);
