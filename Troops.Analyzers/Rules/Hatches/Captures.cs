using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What a lambda or local function uses of the function around it.</summary>
internal static class Captures
{
    /// <summary>The first of them that only its own thread may touch, as a path; null if all are shareable.</summary>
    /// <param name="function">A lambda or local function.</param>
    /// <param name="symbol">Of it.</param>
    /// <param name="proof">Of values.</param>
    /// <param name="kinds">Of types.</param>
    internal static Verdict? Confined(IOperation function, IMethodSymbol symbol, ValueProof proof, Kinds kinds, out ISymbol? captured)
    {
        captured = null;
        if (symbol.IsStatic)
        {
            return null;
        }

        foreach (IOperation operation in function.Descendants())
        {
            captured = operation switch
            {
                ILocalReferenceOperation { Local.IsConst: false } local when !IsWithin(local.Local, symbol) => local.Local,
                IParameterReferenceOperation parameter when !IsWithin(parameter.Parameter, symbol) => parameter.Parameter,
                _ => null,
            };
            Verdict? verdict = operation switch
            {
                IInstanceReferenceOperation { Parent: IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } } => null,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } self } => kinds.Total(self),
                _ when captured is not null => proof.Of(operation, isInside: false),
                _ => null,
            };
            if (verdict is { IsShareable: false })
            {
                return verdict;
            }
        }

        return null;
    }

    private static bool IsWithin(ISymbol variable, IMethodSymbol function)
    {
        for (ISymbol? scope = variable.ContainingSymbol; scope is IMethodSymbol; scope = scope.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(scope, function))
            {
                return true;
            }
        }

        return false;
    }
}
