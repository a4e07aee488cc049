using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP008: readonly storage of an immutable type to which somebody gets a reference that can be written through.</summary>
/// <remarks>
/// The compiler lets only constructors and <c>init</c> accessors take a writable reference. As an argument it ends with the call, so an immutable value may go so while its
/// object is made. What else leads around the compiler is a pointer, a local that keeps the reference, and <c>Unsafe</c> and <c>MemoryMarshal</c>.
/// </remarks>
internal sealed class AliasRule : Rule
{
    private const string Repair = "copy it into a local first, or assign it directly";

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.Alias];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnReferenceArgument((action, argument) => CheckArgument(context, action, argument));
        // Few declarations say `ref`, and there is an operation for each.
        context.Start.RegisterSyntaxNodeAction(action => CheckRefLocals(context, action), SyntaxKind.RefType);
        context.Looks.OnOperation(action => CheckRefAssignment(context, action), OperationKind.SimpleAssignment);
        context.Looks.OnOperation(action => CheckAddressOf(context, action), OperationKind.AddressOf);
    }

    private static void CheckArgument(RuleContext context, OperationAnalysisContext action, IArgumentOperation argument)
    {
        IParameterSymbol parameter = argument.Parameter!;
        INamedTypeSymbol? callee = parameter.ContainingType;
        bool isEscape = Same(callee, context.Symbols.Unsafe) || Same(callee, context.Symbols.MemoryMarshal);
        if (isEscape)
        {
            Check(
                context,
                action.ReportDiagnostic,
                action.ContainingSymbol,
                argument.Value,
                $"reference to {callee!.Name}.{parameter.ContainingSymbol.Name}",
                "return a copy, or use the value itself",
                isArgument: true
            );
        }
        else if (parameter.RefKind == RefKind.Ref && argument is { Value: IInstanceReferenceOperation, Syntax: not ArgumentSyntax })
        {
            // An extension that takes its receiver by reference: no word `ref` stands here, at which TROOP013 would look.
            Check(
                context,
                action.ReportDiagnostic,
                action.ContainingSymbol,
                argument.Value,
                "ref",
                "let the extension take it by value or by 'in'",
                isArgument: true
            );
        }
    }

    private static void CheckRefLocals(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        SyntaxNode? around = action.Node.Parent is ScopedTypeSyntax scoped ? scoped.Parent : action.Node.Parent;
        if (around is not VariableDeclarationSyntax declaration || action.ContainingSymbol is not { } member || CodeScope.IsGenerated(member))
        {
            return;
        }

        foreach (VariableDeclaratorSyntax variable in declaration.Variables)
        {
            if (
                action.SemanticModel.GetOperation(variable, action.CancellationToken) is IVariableDeclaratorOperation
                {
                    Symbol.RefKind: RefKind.Ref,
                    Initializer.Value: { } value
                }
            )
            {
                Check(context, action.ReportDiagnostic, member, value, "ref to a local", Repair);
            }
        }
    }

    private static void CheckRefAssignment(RuleContext context, OperationAnalysisContext action)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)action.Operation;
        if (assignment is { IsRef: true, Target: ILocalReferenceOperation { Local.RefKind: RefKind.Ref } })
        {
            Check(context, action.ReportDiagnostic, action.ContainingSymbol, assignment.Value, "ref to a local", Repair);
        }
    }

    private static void CheckAddressOf(RuleContext context, OperationAnalysisContext action) =>
        Check(
            context,
            action.ReportDiagnostic,
            action.ContainingSymbol,
            ((IAddressOfOperation)action.Operation).Reference,
            "pointer",
            "copy it into a local first"
        );

    private static void Check(
        RuleContext context,
        Action<Diagnostic> sink,
        ISymbol member,
        IOperation reference,
        string way,
        string repair,
        bool isArgument = false
    )
    {
        if (StorageOf(reference) is not { } storage || (storage.Member is INamedTypeSymbol && !isArgument))
        {
            return;
        }

        if (!context.Kinds.PromisesImmutability(storage.Holder) || IsConstructing(member, storage.Member))
        {
            return;
        }

        // What can be assigned anyhow is TROOP001's and TROOP004's; only in `init` a backing field is as good as readonly.
        if (storage.Member is IFieldSymbol { IsReadOnly: false } && member is not IMethodSymbol { IsInitOnly: true })
        {
            return;
        }

        ISymbol declared = (storage.Member as IFieldSymbol)?.AssociatedSymbol ?? storage.Member;
        context.Report(
            sink,
            ImmutabilityDescriptors.Alias,
            context.AuditedMember(declared) is null ? member : declared,
            reference.Syntax.GetLocation(),
            [declared.Locations[0]],
            storage.Holder.Name,
            storage.Member is INamedTypeSymbol ? "'this'" : Names.Of(declared),
            way,
            repair
        );
    }

    /// <summary>A constructor that passes its own struct on by reference has nothing yet that others see.</summary>
    private static bool IsConstructing(ISymbol member, ISymbol storage) =>
        storage is INamedTypeSymbol && member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IMethodSymbol { IsInitOnly: true };

    /// <summary>The instance storage that a reference leads to, through parts of structs, references that a member returns, and locals that keep one; null if none.</summary>
    private static (ISymbol Member, INamedTypeSymbol Holder)? StorageOf(IOperation reference)
    {
        IOperation? at = reference;
        for (int step = 0; at is not null && step < 64; step++)
        {
            switch (at)
            {
                // Of a struct in other storage a part is a part of that.
                case IFieldReferenceOperation
                {
                    Field.IsStatic: false,
                    Instance: IFieldReferenceOperation { Type.IsValueType: true, Field.IsStatic: false } outer
                }:
                    at = outer;
                    break;
                case IFieldReferenceOperation { Field: { IsStatic: false } field }:
                    return (field, field.ContainingType);
                case IPropertyReferenceOperation { Property: { ReturnsByRefReadonly: true, IsStatic: false } property }:
                    return (property, property.ContainingType);
                case IInvocationOperation { TargetMethod: { ReturnsByRefReadonly: true, IsStatic: false } method }:
                    return (method, method.ContainingType);
                case IInstanceReferenceOperation { Type: INamedTypeSymbol { IsValueType: true } type }:
                    return (type, type);
                case IConditionalOperation { IsRef: true, WhenFalse: { } otherwise } conditional:
                    return StorageOf(conditional.WhenTrue) ?? StorageOf(otherwise);
                case ISimpleAssignmentOperation { IsRef: true } assignment:
                    at = assignment.Value;
                    break;
                case IParenthesizedOperation parenthesized:
                    at = parenthesized.Operand;
                    break;
                case ILocalReferenceOperation { Local.RefKind: not RefKind.None } local:
                    at = InitializerOf(local);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IOperation? InitializerOf(ILocalReferenceOperation reference) =>
        reference.Local.DeclaringSyntaxReferences is [{ } declaration]
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer }
        && reference.SemanticModel?.GetOperation(initializer) is IVariableInitializerOperation { Value: { } value }
            ? value
            : null;

    private static bool Same(ISymbol? left, ISymbol? right) => right is not null && SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right);
}
