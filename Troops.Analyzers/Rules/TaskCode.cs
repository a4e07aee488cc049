using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Tasks;
using Troops.Roslyn.Values;

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

            if (above is IAnonymousFunctionOperation lambda && ParameterOf(lambda) is { } parameter && boundaries.Of(parameter) >= Passage.Value)
            {
                return IsOfThread(parameter, boundaries);
            }
        }

        return false;
    }

    /// <summary>The body of a method or local function that a thread is started with by name, and that is no task's itself: it runs there as a lambda would. Null if there is none to see.</summary>
    internal IOperation? BodyOfThread(IMethodReferenceOperation reference, BoundaryMap boundaries, ValueProof proof, CancellationToken cancellation)
    {
        IMethodSymbol method = reference.Method.OriginalDefinition;
        if (
            method.IsAsync
            || method.IsAbstract
            || IsTask(method.ReturnType)
            || ParameterOf(reference) is not { } parameter
            || !IsOfThread(parameter, boundaries)
        )
        {
            return null;
        }

        return method.MethodKind == MethodKind.LocalFunction ? proof.FactsOf(reference).Find(method)?.Body
            : SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, symbols.Compilation.Assembly) && !symbols.IsOutside(method)
                ? Bodies.Of(symbols.Compilation, method, cancellation)
            : null;
    }

    /// <summary>The kernel threads of <c>Blocking.Run</c> are not ours, and marks that others make may mean anything.</summary>
    private bool IsOfThread(IParameterSymbol parameter, BoundaryMap boundaries) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingAssembly, symbols.Immutable.ContainingAssembly)
        && !SymbolEqualityComparer.Default.Equals(parameter.ContainingType, symbols.Blocking)
        && boundaries.IsMarked(parameter);

    /// <summary>The parameter that a lambda or method group is given to, or null.</summary>
    internal static IParameterSymbol? ParameterOf(IOperation function) => ArgumentOf(function)?.Parameter;

    /// <summary>The argument that a lambda or method group is, or null.</summary>
    internal static IArgumentOperation? ArgumentOf(IOperation function)
    {
        IOperation? user = OperationTree.UserOf(function, out _);
        user = user is IDelegateCreationOperation creation ? OperationTree.UserOf(creation, out _) : user;
        return user as IArgumentOperation;
    }

    private static bool Goes(IOperation lambda, BoundaryMap boundaries) => ParameterOf(lambda) is { } parameter && boundaries.Of(parameter) >= Passage.Value;
}
