using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A type that is suggested to promise what it keeps: one, or all of a project at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkSuggestedFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP090"];

    public override FixAllProvider GetFixAllProvider() => new MarkAllProvider();

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part)
        {
            yield return new(
                $"Mark '{part.Identifier.ValueText}' [Immutable]",
                "Troops.Immutable",
                [],
                cancellation => Marking.AddAsync(site.Solution, part, "Immutable", cancellation)
            );
        }
    }

    /// <summary>The suggestion itself says that it works.</summary>
    protected override Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation) => Task.FromResult(true);
}
