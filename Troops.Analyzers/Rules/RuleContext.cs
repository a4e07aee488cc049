using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules;

/// <summary>What the rules of one compilation share.</summary>
internal sealed class RuleContext(CompilationStartAnalysisContext start, Kinds kinds, ApiList apis, BuildOptions options)
{
    private readonly ConcurrentDictionary<ISymbol, bool> usedAudits = new(SymbolEqualityComparer.Default);

    /// <summary>Where a rule registers what else it looks at.</summary>
    internal CompilationStartAnalysisContext Start { get; } = start;

    internal KnownSymbols Symbols { get; } = kinds.Symbols;

    internal Kinds Kinds { get; } = kinds;

    /// <summary>Which type parameters demand something.</summary>
    internal Demands Demands { get; } = new(kinds.Symbols);

    internal BoundaryMap Boundaries { get; } = new(kinds, apis);

    /// <summary>Where a rule says which operations and symbols it wants to see.</summary>
    internal Looks Looks { get; } = new();

    /// <summary>Which code runs as a task.</summary>
    internal TaskCode TaskCode { get; } = new(kinds.Symbols);

    internal BuildOptions Options { get; } = options;

    /// <summary>The types that rules on statics and hatches look at; null for all.</summary>
    internal AnnotatedTypes? AnnotatedTypes { get; } = options.IsAnnotatedScope ? new(kinds.Symbols, new(kinds.Symbols)) : null;

    /// <summary>Audited members that had something to be reported.</summary>
    internal IReadOnlyCollection<ISymbol> UsedAudits => (IReadOnlyCollection<ISymbol>)usedAudits.Keys;

    /// <summary>Reports, unless a person vouches for the member. An audit counts even on the day after its last, for then TROOP091 says so.</summary>
    /// <param name="sink">The action's own <c>ReportDiagnostic</c>.</param>
    /// <param name="descriptor">The rule.</param>
    /// <param name="member">In whose declaration the location is: an audit of it, or of the property or event whose accessor it is, covers this.</param>
    /// <param name="location">The member or expression in source that breaks the promise.</param>
    /// <param name="related">The rest of the path.</param>
    /// <param name="arguments">Of the message.</param>
    internal void Report(
        Action<Diagnostic> sink,
        DiagnosticDescriptor descriptor,
        ISymbol? member,
        Location? location,
        IEnumerable<Location>? related = null,
        params object?[] arguments
    )
    {
        if (AuditedMember(member) is { } audited)
        {
            usedAudits.TryAdd(audited, value: true);
            return;
        }

        // The members of a project that is referenced as a compilation, as in an editor, stand in files that are not of this one.
        IEnumerable<Location>? own = related?.Where(IsOwn);
        sink(Diagnostic.Create(descriptor, location is null || IsOwn(location) ? location : Location.None, own, arguments));
    }

    /// <summary>The symbol that carries the audit: the member itself, its property or event, or the method around a local function.</summary>
    internal ISymbol? AuditedMember(ISymbol? member)
    {
        for (ISymbol? scope = Whole(member); scope is not null and not INamespaceSymbol; scope = Whole(Around(scope)))
        {
            if (Audit.Find(Symbols, scope) is not null)
            {
                return scope;
            }
        }

        return null;
    }

    private bool IsOwn(Location location) => location.SourceTree is not { } tree || Symbols.Compilation.ContainsSyntaxTree(tree);

    /// <summary>Of a member in two parts the one that is known to everybody; what stands on one part is true of both.</summary>
    private static ISymbol? Whole(ISymbol? member) =>
        member switch
        {
            IMethodSymbol { PartialDefinitionPart: { } definition } => definition,
            IPropertySymbol { PartialDefinitionPart: { } definition } => definition,
            IEventSymbol { PartialDefinitionPart: { } definition } => definition,
            _ => member,
        };

    private static ISymbol? Around(ISymbol scope) =>
        scope switch
        {
            IFieldSymbol { AssociatedSymbol: { } declared } => declared,
            IMethodSymbol { AssociatedSymbol: { } declared } => declared,
            IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => scope.ContainingSymbol,
            IParameterSymbol or ILocalSymbol => scope.ContainingSymbol,
            _ => null,
        };
}
