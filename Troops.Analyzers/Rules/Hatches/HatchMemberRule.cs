using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Uses of members that the lists of boundaries know: TROOP060, 061, 063, 065, 068 and 069, which all ask the same of each name in a program.</summary>
internal sealed class HatchMemberRule : Rule
{
    private const ApiRole Looked =
        ApiRole.Threads | ApiRole.Blocks | ApiRole.Unsafe | ApiRole.Reflection | ApiRole.StrictReflection | ApiRole.Handle | ApiRole.Singleton;

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        HatchDescriptors.UnsafeCode,
        HatchDescriptors.Reflection,
        HatchDescriptors.AmbientThreads,
        HatchDescriptors.Blocking,
        HatchDescriptors.Handle,
        HatchDescriptors.Singleton,
    ];

    internal override void Register(RuleContext context)
    {
        ValueProof proof = new(context.Kinds);
        context.Looks.OnKnownUse(static facts => (facts.Roles & Looked) != 0, (action, member, facts) => Check(context, proof, action, member, facts.Roles));
    }

    private static void Check(RuleContext context, ValueProof proof, OperationAnalysisContext action, ISymbol member, ApiRole roles)
    {
        if (IsNamed(action.Operation) || !CodeScope.CoversOtherwise(context, action.ContainingSymbol))
        {
            return;
        }

        HatchUse use = new(context, action, member, roles);
        SingletonUses.Check(use, proof);
        if (!CodeScope.IsAnnotated(context, action.ContainingSymbol, action.CancellationToken))
        {
            return;
        }

        ThreadUses.Check(use);
        UnsafeUses.Check(use);
        ReflectionUses.Check(use);
        HandleUses.Check(use);
    }

    private static bool IsNamed(IOperation operation)
    {
        for (IOperation? above = operation.Parent; above is IMemberReferenceOperation or INameOfOperation; above = above.Parent)
        {
            if (above is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }
}
