using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Troops.CodeFixes.Captures;

namespace Troops.CodeFixes.Repairs;

/// <summary>A lambda that crosses and reads a member of <c>this</c>, or a variable that is written: it gets a copy of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class CaptureCopyFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP030", "TROOP031"];

    /// <summary>None: two changes made apart from each other would declare the same local.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        foreach (CapturedReads reads in CapturedReads.At(site, CancellationToken.None))
        {
            yield return new(
                reads.Symbols.Count == 1
                    ? $"Capture a copy of '{reads.Symbols[0].Name}'"
                    : $"Capture copies of {string.Join(", ", reads.Symbols.Select(static symbol => $"'{symbol.Name}'"))}",
                "Troops.CaptureCopy",
                [],
                cancellation => LocalsForCaptures.ChangeAsync(site, reads, static (_, value) => (value, null), needsCollections: false, cancellation)
            );
        }
    }
}
