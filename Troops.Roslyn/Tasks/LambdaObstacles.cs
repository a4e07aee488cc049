using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Tasks;

/// <summary>Why an async lambda that a thread is started with gets no copy: what the generator asks before it writes one, and TROOP072 before it says so.</summary>
internal static class LambdaObstacles
{
    /// <summary>What stands in the way, as the end of "because ..."; null if nothing does.</summary>
    internal static string? Find(SemanticModel model, LambdaExpressionSyntax lambda, CancellationToken cancellation)
    {
        if (EnclosingOf(model, lambda, cancellation) is not { } enclosing)
        {
            return "it stands in a generic method, or in no method";
        }

        if (HomeOf(lambda) is TypeDeclarationSyntax type && !CopyObstacles.IsPartial(type))
        {
            return $"'{enclosing.ContainingType.Name}' is not partial";
        }

        if (lambda.Ancestors().Any(static above => above is CheckedStatementSyntax or CheckedExpressionSyntax))
        {
            return "it stands in a checked or unchecked block";
        }

        return enclosing.ContainingType is not { IsGenericType: false, ContainingType: null or { IsGenericType: false } } ? "it stands in a generic type"
            : LambdaCaptures.Of(model, lambda, enclosing, cancellation).Captured is { } captured ? $"it captures '{captured}'"
            : null;
    }

    /// <summary>The part of a type that it stands in, or the file of a program of statements.</summary>
    internal static SyntaxNode HomeOf(LambdaExpressionSyntax lambda) =>
        lambda.Ancestors().First(static above => above is TypeDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>The member that it stands in, if that is a method with no type parameters of its own, so that a copy beside it means the same.</summary>
    internal static IMethodSymbol? EnclosingOf(SemanticModel model, LambdaExpressionSyntax lambda, CancellationToken cancellation)
    {
        ISymbol? symbol = model.GetEnclosingSymbol(lambda.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction, Arity: 0 })
        {
            symbol = symbol.ContainingSymbol;
        }

        return
            symbol
                is IMethodSymbol
                {
                    Arity: 0,
                    MethodKind: MethodKind.Ordinary
                        or MethodKind.Constructor
                        or MethodKind.StaticConstructor
                        or MethodKind.PropertyGet
                        or MethodKind.PropertySet
                        or MethodKind.ExplicitInterfaceImplementation,
                    ContainingType.TypeKind: TypeKind.Class or TypeKind.Struct,
                } method
            ? method
            : null;
    }
}
