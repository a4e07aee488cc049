using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>One operation that may write to an open field, and the means to judge it.</summary>
internal readonly struct WriteCheck(RuleContext context, ValueProof proof, OperationAnalysisContext action)
{
    internal IOperation Operation => action.Operation;

    internal static DiagnosticDescriptor DescriptorOf(ITypeSymbol held) =>
        Kinds.IsDelegate(held) ? ImmutabilityDescriptors.StoredDelegate : ImmutabilityDescriptors.UnprovenValue;

    /// <summary>Whether an operation names storage that is worth a look: to find out how it is written takes syntax, so what promises nothing leaves before that.</summary>
    internal bool MayConcern(IOperation operation) =>
        operation.Kind is OperationKind.FieldReference or OperationKind.PropertyReference
        && ((IMemberReferenceOperation)operation).Member is { IsStatic: false, ContainingType: { } holder }
        && MayBeOpen(operation.Type)
        && context.Kinds.PromisesImmutability(holder);

    /// <summary>Of a value of which only the type is known.</summary>
    internal Verdict OfType(ITypeSymbol type) => context.Kinds.Inside(type);

    internal void Write(Storage storage, IOperation value)
    {
        if (Concerns(storage))
        {
            Report(storage, value, proof.Of(value, IsInside(storage)));
        }
    }

    internal void Write(Storage storage, IOperation at, Verdict verdict)
    {
        if (Concerns(storage))
        {
            Report(storage, at, verdict);
        }
    }

    /// <summary>Most assignments of a program are to numbers, strings and types that promise nothing: these leave first.</summary>
    private bool Concerns(Storage storage) =>
        MayBeOpen(storage.Type)
        // That it can be assigned at all is reported once, where it is declared.
        && storage.Member is not IFieldSymbol { IsReadOnly: false, AssociatedSymbol: null }
        && context.Kinds.PromisesImmutability(storage.Holder)
        && context.Kinds.HoldsWhatIsWritten(storage.Type)
        // A conditionally immutable object of mutable parts makes no promise.
        && (IsInside(storage) ? context.Kinds.ExactInside(storage.Holder) : context.Kinds.Exact(storage.Holder)).IsVal
        // Reported where it is declared.
        && !(WriteRule.IsPositional(storage.Member) && Operation.Kind != OperationKind.PropertyInitializer);

    private static bool MayBeOpen(ITypeSymbol? type) =>
        type
            is { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate or TypeKind.Struct }
                and not { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr };

    private bool IsInside(Storage storage)
    {
        // Any other promise is kept for all type arguments, those of the types around included.
        if (context.Kinds.OwnPromise(storage.Holder) != Promise.ConditionallyImmutable)
        {
            return false;
        }

        for (INamedTypeSymbol? type = action.ContainingSymbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, storage.Holder.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private void Report(Storage storage, IOperation at, Verdict verdict)
    {
        if (verdict.IsVal)
        {
            return;
        }

        // Who vouches for the field vouches for all that is written to it.
        ISymbol declared = (storage.Member as IFieldSymbol)?.AssociatedSymbol ?? storage.Member;
        context.Report(
            action.ReportDiagnostic,
            DescriptorOf(storage.Type),
            context.AuditedMember(declared) is null ? action.ContainingSymbol : declared,
            at.Syntax.GetLocation(),
            verdict.Locations().Insert(0, declared.Locations[0]),
            storage.Holder.Name,
            verdict.Explain(declared),
            verdict.Repair
        );
    }
}
