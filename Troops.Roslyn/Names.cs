using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Roslyn;

/// <summary>Symbols as messages and lists call them.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat
        .CSharpShortErrorMessageFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeExplicitInterface)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>As a reader of a message knows it: <c>List&lt;Line&gt;</c>, <c>Order.Lines</c>.</summary>
    internal static string Of(ISymbol? symbol) =>
        symbol switch
        {
            null => "this value",
            // Without its type, which the path goes on with.
            IParameterSymbol or ILocalSymbol => symbol.Name,
            // A backing field is known by its property, event or constructor parameter.
            IFieldSymbol { AssociatedSymbol: { } associated } => associated.ToDisplayString(Short),
            IFieldSymbol { IsImplicitlyDeclared: true } field when CapturedParameter(field) is { } parameter =>
                $"{field.ContainingType.ToDisplayString(Short)}.{parameter}",
            _ => symbol.ToDisplayString(Short),
        };

    /// <summary>The primary constructor's parameter that <paramref name="field"/> stores for the members that use it: the compiler calls the field <c>&lt;name&gt;P</c>.</summary>
    internal static string? CapturedParameter(IFieldSymbol field) =>
        field is { IsImplicitlyDeclared: true, AssociatedSymbol: null, Name: ['<', .. var rest] } && rest.EndsWith(">P", StringComparison.Ordinal)
            ? rest.Substring(0, rest.Length - 2)
            : null;

    /// <summary>As metadata and the lists of kinds name it: <c>System.Collections.Generic.Dictionary`2+Enumerator</c>.</summary>
    internal static string Metadata(INamedTypeSymbol type)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        if (definition.ContainingType is { } outer)
        {
            return $"{Metadata(outer)}+{definition.MetadataName}";
        }

        INamespaceSymbol space = definition.ContainingNamespace;
        return space is null || space.IsGlobalNamespace ? definition.MetadataName : $"{space.ToDisplayString()}.{definition.MetadataName}";
    }
}
