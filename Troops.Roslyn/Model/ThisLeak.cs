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
        HashSet<string>? methods = null;
        HashSet<string>? members = null;
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            bool isConstructing = method.MethodKind == MethodKind.Constructor || method is { MethodKind: MethodKind.PropertySet, IsInitOnly: true };
            if (isConstructing && !method.IsImplicitlyDeclared)
            {
                methods ??= NamesOf(type, static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary });
                members ??= NamesOf(type, static member => member.CanBeReferencedByName);
                if (method.DeclaringSyntaxReferences.Any(reference => MayLeak(reference.GetSyntax(), methods, members)))
                {
                    return method;
                }
            }
        }

        return null;
    }

    private static bool MayLeak(SyntaxNode declaration, HashSet<string> methods, HashSet<string> members) =>
        // A primary constructor is declared by its type; its parameters and initializers cannot name `this`.
        declaration is not TypeDeclarationSyntax
        && declaration
            .DescendantNodes()
            .Any(node =>
                node switch
                {
                    ThisExpressionSyntax self => self.Parent is not MemberAccessExpressionSyntax access
                        || access.Expression != self
                        || IsOneOf(access.Name, methods),
                    BaseExpressionSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } } => true,
                    // A name alone calls or converts a method of `this`; inside a lambda any member's captures it.
                    SimpleNameSyntax name => (name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
                        && (IsOneOf(name, methods) || (IsOneOf(name, members) && IsInLambda(name, declaration))),
                    _ => false,
                }
            );

    private static bool IsOneOf(SimpleNameSyntax name, HashSet<string> names) => names.Contains(name.Identifier.ValueText);

    private static bool IsInLambda(SyntaxNode node, SyntaxNode declaration) =>
        node.Ancestors()
            .TakeWhile(ancestor => ancestor != declaration)
            .Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>Names of instance members, the bases' included.</summary>
    private static HashSet<string> NamesOf(INamedTypeSymbol type, Func<ISymbol, bool> counts)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (INamedTypeSymbol? level = type; level is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers())
            {
                if (!member.IsStatic && counts(member))
                {
                    names.Add(member.Name);
                }
            }
        }

        return names;
    }
}
