using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A type at the end of a path, which keeps the promise of immutability without making it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkImmutableFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame is { Cause: Cause.NotMarked or Cause.Unsealed or Cause.Interface or Cause.TooDeep, Type.OriginalDefinition: INamedTypeSymbol type }
            && Marking.KeepsPromise(site, type)
            && Declarations.OfType(site, type, CancellationToken.None) is { } part
        )
        {
            yield return new($"Mark '{type.Name}' [Immutable]", "Troops.Immutable", [], ChangeAsync);

            async Task<Solution?> ChangeAsync(CancellationToken cancellation)
            {
                // The promise is its subtypes' as well.
                IReadOnlyList<INamedTypeSymbol> below = type.IsSealed
                    ? []
                    : await Declarations.BelowAsync(type, site.Solution, cancellation).ConfigureAwait(false);
                return below.All(subtype => Marking.KeepsPromise(site, subtype))
                    ? await Marking.AddAsync(site.Solution, part, "Immutable", cancellation).ConfigureAwait(false)
                    : null;
            }
        }
    }
}
