using System.Text;
using Microsoft.CodeAnalysis;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Generators.Verdicts;

/// <summary>The kinds of a compilation's own types that nobody declared, as a list that another compilation reads.</summary>
/// <remarks>
/// Types that are not public and could be named by a friend assembly; all of them, whether or not there is such a friend, for one may come without this assembly being
/// compiled again. What is left out counts as mutable there, so leaving out is always safe.
/// </remarks>
internal sealed class InferredKinds(Kinds kinds, CancellationToken cancellation)
{
    private readonly KindEntries own = new(kinds);
    private readonly GeneratedParts parts = new(kinds);

    /// <summary>A line a type, sorted by name.</summary>
    internal string Write()
    {
        List<KindEntry> entries = [];
        Collect(kinds.Symbols.Compilation.Assembly.GlobalNamespace, entries);
        StringBuilder text = new();
        foreach (KindEntry entry in entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            text.Append(entry).Append('\n');
        }

        return text.ToString();
    }

    private void Collect(INamespaceOrTypeSymbol scope, List<KindEntry> entries)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            // What is private here is so for everything in it; a file's own types have names that no other file can write.
            if (member is not INamedTypeSymbol type)
            {
                Collect(member, entries);
            }
            else if (type is { DeclaredAccessibility: not Accessibility.Private, IsFileLocal: false })
            {
                if (EntryOf(type) is { } entry)
                {
                    entries.Add(entry);
                }

                Collect(type, entries);
            }
        }
    }

    private KindEntry? EntryOf(INamedTypeSymbol type)
    {
        bool isInferred =
            type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false }
            && !Kinds.IsPublic(type)
            && kinds.PromiseOf(type) is Promise.None;
        if (!isInferred)
        {
            return null;
        }

        return own.Of(type) is { } entry && !parts.MayChange(type) ? entry : null;
    }
}
