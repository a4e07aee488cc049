using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A field that nothing assigns after construction, and that does not say so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeFieldReadonlyFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (site.Blame is { Cause: Cause.AssignableField, Member: IFieldSymbol field } && !MayChangeInPlace(field.Type))
        {
            yield return new($"Make '{field.Name}' readonly", "Troops.Readonly", [field], cancellation => ChangeAsync(site.Solution, field, cancellation));
        }
    }

    /// <summary>A method that changes a struct would go on to compile, and change a copy.</summary>
    private static bool MayChangeInPlace(ITypeSymbol type) => type is { TypeKind: TypeKind.Struct, IsReadOnly: false, Locations: [{ IsInSource: true }, ..] };

    private static async Task<Solution?> ChangeAsync(Solution solution, IFieldSymbol field, CancellationToken cancellation)
    {
        EditList edits = new(solution);
        foreach (FieldDeclarationSyntax declaration in Declarations.Of<FieldDeclarationSyntax>(solution, field, cancellation))
        {
            edits.Change(declaration, static node => Modifiers.Add(Modifiers.Remove(node, SyntaxKind.VolatileKeyword), SyntaxKind.ReadOnlyKeyword));
        }

        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }
}
