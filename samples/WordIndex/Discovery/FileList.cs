using System.Collections.Immutable;
using Troops;

namespace WordIndex.Discovery;

/// <summary>What was found below the given paths.</summary>
/// <param name="Files">The files to be read, largest first.</param>
/// <param name="EmptyFiles">How many more need no reading.</param>
/// <param name="Problems">What was in the way.</param>
[Immutable]
internal sealed record FileList(ImmutableArray<SourceFile> Files, int EmptyFiles, ImmutableArray<Problem> Problems);
