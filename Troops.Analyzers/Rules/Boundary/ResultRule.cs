using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>TROOP033: a result that more than one may ask for is shareable.</summary>
internal sealed class ResultRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [BoundaryDescriptors.Result];

    internal override void Register(RuleContext context) =>
        context.Looks.OnUse(
            member => member.Name == "Completion" && SymbolEqualityComparer.Default.Equals(member.ContainingType, context.Symbols.TroopThreadOfResult),
            action => Check(context, action),
            OperationKind.PropertyReference
        );

    private static void Check(RuleContext context, OperationAnalysisContext action)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)action.Operation;
        if (context.Kinds.Total(reference.Property.ContainingType.TypeArguments[0]) is { IsShareable: false, IsUnknown: false } verdict)
        {
            context.Report(
                action.ReportDiagnostic,
                BoundaryDescriptors.Result,
                action.ContainingSymbol,
                reference.Syntax.GetLocation(),
                verdict.Locations(),
                $"'{Names.Of(reference.Property.OriginalDefinition)}'",
                verdict.Explain(),
                "Join the thread once, which moves its result, or return something immutable"
            );
        }
    }
}
