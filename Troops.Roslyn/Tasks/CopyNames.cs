using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Tasks;

/// <summary>The names of the members that the generator adds beside a task.</summary>
internal static class CopyNames
{
    /// <summary>Of every member that it adds.</summary>
    internal const string Prefix = "__troop_";

    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    private static readonly SymbolDisplayFormat Signature = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut
    );

    /// <summary>The copy of a method: its name, and a hash of its signature, so that overloads do not meet.</summary>
    /// <param name="method">Any construction of it.</param>
    internal static string Of(IMethodSymbol method)
    {
        IMethodSymbol definition = Definition(method);
        return $"{Prefix}{Identifier(definition)}_{Hash(definition.ToDisplayString(Signature)).ToString("x8", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The copy of an async lambda.</summary>
    /// <param name="enclosing">The method that it stands in.</param>
    /// <param name="number">Which of its file's.</param>
    internal static string OfLambda(IMethodSymbol enclosing, int number) => $"{Of(enclosing)}_lambda{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The member that runs a copy whose task is not awaited at once.</summary>
    internal static string Started(string copy) => $"{copy}_started";

    /// <summary>The method as it is declared, the part with the body.</summary>
    internal static IMethodSymbol Definition(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    /// <summary>What people call it: <c>Shop.Sum</c>.</summary>
    internal static string Shown(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        return $"{Names.Of(type.TypeKind == TypeKind.Extension ? type.ContainingType : type)}.{Identifier(method)}";
    }

    /// <summary>Without the interface of an explicit implementation.</summary>
    internal static string SimpleName(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    /// <summary>That of a program of statements, and of a constructor, is none in C#.</summary>
    private static string Identifier(IMethodSymbol method) => SimpleName(method).TrimStart('<').Replace(">$", "");

    /// <summary>FNV-1a (Fowler, Noll, Vo): the same in every process, as <see cref="string.GetHashCode()"/> is not.</summary>
    internal static uint Hash(string text)
    {
        uint hash = FnvOffset;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * FnvPrime);
        }

        return hash;
    }
}
