using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A setter that only constructors and object initializers call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakePropertyInitFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame is
            {
                Cause: Cause.AssignableProperty or Cause.FieldKeywordWritten,
                Member: IPropertySymbol { IsStatic: false, SetMethod: { IsInitOnly: false } setter } property,
            }
        )
        {
            yield return new($"Make '{property.Name}' init", "Troops.Init", [property], cancellation => ChangeAsync(site.Solution, setter, cancellation));
        }
    }

    private static async Task<Solution?> ChangeAsync(Solution solution, IMethodSymbol setter, CancellationToken cancellation)
    {
        EditList edits = new(solution);
        foreach (IMethodSymbol part in new[] { setter, setter.PartialImplementationPart }.OfType<IMethodSymbol>())
        {
            foreach (AccessorDeclarationSyntax accessor in Declarations.Of<AccessorDeclarationSyntax>(solution, part, cancellation))
            {
                edits.Change(
                    accessor,
                    static node =>
                        SyntaxFactory.AccessorDeclaration(
                            SyntaxKind.InitAccessorDeclaration,
                            node.AttributeLists,
                            node.Modifiers,
                            SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(node.Keyword),
                            node.Body,
                            node.ExpressionBody,
                            node.SemicolonToken
                        )
                );
            }
        }

        return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
    }
}
