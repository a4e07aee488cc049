using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A type that keeps the promise of immutability without making it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkImmutableFix : RepairProvider
{
    private const string Suggestion = "TROOP090";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RepairIds.Paths.Add(Suggestion);

    protected override IEnumerable<Repair> Propose(Site site)
    {
        INamedTypeSymbol? type = site switch
        {
            { Diagnostic.Id: Suggestion } => site.Symbol as INamedTypeSymbol,
            { Blame: { Cause: Cause.NotMarked or Cause.Unsealed or Cause.Interface or Cause.TooDeep, Type: { } blamed } } => blamed.OriginalDefinition as INamedTypeSymbol,
            _ => null,
        };
        if (type is not null && Marking.KeepsPromise(site, type) && Declarations.OfType(site, type, CancellationToken.None) is { } part)
        {
            yield return new($"Mark '{type.Name}' [Immutable]", "Troops.Immutable", [], ChangeAsync);

            async Task<Solution?> ChangeAsync(CancellationToken cancellation)
            {
                // The promise is its subtypes' as well.
                IReadOnlyList<INamedTypeSymbol> below = type.IsSealed ? [] : await Declarations.BelowAsync(type, site.Solution, cancellation).ConfigureAwait(false);
                return below.All(subtype => Marking.KeepsPromise(site, subtype))
                    ? await Marking.AddAsync(site.Solution, part, "Immutable", cancellation).ConfigureAwait(false)
                    : null;
            }
        }
    }

    /// <summary>The suggestion itself says that it works; a fix of a whole solution need not ask again for each type.</summary>
    protected override Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation) =>
        site.Diagnostic.Id == Suggestion ? Task.FromResult(true) : base.WorksAsync(site, repair, changed, cancellation);
}
