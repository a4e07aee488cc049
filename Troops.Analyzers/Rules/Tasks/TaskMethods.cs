using Microsoft.CodeAnalysis;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>What the rules on tasks ask of methods.</summary>
internal static class TaskMethods
{
    /// <summary>A task's body as its callers know it: async in this compilation, marked in another.</summary>
    internal static bool IsBody(RuleContext context, IMethodSymbol method)
    {
        if (!context.TaskCode.IsTask(method.ReturnType) || method.IsAbstract || method.IsExtern)
        {
            return false;
        }

        IMethodSymbol definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (definition.IsAsync)
        {
            return true;
        }

        // The builtins complete anywhere.
        return !SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, context.Symbols.Immutable.ContainingAssembly)
            && context.Symbols.CanMark(definition.ContainingAssembly)
            && KnownSymbols.Has(definition, context.Symbols.TroopTask);
    }

    /// <summary>Whether code of other assemblies can name it.</summary>
    internal static bool IsPublic(ISymbol member)
    {
        for (ISymbol? scope = member; scope is not null and not INamespaceSymbol; scope = scope.ContainingSymbol)
        {
            if (scope.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
