using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>What an outlined <c>foreach</c> goes over, so that it can stop in the middle and go on there: an array or a string, by an index, or a list, by its enumerator.</summary>
/// <remarks>Only these: what they do is known, and that nothing is to be disposed of.</remarks>
/// <param name="Type">Of the array or string, or of the enumerator; in full.</param>
/// <param name="VariableType">Of the iteration variable; in full.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record LoopItems(string Type, string VariableType, bool IsList)
{
    internal const string Items = $"{CopyNames.Prefix}items";
    internal const string At = $"{CopyNames.Prefix}at";

    /// <summary>The task keeps them.</summary>
    internal IEnumerable<LoopVariable> Variables =>
        IsList ? [new(Type, Items, LoopPassing.Register)] : [new(Type, Items, LoopPassing.Value), new("int", At, LoopPassing.Register)];

    /// <summary>Null if it goes over something else, or if its variable is more than what it gets there.</summary>
    internal static LoopItems? Of(SemanticModel model, ForEachStatementSyntax loop, CancellationToken cancellation)
    {
        if (
            !loop.AwaitKeyword.IsKind(SyntaxKind.None)
            || model.GetDeclaredSymbol(loop, cancellation) is not { RefKind: RefKind.None } variable
            // A struct that changes itself may be another thing where it cannot be assigned.
            || !(LoopTypes.IsRegister(variable.Type) || LoopTypes.IsReadOnly(variable.Type))
            || model.GetTypeInfo(loop.Expression, cancellation).Type is not { } type
            || ElementOf(type) is not { } element
            || !LoopTypes.IsSayable(type)
            || !SymbolEqualityComparer.Default.Equals(element, variable.Type)
        )
        {
            return null;
        }

        string collection = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        bool isList = type is INamedTypeSymbol { SpecialType: SpecialType.None };
        return new(isList ? $"{collection}.Enumerator" : collection, element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), isList);
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
            INamedTypeSymbol { SpecialType: SpecialType.System_String } text => text.GetMembers("get_Chars")
                .OfType<IMethodSymbol>()
                .FirstOrDefault()
                ?.ReturnType,
            INamedTypeSymbol { Name: "List", TypeArguments: [var element], ContainingType: null, DeclaringSyntaxReferences.IsEmpty: true } list
                when IsOfCollections(list.ContainingNamespace) => element,
            _ => null,
        };

    private static bool IsOfCollections(INamespaceSymbol space) =>
        space
            is {
                Name: "Generic",
                ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            };
}
