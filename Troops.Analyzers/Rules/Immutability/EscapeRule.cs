using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP007: nobody sees an object that promises something before it is constructed.</summary>
/// <remarks>
/// No flow analysis: an escape on any path is one, and <c>this</c> as a value is not followed into locals but refused. What is called on <c>this</c> is looked through
/// if it is certain which body runs. A base class is its own matter: it promises by itself and is checked there, or TROOP005 asks for its constructors. Structs are
/// exempt: whoever gets one gets a copy.
/// </remarks>
internal sealed class EscapeRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.Escape];

    internal override void Register(RuleContext context)
    {
        // Each body that is called is looked at once a compilation, however many constructors call it.
        ConcurrentDictionary<IMethodSymbol, ThisUses?> bodies = new(SymbolEqualityComparer.Default);
        context.Start.RegisterOperationBlockAction(block => Check(context, bodies, block));
    }

    private static void Check(RuleContext context, ConcurrentDictionary<IMethodSymbol, ThisUses?> bodies, OperationBlockAnalysisContext action)
    {
        if (
            action.OwningSymbol is not IMethodSymbol { IsStatic: false } method
            || !(method.MethodKind == MethodKind.Constructor || method is { MethodKind: MethodKind.PropertySet, IsInitOnly: true })
            || method.ContainingType is not { TypeKind: TypeKind.Class } type
            || context.Kinds.PromiseOf(type) == Promise.None
            // Who vouches for a type that its fields do not prove thread-safe vouches for its construction too.
            || (context.Kinds.OwnPromise(type) == Promise.ThreadSafe && context.AuditedMember(type) is not null)
        )
        {
            return;
        }

        ThisUses uses = ThisUses.In(context.Symbols, action.OperationBlocks);
        foreach (ThisEscape escape in uses.Escapes)
        {
            Report(escape.At, escape.How, ThisEscape.Afterwards, []);
        }

        foreach (ThisCall call in uses.Calls)
        {
            if (Leak(context, bodies, type, call, action.CancellationToken) is { } leak)
            {
                Report(call.At, leak.How, leak.Repair, leak.Related);
            }
        }

        void Report(Location at, string how, string repair, ImmutableArray<Location> related) =>
            context.Report(action.ReportDiagnostic, ImmutabilityDescriptors.Escape, method, at, related, type.Name, how, repair);
    }

    /// <summary>How a call on <c>this</c> lets it go, through whatever it calls; null if it does not. Breadth first, so that the way shown is the shortest.</summary>
    private static (string How, string Repair, ImmutableArray<Location> Related)? Leak(
        RuleContext context,
        ConcurrentDictionary<IMethodSymbol, ThisUses?> bodies,
        INamedTypeSymbol type,
        ThisCall first,
        CancellationToken cancellation
    )
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        Queue<(ThisCall Call, string Path)> open = new([(first, "")]);
        while (open.Count > 0)
        {
            (ThisCall call, string path) = open.Dequeue();
            ThisTarget target = ThisTarget.Of(type, call);
            if (target.Problem is { } problem)
            {
                return ($"{path}{problem}", target.Repair ?? ThisEscape.Afterwards, path.Length == 0 ? [] : [call.At]);
            }

            if (target.Method is not { } method || !seen.Add(method))
            {
                continue;
            }

            ThisUses? uses = bodies.GetOrAdd(method, one => Uses(context, one, cancellation));
            if (uses is null)
            {
                continue;
            }

            if (uses.Escapes is [var audited, ..] && context.AuditedMember(method) is not null)
            {
                // Not reported, but the audit has been of use.
                context.Report(static _ => { }, ImmutabilityDescriptors.Escape, method, audited.At);
                continue;
            }

            string way = $"{path}{Names.Of(method.AssociatedSymbol ?? method)} -> ";
            if (uses.Escapes is [var escape, ..])
            {
                return ($"{way}{escape.How}", ThisEscape.Afterwards, [escape.At]);
            }

            foreach (ThisCall next in uses.Calls)
            {
                open.Enqueue((next, way));
            }
        }

        return null;
    }

    private static ThisUses? Uses(RuleContext context, IMethodSymbol method, CancellationToken cancellation) =>
        Bodies.Of(context.Symbols.Compilation, method, cancellation) is { } body ? ThisUses.In(context.Symbols, [body]) : null;
}
