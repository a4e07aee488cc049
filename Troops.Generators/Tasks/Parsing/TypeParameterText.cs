using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>Type parameters as a declaration of our own repeats them.</summary>
internal static class TypeParameterText
{
    /// <summary>A type in full, from any file.</summary>
    internal static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>Those of the method and of all types around it, from outside in: what an interceptor, which stands in no generic type, has to declare.</summary>
    internal static ImmutableArray<ITypeParameterSymbol> Of(IMethodSymbol definition)
    {
        List<ITypeParameterSymbol> all = [.. definition.TypeParameters];
        for (INamedTypeSymbol? type = definition.ContainingType; type is not null; type = type.ContainingType)
        {
            all.InsertRange(0, type.TypeParameters);
        }

        return [.. all];
    }

    internal static string List(ImmutableArray<ITypeParameterSymbol> parameters) =>
        parameters.IsEmpty ? "" : $"<{string.Join(", ", parameters.Select(static parameter => parameter.ToDisplayString(Full)))}>";

    internal static string Constraints(ImmutableArray<ITypeParameterSymbol> parameters) =>
        string.Concat(
            parameters.Select(static parameter =>
                ConstraintsOf(parameter) is { Count: > 0 } all ? $" where {parameter.ToDisplayString(Full)} : {string.Join(", ", all)}" : ""
            )
        );

    private static List<string> ConstraintsOf(ITypeParameterSymbol parameter)
    {
        List<string> all = [];
        if (parameter.HasUnmanagedTypeConstraint)
        {
            all.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            all.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            all.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            all.Add("notnull");
        }

        all.AddRange(parameter.ConstraintTypes.Select(static type => type.ToDisplayString(Full)));
        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false, HasUnmanagedTypeConstraint: false })
        {
            all.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            all.Add("allows ref struct");
        }

        return all;
    }
}
