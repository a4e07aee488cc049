using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A public task that does not say to other assemblies that it is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkTaskFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP075"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
        {
            yield return new(
                $"Mark '{method.Identifier.ValueText}' [TroopTask]",
                "Troops.TroopTask",
                [],
                async cancellation =>
                {
                    EditList edits = new(site.Solution);
                    edits.Change(method, static node => Attributes.Add(node, "TroopTask"));
                    await edits.UseAsync(method, "Troops", "TroopTaskAttribute", cancellation).ConfigureAwait(false);
                    return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
                }
            );
        }
    }
}
