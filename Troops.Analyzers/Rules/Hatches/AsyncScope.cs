using Microsoft.CodeAnalysis;
using Troops.Analyzers.Rules.Statics;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Where the rules on tasks and async code look.</summary>
internal static class AsyncScope
{
    /// <summary>Not in code that stands outside, not in what a trusted generator writes, and not in the bodies that ours does.</summary>
    internal static bool Covers(RuleContext context, ISymbol member) =>
        !member.Name.StartsWith("__troop_", StringComparison.Ordinal) && StaticScope.Covers(context, member);
}
