using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>
/// TROOP009, TROOP010: what is written to a field of an immutable type that may hold anything, wherever that is: initializers, constructors, <c>init</c> bodies, object
/// initializers, <c>with</c>, deconstruction, <c>ref</c> and <c>out</c>. Each such field holds only what was proved, so what is read from one is proved too.
/// </summary>
internal sealed class WriteRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [ImmutabilityDescriptors.StoredDelegate, ImmutabilityDescriptors.UnprovenValue];

    internal override void Register(RuleContext context)
    {
        ValueProof proof = new(context.Kinds);
        context.Looks.OnType(action => CheckParameters(context, action));
        context.Looks.OnOperation(action => CheckInitializer(new(context, proof, action)), OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        context.Looks.OnOperation(
            action => CheckAssignment(new(context, proof, action)),
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.DeconstructionAssignment
        );
        context.Looks.OnReferenceArgument((action, argument) => CheckArgument(new(context, proof, action), argument));
    }

    /// <summary>What any caller may give: positional members of records, and primary constructors' parameters that members use.</summary>
    private static void CheckParameters(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (!context.Kinds.PromisesImmutability(type))
        {
            return;
        }

        foreach (Flaw flaw in context.Kinds.FlawsOf(type))
        {
            if (flaw.Kind != FlawKind.OpenField || !(flaw.Declared is IParameterSymbol || IsPositional(flaw.Declared)))
            {
                continue;
            }

            ITypeSymbol held = ((IFieldSymbol)flaw.Member).Type;
            context.Report(
                action.ReportDiagnostic,
                WriteCheck.DescriptorOf(held),
                flaw.Member,
                flaw.Declared.Locations[0],
                flaw.Verdict.Locations(),
                type.Name,
                flaw.Path,
                flaw.Verdict.Repair
            );
        }
    }

    internal static bool IsPositional(ISymbol member) =>
        member is IPropertySymbol && member.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is ParameterSyntax);

    private static void CheckInitializer(WriteCheck check)
    {
        switch (check.Operation)
        {
            case IFieldInitializerOperation { InitializedFields: [{ IsStatic: false } field, ..] } initializer:
                check.Write(new(field, field.Type, field.ContainingType), initializer.Value);
                break;
            case IPropertyInitializerOperation { InitializedProperties: [{ IsStatic: false } property, ..] } initializer:
                check.Write(new(property, property.Type, property.ContainingType), initializer.Value);
                break;
        }
    }

    private static void CheckAssignment(WriteCheck check)
    {
        switch (check.Operation)
        {
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction:
                CheckDeconstruction(check, targets, deconstruction);
                break;
            case ISimpleAssignmentOperation { IsRef: true }:
                break;
            // Taking a delegate away leaves nothing that was not there.
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, OperatorMethod: null }:
                break;
            // An operator of the object itself assigns nothing.
            case ICompoundAssignmentOperation { OperatorMethod.IsStatic: false }:
                break;
            case IAssignmentOperation assignment when !check.MayConcern(assignment.Target):
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { } method } compound when Storage.Of(compound.Target) is { } storage:
                check.Write(storage, compound, check.OfType(method.ReturnType));
                break;
            case IAssignmentOperation assignment when Storage.Of(assignment.Target) is { } storage:
                check.Write(storage, assignment.Value);
                break;
        }
    }

    private static void CheckArgument(WriteCheck check, IArgumentOperation argument)
    {
        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && check.MayConcern(argument.Value) && Storage.Of(argument.Value) is { } storage)
        {
            check.Write(storage, argument.Value, check.OfType(storage.Type));
        }
    }

    private static void CheckDeconstruction(WriteCheck check, ITupleOperation targets, IDeconstructionAssignmentOperation deconstruction)
    {
        if (!targets.Descendants().Any(check.MayConcern))
        {
            return;
        }

        DeconstructionInfo how = deconstruction is { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model }
            ? model.GetDeconstructionInfo(syntax)
            : default;
        Assign(targets, deconstruction.Value, deconstruction.Value.Type, how);

        void Assign(IOperation target, IOperation? value, ITypeSymbol? type, DeconstructionInfo how)
        {
            if (target is ITupleOperation tuple)
            {
                ITupleOperation? values = value is null ? null : AsTuple(value);
                ImmutableArray<ITypeSymbol?> types = TypesOf(tuple.Elements.Length, type, how.Method);
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    IOperation? part = values is not null && values.Elements.Length == tuple.Elements.Length ? values.Elements[i] : null;
                    Assign(tuple.Elements[i], part, part?.Type ?? types[i], how.Nested.IsDefaultOrEmpty ? default : how.Nested[i]);
                }
            }
            else if (Storage.Of(target) is { } storage)
            {
                if (value is null)
                {
                    check.Write(storage, target, check.OfType(type ?? storage.Type));
                }
                else
                {
                    check.Write(storage, value);
                }
            }
        }
    }

    private static ITupleOperation? AsTuple(IOperation value) =>
        value switch
        {
            ITupleOperation tuple => tuple,
            IConversionOperation conversion => AsTuple(conversion.Operand),
            IParenthesizedOperation parenthesized => AsTuple(parenthesized.Operand),
            _ => null,
        };

    /// <summary>Of the parts that a tuple or a <c>Deconstruct</c> method gives.</summary>
    private static ImmutableArray<ITypeSymbol?> TypesOf(int count, ITypeSymbol? type, IMethodSymbol? deconstruct)
    {
        if (deconstruct is not null && deconstruct.Parameters.Length >= count)
        {
            return [.. deconstruct.Parameters.Skip(deconstruct.Parameters.Length - count).Select(static parameter => (ITypeSymbol?)parameter.Type)];
        }

        return type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Length == count
            ? [.. tuple.TupleElements.Select(static element => (ITypeSymbol?)element.Type)]
            : [.. Enumerable.Repeat<ITypeSymbol?>(null, count)];
    }
}
