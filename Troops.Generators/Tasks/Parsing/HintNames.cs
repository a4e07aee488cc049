using System.Text;
using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>Names of files that are written.</summary>
internal static class HintNames
{
    /// <summary><c>Ns.Outer.Inner_1</c>, with the number of type parameters.</summary>
    internal static string Of(INamedTypeSymbol type)
    {
        StringBuilder text = new();
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            // An extension block has no name of its own.
            if (level.TypeKind != TypeKind.Extension)
            {
                text.Insert(0, text.Length == 0 ? "" : ".").Insert(0, level.MetadataName.Replace('`', '_'));
            }
        }

        INamespaceSymbol space = type.ContainingNamespace;
        return Clean(space.IsGlobalNamespace ? text.ToString() : $"{space.ToDisplayString()}.{text}");
    }

    /// <summary>Other characters than these make bad file names.</summary>
    internal static string Clean(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char character in name)
        {
            text.Append(char.IsLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '_');
        }

        return text.ToString();
    }
}
