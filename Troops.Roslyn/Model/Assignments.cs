using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>Whether something is assigned, read from syntax alone: for storage that has no <c>readonly</c> of its own. Errs towards yes.</summary>
internal static class Assignments
{
    /// <summary>Whether the primary constructor's parameter that a field stores is assigned anywhere in its type.</summary>
    /// <param name="compilation">To look up extension methods that take the parameter by reference.</param>
    /// <param name="field">The field.</param>
    /// <param name="name">Of the parameter.</param>
    internal static bool ToCaptured(Compilation compilation, IFieldSymbol field, string name) =>
        Declarations(field.ContainingType)
            .Any(declaration =>
                declaration
                    .DescendantNodes(node => node == declaration || node is not BaseTypeDeclarationSyntax)
                    .OfType<IdentifierNameSyntax>()
                    .Any(node => node.Identifier.ValueText == name && Changes(compilation, node, field.Type) && !Shadowing.Hides(node))
            );

    /// <summary>Whether <c>field</c> is assigned after construction: by an accessor other than <c>init</c>, or by a lambda in one, which may run later.</summary>
    internal static bool ToFieldKeyword(Compilation compilation, IPropertySymbol property) =>
        Declarations(property.PartialImplementationPart ?? property)
            .SelectMany(BodiesOf)
            .SelectMany(static body => body.DescendantNodes())
            .OfType<FieldExpressionSyntax>()
            .Any(node => Changes(compilation, node, property.Type) && !IsInInit(node));

    /// <summary>Of the accessors: most have none.</summary>
    private static IEnumerable<SyntaxNode> BodiesOf(SyntaxNode property) =>
        property switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => [body],
            BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors
                .Select(static accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody)
                .OfType<SyntaxNode>(),
            _ => [],
        };

    /// <summary>Whether the property has <c>set;</c> without a body, for anybody to call.</summary>
    internal static bool HasAutomaticSetter(IPropertySymbol property)
    {
        if ((property.PartialImplementationPart ?? property).SetMethod is not { IsInitOnly: false } setter)
        {
            return false;
        }

        // A record's positional property has no accessor of its own.
        bool hasBody = Declarations(setter)
            .OfType<AccessorDeclarationSyntax>()
            .Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null);
        return !hasBody;
    }

    /// <summary>Each <c>this</c> of a struct's method or accessor that is assigned, or to which a reference is taken.</summary>
    internal static IEnumerable<ThisExpressionSyntax> ToThis(IMethodSymbol method) =>
        method is { IsStatic: true } or { IsReadOnly: true } or { MethodKind: MethodKind.Constructor } or { IsInitOnly: true }
            ? []
            : Declarations(method.PartialImplementationPart ?? method)
                .SelectMany(static declaration => declaration.DescendantNodes())
                .OfType<ThisExpressionSyntax>()
                .Where(static node => IsAssigned(node));

    /// <summary>Whether the expression stands where it is assigned, or where a reference to it is taken.</summary>
    /// <param name="expression">The storage.</param>
    /// <param name="hasParts">It holds a struct, so what assigns a field of that assigns the storage.</param>
    internal static bool IsAssigned(ExpressionSyntax expression, bool hasParts = false)
    {
        SyntaxNode node = expression;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None, Parent: TupleExpressionSyntax }:
                case TupleExpressionSyntax:
                case ConditionalExpressionSyntax { Parent: RefExpressionSyntax or ParenthesizedExpressionSyntax }:
                case MemberAccessExpressionSyntax member when member.Expression == node && hasParts:
                case ElementAccessExpressionSyntax element when element.Expression == node && hasParts:
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

    private static bool Changes(Compilation compilation, ExpressionSyntax storage, ITypeSymbol type) =>
        IsAssigned(storage, hasParts: !type.IsReferenceType) || (type.IsValueType && IsExtendedByReference(compilation, storage, type));

    /// <summary>Whether a method of that name, called on the storage, may be an extension that takes it by <c>ref</c>. Those of other assemblies are not looked for.</summary>
    private static bool IsExtendedByReference(Compilation compilation, ExpressionSyntax storage, ITypeSymbol type)
    {
        if (storage.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access || access.Expression != storage)
        {
            return false;
        }

        string name = access.Name.Identifier.ValueText;
        return type.GetMembers(name).IsEmpty
            && compilation
                .GetSymbolsWithName(name, SymbolFilter.Member)
                .OfType<IMethodSymbol>()
                .Any(static method =>
                    (method.IsExtensionMethod ? method.Parameters[0] : method.ContainingType?.ExtensionParameter) is { RefKind: RefKind.Ref }
                );
    }

    private static bool IsInInit(SyntaxNode node)
    {
        SyntaxNode? function = node.Ancestors()
            .FirstOrDefault(static ancestor => ancestor is AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return function.IsKind(SyntaxKind.InitAccessorDeclaration);
    }

    private static IEnumerable<SyntaxNode> Declarations(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax());
}
