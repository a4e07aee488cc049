using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>Lambdas that nobody holds any more when the expression around them has been evaluated: those of a LINQ query that is read to its end on the spot.</summary>
internal static class InlineLambda
{
    internal static bool Is(KnownSymbols symbols, IAnonymousFunctionOperation lambda)
    {
        IOperation? user = lambda.Parent is IDelegateCreationOperation creation ? OperationTree.UserOf(creation, out _) : null;
        while (user is IArgumentOperation { Parent: IInvocationOperation call } && IsLinq(symbols, call.TargetMethod))
        {
            if (!IsLazy(call.TargetMethod.ReturnType.OriginalDefinition))
            {
                return true;
            }

            user = OperationTree.UserOf(call, out _);
            if (user is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } next } } && IsCopy(symbols, next))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLinq(KnownSymbols symbols, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, symbols.Enumerable);

    private static bool IsLazy(ITypeSymbol type) => type.TypeKind == TypeKind.Interface;

    /// <summary><c>ToImmutableArray</c> and its like, which take a sequence and hold nothing of it but its elements.</summary>
    private static bool IsCopy(KnownSymbols symbols, IMethodSymbol method) =>
        method.IsExtensionMethod
        && method.Name.StartsWith("To", StringComparison.Ordinal)
        && !IsLazy(method.ReturnType.OriginalDefinition)
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, symbols.ImmutableArray?.ContainingAssembly);
}
