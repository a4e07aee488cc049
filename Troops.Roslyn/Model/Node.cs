using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

/// <summary>A type while its kind is being found: what it is by itself, and the types that it cannot be better than.</summary>
internal sealed class Node(Query query)
{
    private List<(ISymbol? Member, Node Target)>? parts;
    private List<Node>? users;

    internal Query Query { get; } = query;

    internal Kind Kind { get; set; } = Kind.Val;

    internal int Distance { get; set; } = int.MaxValue;

    /// <summary>Found before; then nothing else here counts.</summary>
    internal Verdict? Known { get; private set; }

    internal Kind Own { get; private set; } = Kind.Val;

    internal Cause Cause { get; private set; }

    internal ISymbol? Member { get; private set; }

    internal IReadOnlyList<(ISymbol? Member, Node Target)> Parts => (IReadOnlyList<(ISymbol?, Node)>?)parts ?? [];

    /// <summary>Those that have this as a part.</summary>
    internal IReadOnlyList<Node> Users => (IReadOnlyList<Node>?)users ?? [];

    internal void IsKnown(Verdict verdict) => (Known, Kind, Distance) = (verdict, verdict.Kind, verdict.Distance);

    /// <summary>The first cause of the least kind stays: members come in the order of their declaration.</summary>
    internal void AtMost(Kind kind, Cause cause, ISymbol? member = null)
    {
        if (kind < Own)
        {
            (Own, Cause, Member) = (kind, cause, member);
        }
    }

    internal void AtMost(Node part, ISymbol? member = null)
    {
        (parts ??= []).Add((member, part));
        (part.users ??= []).Add(this);
    }
}
