using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>TROOP030 to TROOP032, 034 to 039 and 067: what the arguments of a call, and the handlers of an event, take to another thread.</summary>
/// <remarks>Only arguments that leave are looked at.</remarks>
internal sealed class CrossingRule : Rule
{
    /// <summary>So that a body full of starts takes no time that grows with their square.</summary>
    private const int MostEarlier = 16;

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        BoundaryDescriptors.Captured,
        BoundaryDescriptors.Written,
        BoundaryDescriptors.Argument,
        BoundaryDescriptors.Target,
        BoundaryDescriptors.Forgotten,
        BoundaryDescriptors.TypeParameter,
        BoundaryDescriptors.Lazy,
        BoundaryDescriptors.View,
        BoundaryDescriptors.Box,
        BoundaryDescriptors.Array,
        BoundaryDescriptors.Unlisted,
        BoundaryDescriptors.UnlistedStrict,
    ];

    internal override bool FollowsFlow => true;

    internal override void Register(RuleContext context)
    {
        Crossings crossings = new(context.Kinds, context.Boundaries, new ValueProof(context.Kinds));
        context.Looks.OnKnownUse(static facts => facts.Leaves, (action, member, facts) => CheckUse(context, crossings, action, member, facts));
        context.Looks.OnOperation(action => CheckHandler(context, crossings, action), OperationKind.EventAssignment);
        context.Looks.OnOperation(
            action => CheckCallback(context, crossings, action),
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment
        );
        context.Looks.OnOperation(action => CheckCollection(context, crossings, action), OperationKind.CollectionExpression);
    }

    private static void CheckUse(RuleContext context, Crossings crossings, OperationAnalysisContext action, ISymbol member, ApiFacts facts)
    {
        ImmutableArray<IArgumentOperation> arguments = [];
        switch (action.Operation)
        {
            case IInvocationOperation call:
                arguments = call.Arguments;
                break;
            case IObjectCreationOperation creation:
                arguments = creation.Arguments;
                break;
            case IPropertyReferenceOperation indexed:
                arguments = indexed.Arguments;
                break;
            default:
                CheckReference(context, action, (IMethodSymbol)member);
                break;
        }

        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                Check(context, crossings, action, member, facts.Of(parameter.Ordinal), argument.Value);
            }
        }
    }

    private static void CheckHandler(RuleContext context, Crossings crossings, OperationAnalysisContext action)
    {
        IEventAssignmentOperation assignment = (IEventAssignmentOperation)action.Operation;
        if (assignment is { Adds: true, EventReference: IEventReferenceOperation { Event: { } @event } })
        {
            Check(context, crossings, action, @event, context.Boundaries.OfHandlers(@event), assignment.HandlerValue);
        }
    }

    /// <summary>What a delegate of a boundary's method forgets.</summary>
    private static void CheckReference(RuleContext context, OperationAnalysisContext action, IMethodSymbol method)
    {
        if (method.Parameters.FirstOrDefault(context.Boundaries.IsMarked) is not { } parameter)
        {
            return;
        }

        context.Report(
            action.ReportDiagnostic,
            BoundaryDescriptors.Forgotten,
            action.ContainingSymbol,
            action.Operation.Syntax.GetLocation(),
            related: null,
            $"{Roslyn.Names.Of(method.ContainingType.OriginalDefinition)}.{method.Name}",
            parameter.Name
        );
    }

    /// <summary>A delegate that is left in a property or an indexer of an object: <c>listener.InstrumentPublished = ...</c>, or <c>+=</c>, or <c>??=</c>.</summary>
    private static void CheckCallback(RuleContext context, Crossings crossings, OperationAnalysisContext action)
    {
        IAssignmentOperation assignment = (IAssignmentOperation)action.Operation;
        if (
            assignment
                is { Target: IPropertyReferenceOperation { Property: { SetMethod: { } setter } property }, Value: { } value }
                    and not ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract }
            && Kinds.IsDelegate(property.Type)
        )
        {
            Check(context, crossings, action, property, context.Boundaries.Of(setter).Of(setter.Parameters.Length - 1), value);
        }
    }

    /// <summary>A collection expression: it calls the <c>Add</c> of its type and does not name it.</summary>
    private static void CheckCollection(RuleContext context, Crossings crossings, OperationAnalysisContext action)
    {
        ICollectionExpressionOperation collection = (ICollectionExpressionOperation)action.Operation;
        if (
            collection is not { Type: INamedTypeSymbol type, ConstructMethod: null or { MethodKind: MethodKind.Constructor } }
            || !context.Symbols.CanMark(type.ContainingAssembly)
        )
        {
            return;
        }

        foreach (IMethodSymbol add in Adds(context, type))
        {
            foreach (IOperation element in collection.Elements)
            {
                (IOperation value, ITypeSymbol? given) = element is ISpreadOperation spread ? (spread.Operand, spread.ElementType) : (element, element.Type);
                if (SymbolEqualityComparer.Default.Equals(add.Parameters[0].Type, given))
                {
                    Check(context, crossings, action, add, context.Boundaries.Of(add).Of(0), value);
                }
            }
        }
    }

    /// <summary>Those whose argument leaves: nearly no type has one.</summary>
    private static IEnumerable<IMethodSymbol> Adds(RuleContext context, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers("Add"))
            {
                if (member is IMethodSymbol { IsStatic: false, IsOverride: false } add && context.Boundaries.Of(add).Leaves)
                {
                    yield return add;
                }
            }
        }
    }

    private static void Check(RuleContext context, Crossings crossings, OperationAnalysisContext action, ISymbol api, Passage passage, IOperation value)
    {
        // A delegate that is handed over is run by who gets it.
        switch (passage == Passage.Value && Crossings.IsDelegate(value) ? Passage.Thread : passage)
        {
            case Passage.Thread or Passage.Troop:
                foreach (Crossed crossed in crossings.OfDelegate(value, action.GetControlFlowGraph))
                {
                    if (!IsTold(context, crossings, action, value, crossed))
                    {
                        CrossingReport.Report(context, action.ReportDiagnostic, action.ContainingSymbol, api, crossed);
                    }
                }

                break;
            case Passage.Value when crossings.OfValue(value) is { } handed:
                CrossingReport.Report(context, action.ReportDiagnostic, action.ContainingSymbol, api, handed);
                break;
            case Passage.Unknown when CodeScope.Covers(context, action.ContainingSymbol):
                CheckUnlisted(context, crossings, action, api, value);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether an earlier start in the body takes the same along, by the same delegate or by a local function that both call: the place is reported once.</summary>
    private static bool IsTold(RuleContext context, Crossings crossings, OperationAnalysisContext action, IOperation value, Crossed crossed) =>
        !value.Syntax.Span.Contains(crossed.At.Span)
        && Earlier(context, value)
            .Take(MostEarlier)
            .SelectMany(other => crossings.OfDelegate(other, action.GetControlFlowGraph))
            .Any(other => (other.At, other.As) == (crossed.At, crossed.As) && SymbolEqualityComparer.Default.Equals(other.Symbol, crossed.Symbol));

    /// <summary>The delegates that are given to another thread further up in the body.</summary>
    private static IEnumerable<IOperation> Earlier(RuleContext context, IOperation value)
    {
        IOperation body = value;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        return body.Descendants()
            .OfType<IArgumentOperation>()
            .Where(argument =>
                argument.Syntax.Span.End <= value.Syntax.SpanStart
                && argument.Parameter is { } parameter
                && context.Boundaries.Of(parameter) >= Passage.Value
                && Crossings.IsDelegate(argument.Value)
            )
            .Select(static argument => argument.Value);
    }

    private static void CheckUnlisted(RuleContext context, Crossings crossings, OperationAnalysisContext action, ISymbol api, IOperation value)
    {
        if (crossings.OfDelegate(value, action.GetControlFlowGraph) is [var first, ..])
        {
            context.Report(
                action.ReportDiagnostic,
                context.Options.IsStrict ? BoundaryDescriptors.UnlistedStrict : BoundaryDescriptors.Unlisted,
                action.ContainingSymbol,
                first.At.GetLocation(),
                first.Verdict.Locations(),
                $"'{CrossingReport.NameOf(api)}'",
                CrossingReport.PathOf(first),
                $"capture only what threads may share, or say in a *.boundaries.txt file: Inline {Roslyn.Names.Metadata(api.ContainingType)}.{(api is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "new" : api.MetadataName)}"
            );
        }
    }
}
