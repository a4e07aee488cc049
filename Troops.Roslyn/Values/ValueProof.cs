using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

/// <summary>The kind of one value, which may be better than that of the static type that holds it.</summary>
/// <remarks>
/// Reads nothing but the operations around the value: expressions, locals that have one value, the variables that a lambda captures. No flow, no other method's body.
/// Whatever it does not know is of its static type's kind. Any number of threads may ask at once.
/// </remarks>
internal sealed class ValueProof(Kinds kinds)
{
    private readonly KeptComparers comparers = new(kinds.Symbols);

    // A body with a thousand values to prove is read once, not a thousand times.
    private readonly ConditionalWeakTable<IOperation, BodyFacts> bodies = new();

    /// <summary>What can be proved of the value; the kind of its static type if nothing better can.</summary>
    /// <param name="value">Null for a value that nobody wrote, which is the default one.</param>
    /// <param name="isInside">Asked by a declaration whose <c>[OnlyIf]</c> parameters count as immutable.</param>
    internal Verdict Of(IOperation? value, bool isInside) => new ProofWalk(kinds, comparers, FactsOf, isInside).Of(value);

    /// <summary>Of the whole body that the operation is in.</summary>
    internal BodyFacts FactsOf(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return bodies.GetValue(root, static root => new BodyFacts(root));
    }
}
