using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>What one operation in a finalizer does with the object: calls something on it, or touches what it must not.</summary>
/// <param name="Member">What is to blame; null for the object itself.</param>
/// <param name="Callee">To look into; then nothing else counts.</param>
/// <param name="Problem">The end of a path, or what is wrong.</param>
/// <param name="Repair">What to do about it.</param>
/// <param name="Related">The rest of the path.</param>
internal sealed record FinalizerUse(ISymbol? Member, IMethodSymbol? Callee, string Problem, string Repair, ImmutableArray<Location> Related)
{
    private const string Guard = "touch it under 'if (disposing)' only, or leave it to its own finalizer";

    internal static FinalizerUse? Of(RuleContext context, INamedTypeSymbol type, IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: { } instance } when IsSelf(instance):
                return IsForgotten(operation) ? null : OfStorage(context, field, field.Type);
            case IPropertyReferenceOperation { Property: { IsStatic: false } property, Instance: { } instance } when IsSelf(instance):
                return OfProperty(context, type, property, operation);
            case IEventReferenceOperation { Event: { IsStatic: false } @event, Instance: { } instance } when IsSelf(instance):
                return OfStorage(context, @event, @event.Type);
            case IInvocationOperation { TargetMethod: { IsStatic: false } method, Instance: { } instance } when IsSelf(instance):
                return OfCall(type, method, instance);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter }:
                return OfStorage(context, parameter, parameter.Type);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                return IsHandedOut(context, self)
                    ? new(null, null, "it hands out 'this', which other threads may then reach", "hand out only the values that are needed", [])
                    : null;
            default:
                return null;
        }
    }

    private static bool IsSelf(IOperation instance) =>
        Unconverted.Of(instance) is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>Set to nothing: the object itself is nobody's any more.</summary>
    private static bool IsForgotten(IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment
        && assignment.Target == reference
        && Unconverted.Of(assignment.Value) is ILiteralOperation or IDefaultValueOperation;

    private static FinalizerUse? OfStorage(RuleContext context, ISymbol member, ITypeSymbol type)
    {
        // A pointer is to memory that the object owns and the garbage collector does not; a handle is there to be freed.
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || SymbolEqualityComparer.Default.Equals(type, context.Symbols.GCHandle))
        {
            return null;
        }

        Verdict verdict = context.Kinds.Total(type);
        return verdict.IsShareable ? null : new(member, null, verdict.Explain(member), Guard, verdict.Locations());
    }

    private static FinalizerUse? OfProperty(RuleContext context, INamedTypeSymbol type, IPropertySymbol property, IOperation reference)
    {
        if (IsForgotten(reference))
        {
            return null;
        }

        bool isAutomatic = property
            .ContainingType.GetMembers()
            .Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
        bool isAssigned = reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
        IMethodSymbol? accessor = isAssigned ? property.SetMethod : property.GetMethod;
        return isAutomatic || accessor is null
            ? OfStorage(context, property, property.Type)
            : OfCall(type, accessor, ((IPropertyReferenceOperation)reference).Instance!);
    }

    private static FinalizerUse? OfCall(INamedTypeSymbol type, IMethodSymbol method, IOperation instance)
    {
        // What a base class does when it is finalized was said where that class is declared.
        bool isOthers =
            FinalizerRule.IsDisposing(method)
            && !SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
            && FinalizerRule.HasFinalizer(method.ContainingType);
        if (isOthers || method.ContainingType.SpecialType == SpecialType.System_Object)
        {
            return null;
        }

        bool isBase = Unconverted.Of(instance).Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax;
        bool isVirtual = !isBase && ThisCall.IsDispatched(method);
        ThisTarget target = ThisTarget.Running(type, new(method.OriginalDefinition, isVirtual, instance.Syntax.GetLocation()));

        // What an override of Dispose(bool) does is checked there, and what the base class of another assembly does is its own matter.
        string? problem =
            FinalizerRule.IsDisposing(method) ? null
            : isVirtual && !type.IsSealed ? $"'{Names.Of(method.AssociatedSymbol ?? method)}' may be overridden by a subclass that touches what it must not"
            : target.Problem;
        return problem is not null ? new(method, null, problem, "call only what is certain to run", [])
            : target.Method is { } callee ? new(null, callee, "", "", [])
            : null;
    }

    private static bool IsHandedOut(RuleContext context, IInstanceReferenceOperation self) =>
        OperationTree.UserOf(self, out IOperation used) switch
        {
            IMemberReferenceOperation member => member is IMethodReferenceOperation,
            IInvocationOperation call => call.Instance != used,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var type } } => !SymbolEqualityComparer.Default.Equals(
                type,
                context.Symbols.GarbageCollector
            ),
            IBinaryOperation { OperatorMethod: null } or IIsTypeOperation or IIsPatternOperation => false,
            _ => true,
        };
}
