using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Where a call of a member that is not async itself leads: to an async body that is no task's, and with what.</summary>
/// <param name="Body">That body: the first, if there are more.</param>
/// <param name="TakesThis">Whether it gets the object that the member is called on, or part of it.</param>
/// <param name="Takes">The member's parameters that it gets, by number.</param>
/// <param name="TakesAll">Whether it gets something of which it cannot be seen where it comes from: it may be of any of these.</param>
/// <param name="Audited">The member on the way that somebody vouches for, where each way has one.</param>
internal sealed record ForeignReach(IMethodSymbol Body, bool TakesThis, ImmutableHashSet<int> Takes, bool TakesAll, ISymbol? Audited = null)
{
    /// <summary>Of an async method itself.</summary>
    internal static ForeignReach Of(IMethodSymbol body) => new(body, TakesThis: !body.IsStatic, [], TakesAll: true);

    internal bool Gets(int parameter) => TakesAll || Takes.Contains(parameter);

    internal ForeignReach And(ForeignReach other) =>
        new(
            Body,
            TakesThis || other.TakesThis,
            Takes.Union(other.Takes),
            TakesAll || other.TakesAll,
            Audited is null || other.Audited is null ? null : Audited
        );
}
