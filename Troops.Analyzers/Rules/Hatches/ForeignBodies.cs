using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Which members of a compilation lead to async bodies that are no task's. Each is looked through once, and only if task code uses it.</summary>
internal sealed class ForeignBodies(RuleContext context, ValueProof proof)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ForeignReach?> reaches = new(SymbolEqualityComparer.Default);

    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> types = new(() => [.. TypesIn(context.Symbols.Compilation.Assembly.GlobalNamespace)]);

    internal RuleContext Context { get; } = context;

    internal ValueProof Proof { get; } = proof;

    internal Crossings Crossings { get; } = new(context.Kinds, context.Boundaries, proof);

    /// <summary>What the operation hands to an async body that is no task's, if it can at all.</summary>
    internal IEnumerable<Handed> HandedBy(IOperation use, Func<ControlFlowGraph?> graph, CancellationToken cancellation) =>
        new ForeignWalk(this, cancellation).HandedBy(use, graph);

    /// <summary>What the body of a method or local function, which a thread is started with, hands to others.</summary>
    internal IEnumerable<Handed> HandedIn(IOperation body, CancellationToken cancellation) => new ForeignWalk(this, cancellation).HandedIn(body);

    /// <summary>Of a member that may lead on.</summary>
    internal ForeignReach? Of(IMethodSymbol method, CancellationToken cancellation) =>
        reaches.TryGetValue(method, out ForeignReach? reach)
            ? reach
            // A walk of its own: what it finds must not depend on who asked first.
            : reaches.GetOrAdd(method, new ForeignWalk(this, cancellation).Reach(method));

    /// <summary>The one look that each call in a program costs: async, or of this compilation and with a result that may be an async body's.</summary>
    internal bool MayLead(IMethodSymbol target) => ForeignTasks.IsForeignBody(Context, target) || MayLeadOn(target);

    /// <remarks>Lambdas and local functions that are not async run in place: what they do is found in them.</remarks>
    internal bool MayLeadOn(IMethodSymbol method) =>
        method is { IsAsync: false, MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) }
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, Context.Symbols.Compilation.Assembly)
        && !Context.TaskCode.IsTask(method.ReturnType)
        && (method.MethodKind == MethodKind.Constructor ? !method.IsImplicitlyDeclared : ForeignTasks.Gives(Context.Symbols, method));

    internal static IMethodSymbol Implementation(IMethodSymbol method) => (method.PartialImplementationPart ?? method).OriginalDefinition;

    /// <summary>The bodies in this compilation that a call of an abstract member or of one of an interface may run.</summary>
    internal IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol declared)
    {
        INamedTypeSymbol holder = declared.ContainingType.OriginalDefinition;
        foreach (INamedTypeSymbol type in types.Value)
        {
            IMethodSymbol? found = holder.TypeKind == TypeKind.Interface ? Implementing(type, holder, declared) : Overriding(type, declared);
            if (found is { IsAbstract: false })
            {
                yield return Implementation(found);
            }
        }
    }

    private static IMethodSymbol? Implementing(INamedTypeSymbol type, INamedTypeSymbol holder, IMethodSymbol declared) =>
        type.AllInterfaces.FirstOrDefault(@interface => Same(@interface.OriginalDefinition, holder)) is { } constructed
        && constructed.GetMembers(declared.Name).FirstOrDefault(member => Same(member.OriginalDefinition, declared)) is { } member
            ? type.FindImplementationForInterfaceMember(member) as IMethodSymbol
            : null;

    private static IMethodSymbol? Overriding(INamedTypeSymbol type, IMethodSymbol declared)
    {
        foreach (IMethodSymbol method in type.GetMembers(declared.Name).OfType<IMethodSymbol>())
        {
            for (IMethodSymbol? level = method.OverriddenMethod; level is not null; level = level.OverriddenMethod)
            {
                if (Same(level.OriginalDefinition, declared))
                {
                    return method;
                }
            }
        }

        return null;
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol scope)
    {
        foreach (INamespaceOrTypeSymbol member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol inner in TypesIn(member))
            {
                yield return inner;
            }
        }
    }
}
