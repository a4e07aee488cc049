using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>A body that a finalizer runs, with the arguments that are known.</summary>
internal sealed class FinalizerBody(IMethodSymbol method, IEnumerable<IOperation> blocks, Constants constants)
{
    internal IMethodSymbol Method { get; } = method;

    internal Constants Constants { get; } = constants;

    /// <summary>What may run, without recursion, in the order of the text: lambdas too, for they may be called.</summary>
    internal IEnumerable<IOperation> Reached()
    {
        Stack<IOperation> open = new(blocks.Reverse());
        while (open.Count > 0)
        {
            IOperation operation = open.Pop();
            if (operation is INameOfOperation)
            {
                continue;
            }

            yield return operation;
            foreach (IOperation child in Children(operation).Reverse())
            {
                open.Push(child);
            }
        }
    }

    private IEnumerable<IOperation> Children(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                return UpToEnd(block);
            case IConditionalOperation conditional when Constants.Evaluate(conditional.Condition) is { } value:
                return (value ? conditional.WhenTrue : conditional.WhenFalse) is { } taken ? [taken] : [];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both
                when Constants.Evaluate(both.LeftOperand) == false:
                return [];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } either
                when Constants.Evaluate(either.LeftOperand) == true:
                return [];
            default:
                return operation.ChildOperations;
        }
    }

    private IEnumerable<IOperation> UpToEnd(IBlockOperation block)
    {
        foreach (IOperation statement in block.Operations)
        {
            yield return statement;
            if (Ends(statement))
            {
                // A label behind it may still be jumped to, and a local function is called from before.
                foreach (IOperation rest in block.Operations)
                {
                    if (rest.Syntax.SpanStart > statement.Syntax.SpanStart && rest is ILabeledOperation or ILocalFunctionOperation)
                    {
                        yield return rest;
                    }
                }

                yield break;
            }
        }
    }

    /// <summary>Whether nothing behind the statement runs.</summary>
    private bool Ends(IOperation statement) =>
        statement switch
        {
            IReturnOperation { Kind: OperationKind.Return } => true,
            IBlockOperation block => block.Operations.Any(Ends),
            IConditionalOperation conditional when Constants.Evaluate(conditional.Condition) is { } value => (
                value ? conditional.WhenTrue : conditional.WhenFalse
            )
                is { } taken
                && Ends(taken),
            _ => false,
        };
}
