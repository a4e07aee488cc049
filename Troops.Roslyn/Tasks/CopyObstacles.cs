using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Tasks;

/// <summary>Why a task gets no copy and runs its original body: what the generator asks before it writes one, and TROOP072 before it says so.</summary>
/// <remarks>Not those of TROOP070: a type that is not <c>partial</c> has a rule, and a repair, of its own.</remarks>
internal static class CopyObstacles
{
    /// <summary>What stands in the way, as the end of "because ..."; null if nothing does.</summary>
    internal static string? Find(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        ImmutableArray<IParameterSymbol> parameters = method.Parameters;
        if (parameters.Any(static parameter => parameter.RefKind != RefKind.None))
        {
            return "it has a parameter by reference";
        }

        if (method.PartialDefinitionPart is { } definition && !parameters.Zip(definition.Parameters, IsLike).All(static isLike => isLike))
        {
            return "its two parts give a parameter another name or default";
        }

        if (!TaskSyntax.IsTask(syntax))
        {
            return "its return type goes by another name and it is not marked [TroopTask]";
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return $"'{type.Name}' is local to its file";
            }

            if (type.TypeKind == TypeKind.Interface && !method.IsStatic)
            {
                return "it is an instance member of an interface";
            }

            if (type.IsRefLikeType)
            {
                return $"'{type.Name}' is a ref struct";
            }
        }

        // Other members of a type that is no such type itself cannot name one.
        return method.MethodKind == MethodKind.ExplicitInterfaceImplementation
            && (parameters.Any(static parameter => IsFileLocal(parameter.Type)) || IsFileLocal(method.ReturnType))
                ? "its signature names a type that is local to its file"
            : syntax.AttributeLists.Count > 0
            && syntax
                .AttributeLists.SelectMany(static list => list.Attributes)
                .Any(static attribute => attribute.Name.ToString().Contains("AsyncMethodBuilder"))
                ? "it names a method builder of its own"
            : null;
    }

    /// <summary>Whether the type, and all around it, can be added to.</summary>
    internal static bool IsPartial(TypeDeclarationSyntax innermost)
    {
        for (SyntaxNode? above = innermost; above is TypeDeclarationSyntax type; above = above.Parent)
        {
            if (type is not ExtensionBlockDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLike(IParameterSymbol own, IParameterSymbol other) =>
        own.Name == other.Name
        && own.HasExplicitDefaultValue == other.HasExplicitDefaultValue
        && (!own.HasExplicitDefaultValue || Equals(own.ExplicitDefaultValue, other.ExplicitDefaultValue));

    private static bool IsFileLocal(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: not SpecialType.None } => false,
            INamedTypeSymbol named => named.IsFileLocal || named.TypeArguments.Any(IsFileLocal) || (named.ContainingType is { } outer && IsFileLocal(outer)),
            IArrayTypeSymbol array => IsFileLocal(array.ElementType),
            IPointerTypeSymbol pointer => IsFileLocal(pointer.PointedAtType),
            _ => false,
        };
}
