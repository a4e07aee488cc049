using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn;

/// <summary>Attributes in the middle of being typed.</summary>
/// <remarks>A lambda in an attribute never compiles, and of an async one the compiler must not be asked anything: it throws (Roslyn 5.9, <c>SourceMethodSymbol.AsyncMethodChecks</c>).</remarks>
internal static class AttributeCode
{
    internal static bool HasLambda(AttributeSyntax attribute) =>
        attribute.ArgumentList?.DescendantNodes().Any(static node => node is AnonymousFunctionExpressionSyntax) == true;

    /// <summary>Whether it stands in an attribute.</summary>
    internal static bool Contains(SyntaxNode node) => node.FirstAncestorOrSelf<AttributeListSyntax>() is not null;
}
