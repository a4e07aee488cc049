using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Whether a stretch of code, where they are allowed, has anything to do with pointers.</summary>
internal static class Pointers
{
    internal static bool AreIn(SyntaxNode region, SemanticModel model, CancellationToken cancellation)
    {
        foreach (SyntaxNode node in region.DescendantNodes(static inner => inner is not SizeOfExpressionSyntax))
        {
            switch (node.Kind())
            {
                case SyntaxKind.PointerType:
                case SyntaxKind.FunctionPointerType:
                case SyntaxKind.FixedStatement:
                case SyntaxKind.AddressOfExpression:
                case SyntaxKind.PointerIndirectionExpression:
                case SyntaxKind.PointerMemberAccessExpression:
                    return true;
                case SyntaxKind.IdentifierName:
                case SyntaxKind.InvocationExpression:
                    // Without any sign of its own: a field, or a result, that is one.
                    if (model.GetTypeInfo(node, cancellation).Type is { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer })
                    {
                        return true;
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }
}
