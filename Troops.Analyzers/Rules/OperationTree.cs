using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules;

/// <summary>Walks over bodies. Without recursion: an expression may be nested deeper than a stack is.</summary>
internal static class OperationTree
{
    /// <summary>What runs when the body runs, in the order of the text: lambdas are left out, local functions are not, for they are there to be called.</summary>
    internal static IEnumerable<IOperation> WithoutLambdas(IEnumerable<IOperation> roots)
    {
        Stack<IOperation> open = new(roots.Reverse());
        while (open.Count > 0)
        {
            IOperation operation = open.Pop();
            if (operation is IAnonymousFunctionOperation or INameOfOperation)
            {
                continue;
            }

            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }

    /// <summary>The operation that uses the value, past conversions that the language defines.</summary>
    internal static IOperation? UserOf(IOperation value, out IOperation used)
    {
        used = value;
        while (used.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            used = conversion;
        }

        return used.Parent;
    }
}
