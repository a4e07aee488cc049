using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Copying;

/// <summary>A task that has a copy, as its callers see it. Lives while one compilation is parsed.</summary>
/// <param name="Name">Of the copy.</param>
/// <param name="IsInternal">Whether the whole assembly may call it; else only its type.</param>
/// <param name="Type">That declares it.</param>
internal sealed record CopyTarget(string Name, bool IsInternal, INamedTypeSymbol Type)
{
    /// <summary>Whether code in the type, or nested in it, may name the copy.</summary>
    internal bool IsVisibleIn(INamedTypeSymbol? type)
    {
        if (IsInternal)
        {
            return true;
        }

        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(level.OriginalDefinition, Type.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
