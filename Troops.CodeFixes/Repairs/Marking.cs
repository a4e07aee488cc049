using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>What the fixes have in common that add a promise to a type.</summary>
internal static class Marking
{
    /// <summary>Whether the members of a type of the project would keep a promise of immutability.</summary>
    internal static bool KeepsPromise(Site site, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, site.Compilation.Assembly)
        && (site.Kinds.PromiseOf(type) is Promise.Immutable || site.Kinds.FlawsOf(type).All(static flaw => flaw.IsAudited));

    /// <summary>With one of our attributes, and the using directive that it needs.</summary>
    internal static async Task<Solution?> AddAsync(Solution solution, TypeDeclarationSyntax part, string attribute, CancellationToken cancellation)
    {
        EditList edits = new(solution);
        await AddAsync(edits, part, attribute, cancellation).ConfigureAwait(false);
        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }

    internal static Task AddAsync(EditList edits, TypeDeclarationSyntax part, string attribute, CancellationToken cancellation)
    {
        edits.Change(part, node => Attributes.Add(node, attribute));
        return edits.UseAsync(part, "Troops", $"{attribute}Attribute", cancellation);
    }
}
