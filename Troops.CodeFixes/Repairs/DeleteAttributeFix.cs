using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>An audit, or another attribute of ours, that is of no use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DeleteAttributeFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP093"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax { Parent: { } owner } list } attribute)
        {
            string name = attribute.Name.ToString();
            yield return new($"Delete [{name}]", "Troops.DeleteAttribute", [], ChangeAsync);

            async Task<Solution?> ChangeAsync(CancellationToken cancellation)
            {
                EditList edits = new(site.Solution);
                edits.Change(owner, _ => Attributes.Remove(list, attribute, owner));
                return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What silences nothing can go, and the rule may know that at the end of a build alone.</summary>
    protected override Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation) => Task.FromResult(true);
}
