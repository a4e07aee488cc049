using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Tasks;

/// <summary>What a lambda uses from around it.</summary>
/// <param name="Captured">Something that only its closure can give it; null if there is nothing.</param>
/// <param name="UsesThis">Whether it uses its object.</param>
internal sealed record LambdaCaptures(string? Captured, bool UsesThis)
{
    internal static LambdaCaptures Of(SemanticModel model, LambdaExpressionSyntax lambda, IMethodSymbol enclosing, CancellationToken cancellation)
    {
        bool usesThis = false;
        foreach (SyntaxNode node in lambda.Body.DescendantNodesAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case ThisExpressionSyntax or BaseExpressionSyntax:
                    usesThis = true;
                    break;
                case SimpleNameSyntax name when model.GetSymbolInfo(name, cancellation).Symbol is { } symbol:
                    if (IsFromAround(symbol, lambda, enclosing))
                    {
                        return new(symbol.Name, UsesThis: false);
                    }

                    usesThis |= IsOwn(symbol, name, enclosing);
                    break;
                default:
                    break;
            }
        }

        // The object of a lambda in a struct would be a copy of it.
        return new(usesThis && enclosing.ContainingType.TypeKind != TypeKind.Class ? "this" : null, usesThis);
    }

    private static bool IsFromAround(ISymbol symbol, LambdaExpressionSyntax lambda, IMethodSymbol enclosing) =>
        symbol switch
        {
            // What is constant is not captured, but its name would not be known.
            ILocalSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => !IsIn(symbol, lambda),
            // A parameter of a primary constructor is the object's, unless this is the constructor.
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } => SymbolEqualityComparer.Default.Equals(
                constructor,
                enclosing
            ) || !SymbolEqualityComparer.Default.Equals(constructor.ContainingType, enclosing.ContainingType),
            IParameterSymbol => !IsIn(symbol, lambda),
            _ => false,
        };

    private static bool IsIn(ISymbol symbol, LambdaExpressionSyntax lambda) =>
        symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == lambda.SyntaxTree && lambda.Span.Contains(reference.Span));

    /// <summary>A member that is named without its object.</summary>
    private static bool IsOwn(ISymbol symbol, SimpleNameSyntax name, IMethodSymbol enclosing)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } })
        {
            return true;
        }

        bool isQualified =
            name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            || name.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax
            || (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name)
            || name.FirstAncestorOrSelf<SubpatternSyntax>() is { NameColon.Name: var property } && property == name;
        return !isQualified
            && symbol
                is { IsStatic: false, ContainingType: not null }
                    and (IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
            && !enclosing.IsStatic;
    }
}
