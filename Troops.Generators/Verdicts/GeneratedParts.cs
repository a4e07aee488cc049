using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn.Model;

namespace Troops.Generators.Verdicts;

/// <summary>Whether another generator may still add to what a type reaches: generators do not see each other's output, while the rules see all of it.</summary>
/// <remarks>
/// A <c>partial</c> type may get a mutable field, and a type that does not bind yet may be anything. Their kinds are not passed on, nor those of what holds them. A type that
/// promises may be partial: the rules hold all its parts to the promise.
/// </remarks>
internal sealed class GeneratedParts(Kinds kinds)
{
    internal bool MayChange(INamedTypeSymbol type)
    {
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);
        // Each definition is opened once, not each construction: a type may refer to itself with ever larger arguments.
        HashSet<INamedTypeSymbol> opened = new(SymbolEqualityComparer.Default);
        Stack<ITypeSymbol> open = new();
        open.Push(type);
        while (open.Count > 0)
        {
            ITypeSymbol next = open.Pop();
            if (next is IErrorTypeSymbol)
            {
                return true;
            }

            // Type parameters end here, and arrays and the like are mutable whatever they hold.
            if (next is not INamedTypeSymbol named || !seen.Add(named))
            {
                continue;
            }

            Push(open, named.TypeArguments);
            if (IsInferred(named.OriginalDefinition) && opened.Add(named.OriginalDefinition))
            {
                if (IsPartial(named.OriginalDefinition))
                {
                    return true;
                }

                Push(open, PartsOf(named.OriginalDefinition));
            }
        }

        return false;
    }

    private static void Push(Stack<ITypeSymbol> open, IEnumerable<ITypeSymbol> types)
    {
        foreach (ITypeSymbol type in types)
        {
            open.Push(type);
        }
    }

    private static IEnumerable<ITypeSymbol> PartsOf(INamedTypeSymbol definition)
    {
        IEnumerable<ITypeSymbol> fields = definition
            .GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => !field.IsStatic)
            .Select(static field => field.Type);
        return definition.BaseType is { } @base ? fields.Append(@base) : fields;
    }

    private bool IsInferred(INamedTypeSymbol definition) =>
        SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, kinds.Symbols.Compilation.Assembly) && kinds.PromiseOf(definition) == Promise.None;

    private static bool IsPartial(INamedTypeSymbol definition) =>
        definition.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );
}
