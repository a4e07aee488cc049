using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>Names of files that are written.</summary>
internal static class HintNames
{
    private const int Longest = 120;

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
        string name = Clean(space.IsGlobalNamespace ? text.ToString() : $"{space.ToDisplayString()}.{text}");

        // Who lets the compiler write the files has a file system with limits.
        return name.Length <= Longest ? name : $"{name.Substring(0, Longest)}_{CopyNames.Hash(name).ToString("x8", CultureInfo.InvariantCulture)}";
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
