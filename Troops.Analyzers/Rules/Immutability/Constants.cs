using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>Parameters that are known to be true or false in the call that is looked at.</summary>
internal sealed class Constants
{
    private const int DeepestCondition = 64;

    internal static readonly Constants None = new([]);

    private readonly ImmutableArray<(IParameterSymbol Parameter, bool Value)> known;

    private Constants(ImmutableArray<(IParameterSymbol Parameter, bool Value)> known) => this.known = known;

    internal Constants With(IParameterSymbol parameter, bool value) => new(known.Add((parameter, value)));

    /// <summary>Those that the call passes on to <paramref name="callee"/>.</summary>
    internal Constants Of(IOperation call, IMethodSymbol callee)
    {
        Constants passed = None;
        if (call is IInvocationOperation invocation)
        {
            foreach (IArgumentOperation argument in invocation.Arguments)
            {
                if (
                    argument.Parameter is { RefKind: RefKind.None } parameter
                    && Evaluate(argument.Value) is { } value
                    && parameter.Ordinal < callee.Parameters.Length
                    && !IsAssigned(callee.Parameters[parameter.Ordinal])
                )
                {
                    passed = passed.With(callee.Parameters[parameter.Ordinal], value);
                }
            }
        }

        return passed;
    }

    /// <summary>Whether the callee may give the parameter another value than the one that is passed; another variable of its name counts too.</summary>
    private static bool IsAssigned(IParameterSymbol parameter) =>
        parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference =>
            reference
                .GetSyntax()
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == parameter.Name && Assignments.IsAssigned(name))
        );

    /// <summary>What a condition comes to; null if that depends on something else, or if it is nested deeper than people write.</summary>
    internal bool? Evaluate(IOperation condition, int depth = 0)
    {
        if (depth > DeepestCondition)
        {
            return null;
        }

        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant;
        }

        switch (condition)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                foreach ((IParameterSymbol one, bool value) in known)
                {
                    if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, parameter.OriginalDefinition))
                    {
                        return value;
                    }
                }

                return null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return !Evaluate(not.Operand, depth + 1);
            case IBinaryOperation { OperatorMethod: null } binary when binary.LeftOperand.Type?.SpecialType == SpecialType.System_Boolean:
                return Combine(binary.OperatorKind, Evaluate(binary.LeftOperand, depth + 1), Evaluate(binary.RightOperand, depth + 1));
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } } pattern:
                return Evaluate(pattern.Value, depth + 1) is { } actual ? actual == expected : null;
            default:
                return null;
        }
    }

    public override string ToString() => string.Join(",", known.Select(static one => $"{one.Parameter.Ordinal}{one.Value}"));

    private static bool? Combine(BinaryOperatorKind kind, bool? left, bool? right) =>
        kind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left & right,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => left | right,
            BinaryOperatorKind.Equals => left is { } one && right is { } other ? one == other : null,
            BinaryOperatorKind.NotEquals => left is { } one && right is { } other ? one != other : null,
            _ => null,
        };
}
