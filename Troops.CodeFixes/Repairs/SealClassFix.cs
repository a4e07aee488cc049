using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A class that nothing derives from, and that is not immutable only because something could.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class SealClassFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame
                is { Cause: Cause.Unsealed, Type.OriginalDefinition: INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } type }
            && Declarations.OfType(site, type, CancellationToken.None) is { } part
        )
        {
            yield return new($"Seal '{type.Name}'", "Troops.Seal", [type], cancellation => ChangeAsync(site.Solution, type, part, cancellation));
        }
    }

    private static async Task<Solution?> ChangeAsync(Solution solution, INamedTypeSymbol type, TypeDeclarationSyntax part, CancellationToken cancellation)
    {
        if ((await Declarations.BelowAsync(type, solution, cancellation).ConfigureAwait(false)).Count > 0)
        {
            return null;
        }

        EditList edits = new(solution);
        edits.Change(part, static node => Modifiers.Add(node, SyntaxKind.SealedKeyword));
        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }
}
