using Microsoft.CodeAnalysis;
using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Model;

// Types that may hold both what is immutable and what is not: there the values decide.
internal sealed partial class Kinds
{
    /// <summary>Whether the type, by its own attribute or one above it, promises that its objects are immutable: all of them or those of exactly its class.</summary>
    internal bool PromisesImmutability(INamedTypeSymbol type) =>
        PromiseOf(type) is Promise.Immutable or Promise.ConditionallyImmutable or Promise.ExactlyImmutable;

    /// <summary>Whether a variable of the type may hold what is not immutable, and yet some of what it may hold is: then each write has to be proved (TROOP009, TROOP010).</summary>
    /// <remarks>No subclass of a class that is not immutable itself can be, so a class that is known to be mutable is not open.</remarks>
    internal bool HoldsWhatIsWritten(ITypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Delegate } => true,
            {
                SpecialType: SpecialType.System_Object
                    or SpecialType.System_ValueType
                    or SpecialType.System_Enum
                    or SpecialType.System_Delegate
                    or SpecialType.System_MulticastDelegate
            } => true,
            { TypeKind: TypeKind.Interface } => !Inside(type).IsShareable,
            // Immutable if its factory is.
            INamedTypeSymbol once when IsOnce(once) => true,
            INamedTypeSymbol table when IsTableOfDelegates(table) => true,
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named => Inside(type)
                is { IsShareable: false } verdict
                && ((!type.IsSealed && (verdict.Cause == Cause.NotListed || ExactInside(type).IsVal)) || HasListedValues(named)),
            _ => false,
        };

    /// <summary><c>Once&lt;T&gt;</c>: thread-safe, and immutable where its factory is static and what it makes is immutable.</summary>
    internal bool IsOnce(INamedTypeSymbol type) => Same(type.OriginalDefinition, Symbols.Once);

    /// <summary>A collection that would be immutable but for the delegates in it, as <c>FrozenDictionary&lt;string, Func&lt;int&gt;&gt;</c>: these may be immutable.</summary>
    internal bool IsTableOfDelegates(INamedTypeSymbol type)
    {
        if (
            !type.IsGenericType
            || type.IsTupleType
            || type.ContainingType is not null
            || !type.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.Delegate)
        )
        {
            return false;
        }

        ITypeSymbol immutable = Symbols.Compilation.GetSpecialType(SpecialType.System_Int32);
        return Inside(
            type.ConstructedFrom.Construct([.. type.TypeArguments.Select(argument => argument.TypeKind == TypeKind.Delegate ? immutable : argument)])
        ).IsVal;
    }

    /// <summary>Whether the lists name a member whose value is better than the type, as <c>CultureInfo.InvariantCulture</c>.</summary>
    private bool HasListedValues(INamedTypeSymbol type) =>
        !Same(type.ContainingAssembly, Symbols.Compilation.Assembly) && listedValues.Value.Contains(Names.Metadata(type));

    /// <summary>Types that have a listed member of that kind or a better one.</summary>
    private static HashSet<string> TypesWithValues(KindList list, Kind least)
    {
        HashSet<string> types = new(StringComparer.Ordinal);
        foreach (KindEntry entry in list.Entries)
        {
            if (entry.IsMember && entry.Kind >= least)
            {
                int dot = entry.Name.LastIndexOf('.');
                // Nobody declares a stream for the sake of Stream.Null: what is mutable but for an idle object is better reported where it is declared.
                if (entry.Name.Substring(dot + 1) is not ("Empty" or "Null"))
                {
                    types.Add(entry.Name.Substring(0, dot));
                }
            }
        }

        return types;
    }

    /// <summary>Whether a person vouches for the member, so that what it holds is not judged.</summary>
    internal bool IsVouchedFor(ISymbol member) => IsAudited(member);

    /// <summary>Whether a value of the type is a delegate, whatever else it may be.</summary>
    internal static bool IsDelegate(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate;
}
