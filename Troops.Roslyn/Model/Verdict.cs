using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

/// <summary>The kind of a type or value, and why it is not better: a path from it to the member or type that is to blame.</summary>
internal sealed class Verdict
{
    private Verdict(Kind kind, ITypeSymbol? type, Cause cause, ISymbol? member, Verdict? next, bool isUnknown)
    {
        (Kind, Type, Cause, Member, Next, IsUnknown) = (kind, type, cause, member, next, isUnknown);
    }

    internal Kind Kind { get; }

    internal ITypeSymbol? Type { get; }

    /// <summary><see cref="Cause.Part"/> if <see cref="Next"/> says more.</summary>
    internal Cause Cause { get; }

    /// <summary>The member of <see cref="Type"/> that is to blame or whose type is; null where the type itself, its base or a type argument is.</summary>
    internal ISymbol? Member { get; }

    /// <summary>The verdict on the member's type, the base or the type argument.</summary>
    internal Verdict? Next { get; }

    /// <summary>The type does not bind. Nothing is reported then: the compiler does that.</summary>
    internal bool IsUnknown { get; }

    /// <summary>How many steps the path has after this one.</summary>
    internal int Distance => Next is null ? 0 : Next.Distance + 1;

    internal bool IsVal => Kind == Kind.Val;

    internal bool IsShareable => Kind != Kind.Ref;

    /// <summary>What the whole path ends with.</summary>
    internal Cause RootCause => Root.Cause;

    private Verdict Root => Next is null ? this : Next.Root;

    /// <summary>What to do about it, as the end of a sentence: "make it readonly".</summary>
    internal string Repair =>
        // Nobody can seal what is there to be derived from.
        Root is { Cause: Cause.Unsealed, Type.IsAbstract: true }
            ? "mark it [Immutable]"
            : Causes.Repair(RootCause);

    /// <summary>As <see cref="Repair"/>, where a kind less than immutable is enough.</summary>
    internal string RepairFor(Kind demand) => demand == Kind.Sync && RootCause == Cause.TypeParameter ? "mark the type parameter [Shareable]" : Repair;

    internal static Verdict Immutable(ITypeSymbol? type) => new(Kind.Val, type, Cause.None, null, null, isUnknown: false);

    internal static Verdict Unknown(ITypeSymbol? type) => new(Kind.Val, type, Cause.None, null, null, isUnknown: true);

    internal static Verdict Because(Kind kind, ITypeSymbol? type, Cause cause, ISymbol? member = null) =>
        new(kind, type, cause, member, null, isUnknown: false);

    internal static Verdict Through(Kind kind, ITypeSymbol? type, ISymbol? member, Verdict next) => new(kind, type, Cause.Part, member, next, isUnknown: false);

    /// <summary>The path, as <c>Order.Lines -> List&lt;Line&gt; (mutable)</c>.</summary>
    /// <param name="from">The member that holds the value, to begin with; null to begin with the type itself.</param>
    internal string Explain(ISymbol? from = null)
    {
        StringBuilder text = new();
        if (from is not null)
        {
            text.Append(Names.Of(from)).Append(" -> ");
        }

        // A member names its type, so a step through one does not.
        for (Verdict step = this; ; step = step.Next)
        {
            text.Append(Names.Of(step.Member ?? step.Type));
            if (step.Next is null)
            {
                return text.Append(" (").Append(Causes.Describe(step.Cause)).Append(')').ToString();
            }

            text.Append(" -> ");
        }
    }

    /// <summary>Where the members of the path stand in source, for additional locations.</summary>
    internal ImmutableArray<Location> Locations()
    {
        ImmutableArray<Location>.Builder locations = ImmutableArray.CreateBuilder<Location>();
        for (Verdict? step = this; step is not null; step = step.Next)
        {
            // A tuple stands wherever somebody writes it: the verdict on it is kept, so its place would be that of whoever asked first.
            ISymbol? place = step.Member ?? (step.Type is INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false } named ? named : null);
            Location? location = place?.Locations.FirstOrDefault(static location => location.IsInSource);
            if (location is not null)
            {
                locations.Add(location);
            }
        }

        return locations.ToImmutable();
    }
}
