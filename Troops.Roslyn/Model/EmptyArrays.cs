using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>Whether a field can hold no other array than an empty one, read from syntax alone. Errs towards no.</summary>
internal static class EmptyArrays
{
    /// <param name="field">A readonly field of an array type, or the backing field of a get-only property.</param>
    /// <param name="compilation">Its own.</param>
    internal static bool IsInitial(IFieldSymbol field, Compilation compilation)
    {
        ISymbol declared = field.AssociatedSymbol ?? field;
        ExpressionSyntax? value = declared.DeclaringSyntaxReferences is [{ } reference]
            ? reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
                // With `init` anybody may give another one.
                PropertyDeclarationSyntax { Initializer.Value: var initial } when declared is IPropertySymbol { SetMethod: null } => initial,
                _ => null,
            }
            : null;
        return value is not null && IsEmpty(value, compilation) && !SyntaxWrites.ToMember(field.ContainingType, declared.Name);
    }

    private static bool IsEmpty(ExpressionSyntax value, Compilation compilation) =>
        value switch
        {
            ParenthesizedExpressionSyntax parenthesized => IsEmpty(parenthesized.Expression, compilation),
            CollectionExpressionSyntax { Elements.Count: 0 } => true,
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression, Expressions.Count: 0 } => true,
            ArrayCreationExpressionSyntax { Initializer.Expressions.Count: 0 } => true,
            ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: 0 }] }, ..] } => true,
            // Whoever declares an `Array` of his own is not believed.
            InvocationExpressionSyntax
            {
                ArgumentList.Arguments.Count: 0,
                Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Empty" }, Expression: var owner },
            } => IsArrayClass(owner) && !compilation.ContainsSymbolsWithName("Array", SymbolFilter.Type),
            _ => false,
        };

    private static bool IsArrayClass(ExpressionSyntax owner) =>
        owner switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "Array" } => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Array", Expression: IdentifierNameSyntax { Identifier.ValueText: "System" } } => true,
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Array",
                Expression: AliasQualifiedNameSyntax { Alias.Identifier.ValueText: "global", Name.Identifier.ValueText: "System" },
            } => true,
            _ => false,
        };
}
