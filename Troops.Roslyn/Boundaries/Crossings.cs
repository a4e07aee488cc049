using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Roslyn.Boundaries;

/// <summary>What a delegate or value takes along to another thread, as far as threads must not share it.</summary>
/// <remarks>
/// By meaning and not by the objects that the compiler makes for closures: what counts is what the body uses, that of the local functions that it calls and of the
/// delegates that it captures included. Looks at one body, and at no other method's. Each variable is found once, where it is used first.
/// </remarks>
internal sealed class Crossings(Kinds kinds, BoundaryMap boundaries, ValueProof proof)
{
    /// <param name="value">A delegate, a lambda, or the declaration of a local function.</param>
    /// <param name="graph">Of the whole body that the value is in; asked only if a captured variable is assigned somewhere.</param>
    internal IReadOnlyList<Crossed> OfDelegate(IOperation value, Func<ControlFlowGraph?> graph)
    {
        List<Crossed> found = [];
        new CrossingWalk(kinds, boundaries, proof, graph, found).Delegate(value, value.Syntax);
        return found;
    }

    /// <summary>Of a value that is no delegate: what its type says decides, that of an object made on the spot exactly.</summary>
    internal Crossed? OfValue(IOperation value)
    {
        IOperation own = Unconverted.Of(value);
        if (own.ConstantValue.HasValue || own.Type is null or IErrorTypeSymbol || own is IDefaultValueOperation { Type.IsReferenceType: true })
        {
            return null;
        }

        Verdict verdict =
            own is IObjectCreationOperation || (own.Type.IsValueType && value.Type is { IsReferenceType: true })
                ? kinds.Exact(own.Type)
                : kinds.Total(own.Type);
        verdict = verdict.IsShareable ? verdict : proof.Of(own, isInside: false);
        return verdict.IsShareable || verdict.IsUnknown ? null : new(CrossedAs.Value, SymbolOf(own), own.Type, own.Syntax, verdict);
    }

    internal static bool IsDelegate(IOperation value) => Unconverted.Of(value) is { Type: { } type } && Kinds.IsDelegate(type);

    private static ISymbol? SymbolOf(IOperation value) =>
        value switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
}
