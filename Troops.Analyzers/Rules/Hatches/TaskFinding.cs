using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>A task that is awaited too often or never.</summary>
/// <param name="Location">Of the await that is too much, or of where the task is started.</param>
/// <param name="Related">The awaits that may have come before.</param>
/// <param name="What">Is wrong.</param>
/// <param name="Repair">What to do.</param>
internal sealed record TaskFinding(Location Location, ImmutableArray<Location> Related, string What, string Repair);
