using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Roslyn.Values;

/// <summary>An instance field, or a property that is one, as an expression names it.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Type">Of what it holds.</param>
/// <param name="Holder">With its type arguments.</param>
internal readonly record struct Storage(ISymbol Member, ITypeSymbol Type, INamedTypeSymbol Holder)
{
    /// <summary>What an assignment to <paramref name="target"/> writes; null if no instance's storage, or if an accessor in source decides what it writes.</summary>
    internal static Storage? Of(IOperation target) =>
        target switch
        {
            IFieldReferenceOperation { Field: { IsStatic: false } field } => new Storage(field, field.Type, field.ContainingType),
            IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false } property } when IsWrittenPlainly(property) => new Storage(
                property,
                property.Type,
                property.ContainingType
            ),
            _ => null,
        };

    /// <summary>Whether assigning the property stores the value as it is: in a constructor (get-only), or by <c>init;</c>. What <c>set;</c> does is another rule's.</summary>
    private static bool IsWrittenPlainly(IPropertySymbol property) => property.SetMethod is not { } setter || (setter.IsInitOnly && !HasBody(setter));

    /// <summary>Whether reading the property reads what was stored. Never known of another assembly's.</summary>
    internal static bool IsReadPlainly(IPropertySymbol property) =>
        property.GetMethod is { } getter && !property.DeclaringSyntaxReferences.IsEmpty && !HasBody(getter) && !IsExpression(property);

    private static bool IsExpression(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: not null });

    private static bool HasBody(IMethodSymbol accessor) =>
        accessor.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax()
                is ArrowExpressionClauseSyntax
                    or AccessorDeclarationSyntax { Body: not null }
                    or AccessorDeclarationSyntax { ExpressionBody: not null }
        );
}
