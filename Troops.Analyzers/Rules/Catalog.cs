using System.Collections.Immutable;
using Troops.Analyzers.Rules.Boundary;
using Troops.Analyzers.Rules.Hatches;
using Troops.Analyzers.Rules.Hygiene;
using Troops.Analyzers.Rules.Immutability;
using Troops.Analyzers.Rules.Statics;
using Troops.Analyzers.Rules.Tasks;

namespace Troops.Analyzers.Rules;

/// <summary>Every rule that there is. A rule that is not here does not run.</summary>
internal static class Catalog
{
    /// <summary>By family, in the order of their ids.</summary>
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new FlawRule(),
        new SubtypeRule(),
        new EscapeRule(),
        new AliasRule(),
        new WriteRule(),
        new ComparerRule(),
        new TypeArgumentRule(),
        new OverrideRule(),
        new FinalizerRule(),
        new StructRule(),
        new AttributeRule(),
        new TypeParameterRule(),
        new ThreadSafeRule(),
        new ListFileRule(),
        new SideTableRule(),
        new MutableStaticRule(),
        new StaticInitializerRule(),
        new ThreadAffineRule(),
        new ForeignSingletonRule(),
        new CrossingRule(),
        new MarkRule(),
        new ResultRule(),
        new HatchMemberRule(),
        new UnsafeCodeRule(),
        new OverlapRule(),
        new AccessorRule(),
        new DynamicRule(),
        new LockRule(),
        new BlockingBodyRule(),
        new RevivalRule(),
        new AsyncCallRule(),
        new AsyncApiRule(),
        new AsyncVoidRule(),
        new DiscardedTaskRule(),
        new TaskLocalRule(),
        new TaskResultRule(),
        new PartialRule(),
        new UnmeteredRule(),
        new OutsideCallRule(),
        new TierRule(),
        new HelperLoopRule(),
        new TaskMarkRule(),
        new SuggestionRule(),
        new AuditRule(),
        new SilencingRule(),
        new PublicKindRule(),
    ];
}
