using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>
/// Whether a constructor or an <c>init</c> accessor may hand out <c>this</c> before construction ends, read from syntax alone: for types that promise nothing, whose
/// kind is inferred. Errs towards yes; a type that promises is judged by flow (TROOP007).
/// </summary>
internal static class ThisLeak
{
    /// <summary>The constructor or accessor, or null.</summary>
    internal static ISymbol? Find(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            bool isConstructing = method.MethodKind == MethodKind.Constructor || method is { MethodKind: MethodKind.PropertySet, IsInitOnly: true };
            if (isConstructing && !method.IsImplicitlyDeclared)
            {
                if (method.DeclaringSyntaxReferences.Any(reference => MayLeak(reference.GetSyntax(), type)))
                {
                    return method;
                }
            }
        }

        return null;
    }

    private static bool MayLeak(SyntaxNode declaration, INamedTypeSymbol type) =>
        // A primary constructor is declared by its type; its parameters and initializers cannot name `this`.
        declaration is not TypeDeclarationSyntax
        && declaration
            .DescendantNodes()
            .Any(node =>
                node switch
                {
                    ThisExpressionSyntax self => self.Parent is not MemberAccessExpressionSyntax access
                        || access.Expression != self
                        || Has(type, access.Name, IsMethod),
                    BaseExpressionSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } } => true,
                    // A name alone calls or converts a method of `this`; inside a lambda any member's captures it.
                    SimpleNameSyntax name => (name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
                        && (Has(type, name, IsMethod) || (IsInLambda(name, declaration) && Has(type, name, IsNamed))),
                    _ => false,
                }
            );

    private static bool IsMethod(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary };

    private static bool IsNamed(ISymbol member) => member.CanBeReferencedByName;

    private static bool IsInLambda(SyntaxNode node, SyntaxNode declaration) =>
        node.Ancestors()
            .TakeWhile(ancestor => ancestor != declaration)
            .Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>Whether an instance member has the name, of a base included. A constructor has few names in it and a type many members, so each name is asked for.</summary>
    private static bool Has(INamedTypeSymbol type, SimpleNameSyntax name, Func<ISymbol, bool> counts)
    {
        string text = name.Identifier.ValueText;
        for (INamedTypeSymbol? level = type; level is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers(text))
            {
                if (!member.IsStatic && counts(member))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
