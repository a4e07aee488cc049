using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A struct whose members are all readonly, and a record struct whose positional properties have setters only because it is not readonly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeStructReadonlyFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RepairIds.Paths.Add("TROOP013");

    protected override IEnumerable<Repair> Propose(Site site)
    {
        INamedTypeSymbol? type = site switch
        {
            { Diagnostic.Id: "TROOP013" } => site.Symbol as INamedTypeSymbol,
            { Blame: { Cause: Cause.AssignableProperty, Member: IPropertySymbol property } } when IsPositional(property) => property.ContainingType,
            _ => null,
        };
        if (
            type is { TypeKind: TypeKind.Struct, IsReadOnly: false, IsRefLikeType: false }
            && Declarations.OfType(site, type, CancellationToken.None) is { } part
        )
        {
            yield return new(
                $"Make '{type.Name}' a readonly struct",
                "Troops.ReadonlyStruct",
                [type, .. type.GetMembers().OfType<IPropertySymbol>()],
                cancellation => ChangeAsync(site.Solution, part, cancellation)
            );
        }
    }

    private static bool IsPositional(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is ParameterSyntax);

    private static async Task<Solution?> ChangeAsync(Solution solution, TypeDeclarationSyntax part, CancellationToken cancellation)
    {
        EditList edits = new(solution);
        edits.Change(part, static node => Modifiers.Add(node, SyntaxKind.ReadOnlyKeyword));
        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }
}
