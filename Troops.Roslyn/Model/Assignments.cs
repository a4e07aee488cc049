using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>Whether something is assigned, read from syntax alone: for storage that has no <c>readonly</c> of its own. Errs towards yes.</summary>
internal static class Assignments
{
    /// <summary>Whether any expression of that name is assigned in the type's declarations; a local of the same name counts too.</summary>
    internal static bool ToName(INamedTypeSymbol type, string name) =>
        Declarations(type)
            .Any(declaration =>
                declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Any(node => node.Identifier.ValueText == name && IsAssigned(node))
            );

    /// <summary>Whether an accessor other than <c>init</c> assigns <c>field</c>.</summary>
    internal static bool ToFieldKeyword(IPropertySymbol property) =>
        Declarations(property)
            .SelectMany(static declaration => declaration.DescendantNodes())
            .OfType<FieldExpressionSyntax>()
            .Any(static node => IsAssigned(node) && node.FirstAncestorOrSelf<AccessorDeclarationSyntax>()?.Kind() != SyntaxKind.InitAccessorDeclaration);

    /// <summary>Whether the property has <c>set;</c> without a body, for anybody to call.</summary>
    internal static bool HasAutomaticSetter(IPropertySymbol property)
    {
        if (property.SetMethod is not { IsInitOnly: false } setter)
        {
            return false;
        }

        // A record's positional property has no accessor of its own.
        bool hasBody = Declarations(setter)
            .OfType<AccessorDeclarationSyntax>()
            .Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null);
        return !hasBody;
    }

    /// <summary>Whether the expression stands where it is assigned, or where a reference to it is taken.</summary>
    internal static bool IsAssigned(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None, Parent: TupleExpressionSyntax }:
                case TupleExpressionSyntax:
                // What is assigned is a part of the storage of a struct.
                case MemberAccessExpressionSyntax member when member.Expression == node && expression is FieldExpressionSyntax:
                    node = parent;
                    continue;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left == node;
                case PrefixUnaryExpressionSyntax prefix:
                    return prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression;
                case PostfixUnaryExpressionSyntax postfix:
                    return postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;
                case ArgumentSyntax argument:
                    return argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword;
                case RefExpressionSyntax:
                    return true;
                case ForEachVariableStatementSyntax loop:
                    return loop.Variable == node;
                default:
                    return false;
            }
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> Declarations(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax());
}
