using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

// What the types above a type ask of it.
internal sealed partial class Kinds
{
    /// <summary>The kind that every object of the type must be of because a variable of a type above may hold it, and that type; <see cref="Kind.Ref"/> asks for nothing.</summary>
    internal (Kind Kind, INamedTypeSymbol? Above) DemandOn(INamedTypeSymbol type)
    {
        (Kind Kind, INamedTypeSymbol? Above) demand = (Kind.Ref, null);
        foreach (INamedTypeSymbol above in Above(type))
        {
            Kind kind = PromiseAbove(above) switch
            {
                Promise.Immutable => Kind.Val,
                Promise.ConditionallyImmutable => ConditionsOf(above).Select(BestOf).DefaultIfEmpty(Kind.Val).Min(),
                Promise.ThreadSafe => Kind.Sync,
                _ => Kind.Ref,
            };
            if (kind > demand.Kind)
            {
                demand = (kind, above);
            }
        }

        return demand;
    }

    /// <summary>A conditionally immutable type above that can be immutable although the type parameter is not; null if none can.</summary>
    internal INamedTypeSymbol? ConditionWithout(INamedTypeSymbol type, ITypeParameterSymbol parameter)
    {
        ITypeSymbol immutable = Symbols.Compilation.GetSpecialType(SpecialType.System_Int32);
        ITypeSymbol mutable = Symbols.Compilation.CreateArrayTypeSymbol(immutable);
        INamedTypeSymbol constructed = Substitute(type, other => SymbolEqualityComparer.Default.Equals(other, parameter) ? mutable : immutable);
        INamedTypeSymbol? found = Above(constructed).FirstOrDefault(above => OwnPromise(above) == Promise.ConditionallyImmutable && Total(above).IsVal);
        return found?.OriginalDefinition;
    }

    /// <summary>The type with other type arguments, those of the types around it included.</summary>
    private static INamedTypeSymbol Substitute(INamedTypeSymbol type, Func<ITypeParameterSymbol, ITypeSymbol> argumentFor)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        INamedTypeSymbol substituted = definition.ContainingType is { IsGenericType: true } outer
            ? Substitute(outer, argumentFor).GetTypeMembers(definition.Name, definition.Arity).First(nested => Same(nested.OriginalDefinition, definition))
            : definition;
        return definition.Arity == 0 ? substituted : substituted.Construct([.. definition.TypeParameters.Select(argumentFor)]);
    }

    /// <summary>Of a type argument, for any type that may be given for the type parameters in it.</summary>
    private Kind BestOf(ITypeSymbol argument) => HasParameter(argument) ? Kind.Val : Total(argument).Kind;

    private static bool HasParameter(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => true,
            INamedTypeSymbol named => named.TypeArguments.Any(HasParameter) || (named.ContainingType is { } outer && HasParameter(outer)),
            _ => false,
        };
}
