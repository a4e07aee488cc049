using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

// What the members of a type in source make of it. Symbols decide; syntax is read only where a symbol does not say whether something is assigned.
internal sealed partial class Kinds
{
    /// <summary>Everything in the type's own declaration that keeps it from being immutable, in the order of declaration; from the base, only that it is not.</summary>
    /// <remarks>Audited ones too. For a type of this compilation. Type parameters marked <c>[OnlyIf]</c> count as immutable.</remarks>
    internal ImmutableArray<Flaw> FlawsOf(INamedTypeSymbol type) => flaws.Of(type);

    private ImmutableArray<Flaw> FindFlaws(INamedTypeSymbol type)
    {
        ImmutableArray<Flaw>.Builder found = ImmutableArray.CreateBuilder<Flaw>();
        bool isInside = OwnPromise(type) == Promise.ConditionallyImmutable;
        INamedTypeSymbol assumed = isInside ? type : Assume(type);
        if (BaseOf(assumed) is { } @base && (isInside ? ExactInside(@base) : Exact(@base)) is { IsVal: false } ofBase)
        {
            found.Add(new(FlawKind.Base, type, ofBase, IsAudited(type)));
        }

        foreach (IEventSymbol @event in InstanceEvents(type))
        {
            found.Add(new(FlawKind.Event, @event, Verdict.Because(Kind.Ref, type, Cause.Event, @event), IsAudited(@event)));
        }

        foreach (IFieldSymbol field in InstanceFields(assumed))
        {
            IFieldSymbol member = field.OriginalDefinition;
            if (Changes(field) is { } change)
            {
                found.Add(new(change.Flaw, member, Verdict.Because(Kind.Ref, type, change.Cause, member), IsAudited(member)));
            }
            else if ((isInside ? Inside(field.Type) : Total(field.Type)) is { IsVal: false } verdict && !HasError(field.Type) && !IsAlwaysEmpty(member))
            {
                FlawKind kind =
                    HoldsWhatIsWritten(field.Type) ? FlawKind.OpenField
                    : Names.CapturedParameter(field) is null ? FlawKind.FieldType
                    : FlawKind.CapturedParameter;
                found.Add(new(kind, member, verdict, IsAudited(member)));
            }
        }

        if (ThisAssigner(type) is { } method)
        {
            found.Add(new(FlawKind.This, method, Verdict.Because(Kind.Ref, type, Cause.AssignsThis, method), IsAudited(method)));
        }

        return found.ToImmutable();
    }

    /// <summary>
    /// The type, where it promises nothing itself, with an immutable type in place of each type parameter that a conditionally immutable type above depends on: if that
    /// one is immutable for some arguments, then these were.
    /// </summary>
    private INamedTypeSymbol Assume(INamedTypeSymbol type)
    {
        if (!type.IsGenericType || OwnPromise(type) != Promise.None || PromiseOf(type) != Promise.ConditionallyImmutable)
        {
            return type;
        }

        ITypeSymbol immutable = Symbols.Compilation.GetSpecialType(SpecialType.System_Int32);
        return Substitute(type, parameter => ConditionWithout(type, parameter) is null ? immutable : parameter);
    }

    /// <summary>The type arguments on which a conditionally immutable type depends.</summary>
    internal IEnumerable<ITypeSymbol> ConditionsOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            for (int i = 0; i < level.TypeParameters.Length; i++)
            {
                if (KnownSymbols.Has(level.OriginalDefinition.TypeParameters[i], Symbols.OnlyIf))
                {
                    yield return level.TypeArguments[i];
                }
            }
        }
    }

    /// <summary>Whether some part of the type does not bind. Only the compiler has something to say then.</summary>
    internal static bool HasError(ITypeSymbol? type) =>
        type switch
        {
            IErrorTypeSymbol => true,
            IArrayTypeSymbol array => HasError(array.ElementType),
            IPointerTypeSymbol pointer => HasError(pointer.PointedAtType),
            INamedTypeSymbol named => named.TypeArguments.Any(HasError) || HasError(named.ContainingType),
            _ => false,
        };

    /// <summary>A method or accessor of a struct that assigns <c>this</c>, after construction.</summary>
    private static IMethodSymbol? ThisAssigner(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Struct, IsReadOnly: false }
            ? type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(static method => Assignments.ToThis(method).Any())
            : null;

    /// <summary>Null where the chain of bases ends in one that holds nothing.</summary>
    private static INamedTypeSymbol? BaseOf(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum) } @base ? @base : null;

    private void ExpandMembers(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf)
    {
        if (BaseOf(type) is { } @base)
        {
            node.AtMost(nodeOf(node.Query with { Type = @base, IsExact = true }));
        }

        foreach (IEventSymbol @event in InstanceEvents(type).Where(@event => !IsAudited(@event)))
        {
            node.AtMost(Kind.Ref, Cause.Event, @event);
        }

        ExpandFields(node, type, nodeOf, static _ => true);

        if (ThisAssigner(type.OriginalDefinition) is { } method)
        {
            node.AtMost(Kind.Ref, Cause.AssignsThis, method);
        }

        if (ThisLeak.Find(type) is { } constructor)
        {
            node.AtMost(Kind.Ref, Cause.LeaksThis, constructor);
        }
    }

    private void ExpandFields(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf, Func<IFieldSymbol, bool> counts)
    {
        foreach (IFieldSymbol field in InstanceFields(type).Where(field => counts(field) && !IsAudited(field)))
        {
            if (Changes(field) is { } change)
            {
                node.AtMost(Kind.Ref, change.Cause, field);
            }
            else if (!IsAlwaysEmpty(field))
            {
                node.AtMost(nodeOf(node.Query with { Type = field.Type, IsExact = false }), field);
            }
        }
    }

    private static IEnumerable<IFieldSymbol> InstanceFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst);

    /// <summary>Those that have storage. Their field is not among the members of the type.</summary>
    private static IEnumerable<IEventSymbol> InstanceEvents(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IEventSymbol>().Where(static @event => !@event.IsStatic && HasStorage(@event));

    /// <summary>A field-like event. Of a partial one the part with the accessors decides.</summary>
    private static bool HasStorage(IEventSymbol @event) =>
        !@event.IsAbstract && (@event.PartialImplementationPart ?? @event).AddMethod is { IsImplicitlyDeclared: true };

    /// <summary>Expired audits count here, lest a build tell another story on another day: that they are expired is TROOP091.</summary>
    private bool IsAudited(ISymbol member) =>
        Audit.Find(Symbols, member) is not null || (member is IFieldSymbol { AssociatedSymbol: { } declared } && Audit.Find(Symbols, declared) is not null);

    /// <summary>How a field can change after construction; null if only through what it refers to.</summary>
    private (FlawKind Flaw, Cause Cause)? Changes(IFieldSymbol field)
    {
        if (field.IsFixedSizeBuffer)
        {
            return (FlawKind.Assignable, Cause.FixedBuffer);
        }

        if (KnownSymbols.Has(field.ContainingType.OriginalDefinition, Symbols.InlineArray))
        {
            return (FlawKind.Assignable, Cause.InlineArray);
        }

        if (field.RefKind != RefKind.None)
        {
            return (FlawKind.Assignable, Cause.ReadonlyReference);
        }

        return field.OriginalDefinition switch
        {
            { AssociatedSymbol: IPropertySymbol property } => Changes(property),
            { AssociatedSymbol: null } captured when Names.CapturedParameter(captured) is { } name => Assignments.ToCaptured(
                Symbols.Compilation,
                captured,
                name
            )
                ? (FlawKind.CapturedParameter, Cause.CapturedParameterWritten)
                : null,
            { IsReadOnly: false } => (FlawKind.Assignable, Cause.AssignableField),
            _ => null,
        };
    }

    /// <summary>
    /// The language lets nobody but the accessors assign a backing field after construction, so they decide; that the symbol is readonly says little, for with the
    /// <c>field</c> keyword it never is.
    /// </summary>
    private (FlawKind Flaw, Cause Cause)? Changes(IPropertySymbol property)
    {
        if (Assignments.ToFieldKeyword(Symbols.Compilation, property))
        {
            return (FlawKind.FieldKeyword, Cause.FieldKeywordWritten);
        }

        return Assignments.HasAutomaticSetter(property) ? (FlawKind.Assignable, Cause.AssignableProperty) : null;
    }

    /// <summary>An array without elements has nothing to assign.</summary>
    private bool IsAlwaysEmpty(IFieldSymbol field) =>
        field is { Type: IArrayTypeSymbol, IsReadOnly: true } && EmptyArrays.IsInitial(field.OriginalDefinition, Symbols.Compilation);
}
