using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>What the whole of an assembly may name.</summary>
internal static class Visibility
{
    /// <summary>Whether a member with that signature may be <c>internal</c>: no type in it is hidden deeper than its own.</summary>
    internal static bool IsInternal(IMethodSymbol method) =>
        IsInternal(method.ReturnType, method.ContainingType)
        && method.Parameters.All(parameter => IsInternal(parameter.Type, method.ContainingType))
        && method.TypeParameters.All(parameter => parameter.ConstraintTypes.All(type => IsInternal(type, method.ContainingType)));

    /// <summary>Whether the whole assembly can name the type.</summary>
    internal static bool IsInternal(ITypeSymbol type) => IsInternal(type, within: null);

    /// <summary>Whether the whole assembly can write the type's name: not of an anonymous type, nor where a type parameter of some method is in it.</summary>
    internal static bool IsNameable(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsNameable(array.ElementType),
            INamedTypeSymbol { IsAnonymousType: true } => false,
            INamedTypeSymbol named => IsInternal(named) && named.TypeArguments.All(IsNameable),
            _ => false,
        };

    private static bool IsInternal(ITypeSymbol type, INamedTypeSymbol? within) =>
        type switch
        {
            IArrayTypeSymbol array => IsInternal(array.ElementType, within),
            IPointerTypeSymbol pointer => IsInternal(pointer.PointedAtType, within),
            INamedTypeSymbol named => Levels(named).All(level => IsShown(level) || IsAround(level, within))
                && Levels(named).SelectMany(static level => level.TypeArguments).All(argument => IsInternal(argument, within)),
            _ => true,
        };

    /// <summary>What hides a member hides its signature too.</summary>
    private static bool IsAround(INamedTypeSymbol level, INamedTypeSymbol? within) =>
        within is not null && Levels(within).Any(around => SymbolEqualityComparer.Default.Equals(around.OriginalDefinition, level.OriginalDefinition));

    private static bool IsShown(INamedTypeSymbol level) =>
        !level.IsFileLocal
        && level.DeclaredAccessibility is Accessibility.NotApplicable or Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            yield return level;
        }
    }
}
