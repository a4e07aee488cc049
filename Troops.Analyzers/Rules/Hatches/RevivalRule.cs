using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP068 for a finalizer that stores its object: it comes back, and the garbage collector's thread is where.</summary>
internal sealed class RevivalRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Handle];

    internal override void Register(RuleContext context) => context.Start.RegisterOperationBlockAction(block => Check(context, block));

    private static void Check(RuleContext context, OperationBlockAnalysisContext action)
    {
        if (
            action.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Destructor } finalizer
            || !CodeScope.Covers(context, finalizer, action.CancellationToken)
        )
        {
            return;
        }

        foreach (IOperation operation in OperationTree.WithoutLambdas(action.OperationBlocks))
        {
            if (
                operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self
                && TargetOf(context, self) is { } target
            )
            {
                context.Report(
                    action.ReportDiagnostic,
                    HatchDescriptors.Handle,
                    finalizer,
                    self.Syntax.GetLocation(),
                    related: null,
                    $"The finalizer of '{finalizer.ContainingType.Name}' brings its object back: this -> {target}",
                    "make a new object"
                );
            }
        }
    }

    /// <summary>Where the object goes; null if it goes nowhere.</summary>
    private static string? TargetOf(RuleContext context, IInstanceReferenceOperation self) =>
        OperationTree.UserOf(self, out IOperation used) switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment when assignment.Value == used => Names.Of(member),
            IAssignmentOperation { Target: IArrayElementReferenceOperation } assignment when assignment.Value == used => "an array",
            IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol method }
                when !SymbolEqualityComparer.Default.Equals(method.ContainingType, context.Symbols.GarbageCollector)
                    && method is not { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } => Names.Of(method),
            _ => null,
        };
}
