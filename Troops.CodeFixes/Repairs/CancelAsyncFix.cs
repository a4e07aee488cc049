using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A cancellation that runs what others registered in the middle of this task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class CancelAsyncFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP064"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.Text: "Cancel" } } access
                } call
            && call.Span == site.Diagnostic.Location.SourceSpan
        )
        {
            ExpressionSyntax cancel = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("CancelAsync"))).WithoutTrivia();
            AwaitExpressionSyntax wait = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(default, SyntaxKind.AwaitKeyword, [SyntaxFactory.Space]), cancel);
            yield return new(
                "Await 'CancelAsync'",
                "Troops.CancelAsync",
                [],
                async cancellation =>
                {
                    EditList edits = new(site.Solution);
                    edits.Change(call, node => wait.WithTriviaFrom(node));
                    return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
                }
            );
        }
    }
}
