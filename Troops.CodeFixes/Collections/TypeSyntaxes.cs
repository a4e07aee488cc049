using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Collections;

/// <summary>How a type is written where another one was.</summary>
internal static class TypeSyntaxes
{
    /// <summary>With the type arguments as they were written, where they were.</summary>
    internal static TypeSyntax Of(TypeSyntax written, Counterpart counterpart, SemanticModel model) =>
        written switch
        {
            NullableTypeSyntax nullable => nullable.WithElementType(Of(nullable.ElementType, counterpart, model)),
            ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array => Generic(counterpart.Name, [array.ElementType.WithoutTrivia()]).WithTriviaFrom(written),
            GenericNameSyntax generic => Generic(counterpart.Name, generic.TypeArgumentList).WithTriviaFrom(written),
            QualifiedNameSyntax { Right: GenericNameSyntax generic } => Generic(counterpart.Name, generic.TypeArgumentList).WithTriviaFrom(written),
            _ => Of(counterpart, model, written.SpanStart).WithTriviaFrom(written),
        };

    /// <summary>From what the symbols are called at that place: for an alias, and for what <c>new()</c> left out.</summary>
    internal static TypeSyntax Of(Counterpart counterpart, SemanticModel model, int position) =>
        Generic(
            counterpart.Name,
            [.. counterpart.Type.TypeArguments.Select(argument => SyntaxFactory.ParseTypeName(argument.ToMinimalDisplayString(model, position)))]
        );

    private static GenericNameSyntax Generic(string name, IEnumerable<TypeSyntax> arguments) =>
        Generic(name, SyntaxFactory.TypeArgumentList(Separated.List(arguments)));

    private static GenericNameSyntax Generic(string name, TypeArgumentListSyntax arguments) =>
        SyntaxFactory.GenericName(SyntaxFactory.Identifier(name), arguments.WithoutTrivia());
}
