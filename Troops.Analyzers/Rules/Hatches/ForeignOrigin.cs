using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What of its caller's a method hands on: by the variables that a value is made of, as far as they cannot be shared; all else in it is the method's own making.</summary>
internal static class ForeignOrigin
{
    /// <summary>Locals that are made of locals.</summary>
    private const int Deepest = 4;

    /// <param name="handed">By the method or constructor.</param>
    /// <param name="method">Whose caller is asked for.</param>
    /// <param name="proof">Of the compilation: what can be shared does not matter.</param>
    /// <returns>Null if nothing is the caller's.</returns>
    internal static ForeignReach? Of(Handed handed, IMethodSymbol method, ValueProof proof)
    {
        ForeignReach? origin = handed.Source switch
        {
            null => This(method),
            IParameterSymbol parameter => Of(parameter, method),
            IOperation value => Of(value, method, proof, depth: 0),
            _ => Anything(method),
        };
        return origin is null ? null : origin with { Body = handed.Body, Audited = handed.Audited };
    }

    private static ForeignReach? Of(IOperation value, IMethodSymbol method, ValueProof proof, int depth)
    {
        ForeignReach? all = null;
        Stack<IOperation> open = new([value]);
        while (open.Count > 0)
        {
            IOperation part = open.Pop();
            if (part.Type is not null && proof.Of(part, isInside: false).IsShareable)
            {
                continue;
            }

            ForeignReach? own = part switch
            {
                IParameterReferenceOperation { Parameter: var parameter } => Of(parameter, method),
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => This(method),
                ILocalReferenceOperation local => Of(local, method, proof, depth),
                _ => null,
            };
            all = own is null ? all : all?.And(own) ?? own;
            foreach (IOperation child in part.ChildOperations)
            {
                open.Push(child);
            }
        }

        return all;
    }

    private static ForeignReach? Of(ILocalReferenceOperation local, IMethodSymbol method, ValueProof proof, int depth)
    {
        if (depth == Deepest || proof.FactsOf(local).ValuesOf(local.Local) is not { } values)
        {
            return Anything(method);
        }

        ForeignReach? all = null;
        foreach (IOperation value in values)
        {
            ForeignReach? own = Of(value, method, proof, depth + 1);
            all = own is null ? all : all?.And(own) ?? own;
        }

        return all;
    }

    private static ForeignReach Of(IParameterSymbol parameter, IMethodSymbol method)
    {
        ISymbol of = parameter.ContainingSymbol.OriginalDefinition;
        return Same(of, method) || Same(of, method.AssociatedSymbol) ? new(method, TakesThis: false, [parameter.Ordinal], TakesAll: false)
            // A captured parameter of a primary constructor is the object's.
            : of is IMethodSymbol { MethodKind: MethodKind.Constructor } ? This(method)
            : Anything(method);
    }

    private static ForeignReach This(IMethodSymbol method) => new(method, TakesThis: true, [], TakesAll: false);

    private static ForeignReach Anything(IMethodSymbol method) => new(method, TakesThis: !method.IsStatic, [], TakesAll: true);

    private static bool Same(ISymbol symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
