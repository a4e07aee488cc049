using System.Collections.Immutable;
using WordIndex.Indexing;

namespace WordIndex.Output;

/// <summary>The shape of what <c>--json</c> prints.</summary>
internal sealed record JsonReport(ImmutableArray<WordCount> Words, Summary Summary);
