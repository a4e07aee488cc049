using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP065 for a method that a thread is started with by name: it runs there as a lambda in its place would.</summary>
internal sealed class BlockingBodyRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Blocking];

    internal override void Register(RuleContext context)
    {
        ValueProof proof = new(context.Kinds);
        context.Looks.OnOperation(operation => Check(context, proof, operation), OperationKind.MethodReference);
    }

    private static void Check(RuleContext context, ValueProof proof, OperationAnalysisContext action)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)action.Operation;
        if (
            context.TaskCode.BodyOfThread(reference, context.Boundaries, proof, action.CancellationToken) is not { } body
            || CodeScope.IsGenerated(action.ContainingSymbol)
            || !CodeScope.Covers(context, action.ContainingSymbol, action.CancellationToken)
        )
        {
            return;
        }

        foreach (IOperation operation in OperationTree.WithoutLambdas([body]))
        {
            if (Blocking(context, operation) is not var (what, instead))
            {
                continue;
            }

            context.Report(
                action.ReportDiagnostic,
                HatchDescriptors.Blocking,
                context.AuditedMember(reference.Method) ?? action.ContainingSymbol,
                reference.Syntax.GetLocation(),
                [operation.Syntax.GetLocation()],
                $"{Names.Of(reference.Method)} -> {what}",
                instead
            );
            return;
        }
    }

    private static (string What, string Instead)? Blocking(RuleContext context, IOperation operation) =>
        operation switch
        {
            ILockOperation => ("lock", LockRule.Instead),
            IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation when Looks.MemberOf(operation) is { } member =>
                context.Boundaries.Of(member) is { Roles: var roles } && (roles & (ApiRole.Blocks | ApiRole.Threads)) == ApiRole.Blocks
                    ? ($"{Names.Of(member.ContainingType)}.{member.Name}", Awaitables.Instead(context, member))
                    : null,
            _ => null,
        };
}
