using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP011: what is given for a type parameter marked <c>[Immutable]</c> or <c>[Shareable]</c> is so.</summary>
/// <remarks>
/// A generic type is written out, or comes from the signature of a method whose type arguments are inferred: so generic names in syntax and the methods of operations
/// together are every place where a type argument is given.
/// </remarks>
internal sealed class TypeArgumentRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.TypeArgument];

    internal override void Register(RuleContext context)
    {
        Demands demands = context.Demands;
        TypeArguments arguments = new(context, demands);
        context.Looks.OnGenericName(demands.HasTypeNamed, arguments.CheckName);
        context.Looks.OnUse(
            arguments.MayDemand,
            arguments.CheckOperation,
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.PropertyReference
        );
        context.Looks.OnOperation(arguments.CheckCollection, OperationKind.CollectionExpression);
        context.Looks.OnOperation(arguments.CheckOperation, OperationKind.DeconstructionAssignment);
        // An operator has no type parameters but those of its extension block; and an instance method that nobody names leaves none to be inferred.
        if (demands.HasExtension)
        {
            context.Looks.OnOperation(
                arguments.CheckOperation,
                OperationKind.Binary,
                OperationKind.Unary,
                OperationKind.Increment,
                OperationKind.Decrement,
                OperationKind.CompoundAssignment,
                OperationKind.Loop,
                OperationKind.Await
            );
        }
    }
}
