using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Collections;

namespace Troops.CodeFixes.Captures;

/// <summary>Which method makes an immutable collection of a mutable or lazy one.</summary>
internal static class Freezing
{
    /// <summary>Null if none does. What is immutable already needs none.</summary>
    internal static string? MethodFor(Compilation compilation, ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_String || type.ContainingNamespace?.ToDisplayString() == Counterpart.Space)
        {
            return null;
        }

        if (Counterpart.Of(compilation, type) is { } counterpart)
        {
            return counterpart.Name switch
            {
                "ImmutableDictionary" or "ImmutableSortedDictionary" or "ImmutableHashSet" or "ImmutableSortedSet" => $"To{counterpart.Name}",
                _ => "ToImmutableArray",
            };
        }

        return IsSequence(type) || type.AllInterfaces.Any(IsSequence) ? "ToImmutableArray" : null;
    }

    /// <summary>As the receiver of a call.</summary>
    internal static string Receiver(ExpressionSyntax expression) =>
        expression
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
            ? expression.WithoutTrivia().ToString()
            : $"({expression.WithoutTrivia()})";

    private static bool IsSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
