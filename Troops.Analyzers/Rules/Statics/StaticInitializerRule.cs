using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>TROOP021: what runs while a type or a module is being initialized starts no thread and leaves nothing mutable where others find it.</summary>
/// <remarks>
/// Looks through calls of static methods of the same type. What a lambda does counts where it runs; the factories that the builtins of Troops keep run later.
/// </remarks>
internal sealed class StaticInitializerRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [StaticsDescriptors.Publishes];

    internal override void Register(RuleContext context)
    {
        ValueProof proof = new(context.Kinds);
        context.Start.RegisterOperationBlockAction(block => Check(context, proof, block));
    }

    private static void Check(RuleContext context, ValueProof proof, OperationBlockAnalysisContext action)
    {
        if (!IsInitializer(context, action.OwningSymbol))
        {
            return;
        }

        foreach (IOperation operation in OperationTree.WithoutLambdas(action.OperationBlocks))
        {
            if (
                Finding(context, proof, operation, action.OwningSymbol, action.CancellationToken) is { } finding
                && CodeScope.Covers(context, action.OwningSymbol, action.CancellationToken)
            )
            {
                context.Report(
                    action.ReportDiagnostic,
                    StaticsDescriptors.Publishes,
                    action.OwningSymbol,
                    operation.Syntax.GetLocation(),
                    finding.Related,
                    Names.Of(
                        action.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
                            ? action.OwningSymbol.ContainingType
                            : action.OwningSymbol
                    ),
                    finding.Does,
                    finding.Repair
                );
            }
        }
    }

    private static bool IsInitializer(RuleContext context, ISymbol owner) =>
        owner switch
        {
            IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => true,
            IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary } method => KnownSymbols.Has(method, context.Symbols.ModuleInitializer),
            IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true } => true,
            _ => false,
        };

    private static StaticFinding? Finding(RuleContext context, ValueProof proof, IOperation operation, ISymbol owner, CancellationToken cancellation)
    {
        if (StaticFinding.Of(context, proof, operation, owner) is { } finding)
        {
            return finding;
        }

        // Breadth first, so that the way shown is the shortest.
        if (Callee(operation, owner) is not { } first)
        {
            return null;
        }

        HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default) { first };
        Queue<(IMethodSymbol Method, string Path)> open = new([(first, Names.Of(first))]);
        while (open.Count > 0)
        {
            (IMethodSymbol method, string path) = open.Dequeue();
            if (Bodies.Of(context.Symbols.Compilation, method, cancellation) is not { } body || context.AuditedMember(method) is not null)
            {
                continue;
            }

            foreach (IOperation inner in OperationTree.WithoutLambdas([body]))
            {
                if (StaticFinding.Of(context, proof, inner, owner) is { } found)
                {
                    return found with { Does = $"calls {path}, which {found.Does}", Related = [inner.Syntax.GetLocation(), .. found.Related] };
                }

                if (Callee(inner, owner) is { } next && seen.Add(next))
                {
                    open.Enqueue((next, $"{path} -> {Names.Of(next)}"));
                }
            }
        }

        return null;
    }

    /// <summary>A static method of the same type, which is initialized no more than its caller.</summary>
    private static IMethodSymbol? Callee(IOperation operation, ISymbol owner) =>
        operation is IInvocationOperation { TargetMethod: { IsStatic: true, MethodKind: MethodKind.Ordinary } method }
        && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, owner.ContainingType.OriginalDefinition)
            ? method.OriginalDefinition
            : null;
}
