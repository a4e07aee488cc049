using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>
/// Whether a type's declarations may write something outside of its own initializer, read from syntax alone: for readonly storage, where only a look at the whole type
/// tells that the initializer is all there is. Errs towards yes: a local of the same name counts.
/// </summary>
internal static class SyntaxWrites
{
    /// <summary><c>name</c>, <c>this.name</c>, <c>Type.name</c> as what is assigned or passed by reference.</summary>
    /// <param name="type">That declares it.</param>
    /// <param name="name">Of the member or primary constructor parameter.</param>
    /// <param name="isReference">It holds a reference, so that what is assigned behind a dot is another object's.</param>
    internal static bool ToMember(INamedTypeSymbol type, string name, bool isReference = false) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference
                .GetSyntax()
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(node =>
                    node.Identifier.ValueText == name
                    && IsWritten(node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node, isReference)
                )
        );

    private static bool IsWritten(SyntaxNode node, bool isReference)
    {
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax
                or TupleExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
                or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None, Parent: TupleExpressionSyntax }:
                // A part of a struct is a part of the storage.
                case MemberAccessExpressionSyntax member when !isReference && member.Expression == node:
                case ElementAccessExpressionSyntax element when !isReference && element.Expression == node:
                    node = parent;
                    continue;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left == node;
                case ArgumentSyntax argument:
                    return argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword;
                case RefExpressionSyntax:
                    return true;
                default:
                    return parent.Kind()
                        is SyntaxKind.PreIncrementExpression
                            or SyntaxKind.PreDecrementExpression
                            or SyntaxKind.PostIncrementExpression
                            or SyntaxKind.PostDecrementExpression
                            or SyntaxKind.AddressOfExpression;
            }
        }

        return false;
    }
}
