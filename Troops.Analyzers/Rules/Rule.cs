using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules;

/// <summary>One rule, or a few that one look finds. Holds nothing: what it learns belongs to the compilation's <see cref="RuleContext"/>.</summary>
internal abstract class Rule
{
    /// <summary>What it may report.</summary>
    internal abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Whether it follows the flow of bodies, where they have what it looks for: that has a budget of its own.</summary>
    internal virtual bool FollowsFlow => false;

    /// <summary>Registers what it looks at, once a compilation.</summary>
    internal abstract void Register(RuleContext context);
}
