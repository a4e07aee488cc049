using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A setter that only constructors call, if anybody does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakePropertyGetOnlyFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame is { Cause: Cause.AssignableProperty, Member: IPropertySymbol { SetMethod: { IsInitOnly: false } setter } property }
            // Without a setter that everybody sees, the property would be of no use unless something else gives it a value.
            && (property.IsStatic || setter.DeclaredAccessibility != property.DeclaredAccessibility || HasInitializer(property))
        )
        {
            yield return new(
                $"Make '{property.Name}' get-only",
                "Troops.GetOnly",
                [property],
                cancellation => ChangeAsync(site.Solution, setter, cancellation)
            );
        }
    }

    private static bool HasInitializer(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null });

    private static async Task<Solution?> ChangeAsync(Solution solution, IMethodSymbol setter, CancellationToken cancellation)
    {
        EditList edits = new(solution);
        foreach (AccessorListSyntax accessors in Declarations.Of<AccessorListSyntax>(solution, setter, cancellation))
        {
            edits.Change(accessors, WithoutSetter);
        }

        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }

    private static AccessorListSyntax WithoutSetter(AccessorListSyntax accessors)
    {
        AccessorDeclarationSyntax setter = accessors.Accessors.First(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
        bool isCommented = setter
            .GetLeadingTrivia()
            .Concat(setter.GetTrailingTrivia())
            .Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        SyntaxRemoveOptions options = isCommented ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepUnbalancedDirectives;
        return accessors.RemoveNode(setter, options)!;
    }
}
