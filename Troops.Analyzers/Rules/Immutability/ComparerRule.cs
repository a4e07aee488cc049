using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>
/// TROOP010, for comparers that immutable, frozen and concurrent collections keep: anywhere, for the type of the collection says that it can be shared wherever it goes.
/// </summary>
internal sealed class ComparerRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [ImmutabilityDescriptors.UnprovenValue, ImmutabilityDescriptors.SharedComparer];

    internal override void Register(RuleContext context)
    {
        KeptComparers comparers = new(context.Symbols);
        ValueProof proof = new(context.Kinds);
        Func<ISymbol, bool> isTaken = member => member is IMethodSymbol method && comparers.IsTakenBy(method);
        context.Looks.OnUse(isTaken, action => CheckCall(context, comparers, proof, action), OperationKind.Invocation);
        context.Looks.OnUse(isTaken, action => CheckCreation(context, comparers, proof, action), OperationKind.ObjectCreation);
        context.Looks.OnUse(isTaken, action => CheckMethodGroup(context, comparers, action), OperationKind.MethodReference);
        context.Looks.OnOperation(action => CheckBuilder(context, comparers, proof, action), OperationKind.SimpleAssignment);
    }

    private static void CheckCall(RuleContext context, KeptComparers comparers, ValueProof proof, OperationAnalysisContext action)
    {
        IInvocationOperation call = (IInvocationOperation)action.Operation;
        bool isBase = call.TargetMethod.MethodKind == MethodKind.Constructor;
        CheckArguments(context, comparers, proof, action, call.TargetMethod, call.Arguments, isBase ? call.TargetMethod.ContainingType : call.Type);
    }

    private static void CheckCreation(RuleContext context, KeptComparers comparers, ValueProof proof, OperationAnalysisContext action)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)action.Operation;
        CheckArguments(context, comparers, proof, action, creation.Constructor!, creation.Arguments, creation.Type);
    }

    private static void CheckArguments(
        RuleContext context,
        KeptComparers comparers,
        ValueProof proof,
        OperationAnalysisContext action,
        IMethodSymbol method,
        ImmutableArray<IArgumentOperation> arguments,
        ITypeSymbol? collection
    )
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter && comparers.IsComparer(parameter))
            {
                Check(context, action, proof.Of(argument.Value, isInside: false), argument.Value.Syntax, collection, KeptComparers.DemandOf(method));
            }
        }
    }

    /// <summary>Whoever calls the delegate gives it any comparer.</summary>
    private static void CheckMethodGroup(RuleContext context, KeptComparers comparers, OperationAnalysisContext action)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)action.Operation;
        ITypeSymbol type = reference.Method.Parameters.First(comparers.IsComparer).Type;
        Check(context, action, Verdict.Because(Kind.Ref, type, Cause.Comparer), reference.Syntax, reference.Method.ReturnType);
    }

    private static void CheckBuilder(RuleContext context, KeptComparers comparers, ValueProof proof, OperationAnalysisContext action)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)action.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property } && comparers.IsOne(property))
        {
            Check(context, action, proof.Of(assignment.Value, isInside: false), assignment.Value.Syntax, property.ContainingType.ContainingType);
        }
    }

    private static void Check(
        RuleContext context,
        OperationAnalysisContext action,
        Verdict verdict,
        SyntaxNode at,
        ITypeSymbol? collection,
        Kind demand = Kind.Val
    )
    {
        if (verdict.Kind >= demand)
        {
            return;
        }

        // Of an interface or an open class the path says nothing that a reader of this line does not see.
        Verdict shown = verdict is { Next: null, Member: null } ? Verdict.Because(verdict.Kind, verdict.Type, Cause.Comparer) : verdict;
        context.Report(
            action.ReportDiagnostic,
            demand == Kind.Val ? ImmutabilityDescriptors.UnprovenValue : ImmutabilityDescriptors.SharedComparer,
            action.ContainingSymbol,
            at.GetLocation(),
            verdict.Locations(),
            Names.Of(collection),
            shown.Explain(),
            Causes.Repair(Cause.Comparer)
        );
    }
}
