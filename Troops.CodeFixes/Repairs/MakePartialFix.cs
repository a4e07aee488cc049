using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A type with tasks, and those around it, that the generator cannot add to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakePartialFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP070"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            yield return new(
                $"Make '{type.Identifier.ValueText}' partial",
                "Troops.Partial",
                [],
                async cancellation =>
                {
                    EditList edits = new(site.Solution);
                    foreach (TypeDeclarationSyntax level in type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
                    {
                        edits.Change(level, Modifiers.AddPartial);
                    }

                    return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
                }
            );
        }
    }
}
