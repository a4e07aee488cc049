using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

/// <summary>The kind of one value, which may be better than that of the static type that holds it.</summary>
internal sealed class ValueProof(Kinds kinds)
{
    /// <summary>What can be proved of the value; the kind of its static type if nothing better can.</summary>
    /// <param name="value">Null for a value that nobody wrote, which is the default one.</param>
    /// <param name="isInside">Asked by a declaration whose <c>[OnlyIf]</c> parameters count as immutable.</param>
    internal Verdict Of(IOperation? value, bool isInside)
    {
        ITypeSymbol? type = value?.Type;
        if (type is null)
        {
            return Verdict.Immutable(type);
        }

        return isInside ? kinds.Inside(type) : kinds.Total(type);
    }
}
