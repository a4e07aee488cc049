using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Tasks;

namespace Troops.Analyzers.Rules;

/// <summary>Which code runs as a task of a thread: what returns <c>TroopTask</c>, and what stands in that.</summary>
internal sealed class TaskCode(KnownSymbols symbols)
{
    /// <summary><c>TroopTask</c> or <c>TroopTask&lt;T&gt;</c>.</summary>
    internal bool IsTask(ITypeSymbol? type) => TaskTypes.IsTask(symbols, type);

    /// <summary>A method, lambda or local function whose body is a task's: it is <c>async</c> and returns one.</summary>
    internal bool IsBody(IMethodSymbol method) => TaskTypes.IsBody(symbols, method);

    /// <summary>The task's body that the operation runs in: the innermost one around it, past lambdas that are not handed to another thread. Null if it runs in none for certain.</summary>
    /// <param name="operation">In a body.</param>
    /// <param name="containing">The member that the body is of.</param>
    /// <param name="boundaries">Of the compilation.</param>
    internal IMethodSymbol? BodyAround(IOperation operation, ISymbol containing, BoundaryMap boundaries)
    {
        for (IOperation? above = operation.Parent; above is not null; above = above.Parent)
        {
            IMethodSymbol? function = above switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null)
            {
                continue;
            }

            if (IsTask(function.ReturnType))
            {
                return function;
            }

            // Another thread's, which may be a kernel thread of its own.
            if (function.IsAsync || Goes(above, boundaries))
            {
                return null;
            }
        }

        return containing is IMethodSymbol method && IsTask(method.ReturnType) ? method : null;
    }

    /// <summary>Whether the operation runs in a thread of Troops for certain: in a task's body, or in a lambda that a thread is started with.</summary>
    internal bool IsInThread(IOperation operation, ISymbol containing, BoundaryMap boundaries)
    {
        if (BodyAround(operation, containing, boundaries) is not null)
        {
            return true;
        }

        for (IOperation? above = operation.Parent; above is not null; above = above.Parent)
        {
            if (above is ILocalFunctionOperation or IAnonymousFunctionOperation { Symbol.IsAsync: true })
            {
                return false;
            }

            // The kernel threads of Blocking.Run are not ours, and marks that others make may mean anything.
            if (above is IAnonymousFunctionOperation lambda && ParameterOf(lambda) is { } parameter && boundaries.Of(parameter) >= Passage.Value)
            {
                return boundaries.IsMarked(parameter)
                    && SymbolEqualityComparer.Default.Equals(parameter.ContainingAssembly, symbols.Immutable.ContainingAssembly)
                    && !SymbolEqualityComparer.Default.Equals(parameter.ContainingType, symbols.Blocking);
            }
        }

        return false;
    }

    /// <summary>The parameter that a lambda or method group is given to, or null.</summary>
    internal static IParameterSymbol? ParameterOf(IOperation function)
    {
        IOperation? user = OperationTree.UserOf(function, out _);
        user = user is IDelegateCreationOperation creation ? OperationTree.UserOf(creation, out _) : user;
        return (user as IArgumentOperation)?.Parameter;
    }

    private static bool Goes(IOperation lambda, BoundaryMap boundaries) => ParameterOf(lambda) is { } parameter && boundaries.Of(parameter) >= Passage.Value;
}
