using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>A place that lets <c>this</c> go.</summary>
/// <param name="At">The expression.</param>
/// <param name="How">As the second half of a sentence.</param>
internal readonly record struct ThisEscape(Location At, string How)
{
    internal const string Afterwards = "hand it out after construction, from a static factory";
}
