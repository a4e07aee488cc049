using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A thread's delegate that starts a task of .NET and does not wait for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitInLambdaFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP066"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        ExpressionSyntax? given = site.Node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression;
        LambdaExpressionSyntax? lambda = given switch
        {
            null => null,
            _ when given.Span != site.Diagnostic.Location.SourceSpan => null,
            LambdaExpressionSyntax { ExpressionBody: { } body } written when written.AsyncKeyword.IsKind(SyntaxKind.None) => Async(written)
                .WithBody(Await(body)),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => SyntaxFactory.ParenthesizedLambdaExpression(
                Await(SyntaxFactory.InvocationExpression(given.WithoutTrivia()))
            )
                is var made
                ? Async(made.WithArrowToken(SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.EqualsGreaterThanToken, [SyntaxFactory.Space])))
                : null,
            _ => null,
        };
        if (given is not null && lambda is not null)
        {
            yield return new(
                "Await it in the lambda",
                "Troops.AwaitInLambda",
                [],
                async cancellation =>
                {
                    EditList edits = new(site.Solution);
                    edits.Change(given, node => lambda.WithTriviaFrom(node));
                    return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
                }
            );
        }
    }

    private static LambdaExpressionSyntax Async(LambdaExpressionSyntax lambda) =>
        lambda.WithModifiers(lambda.Modifiers.Add(SyntaxFactory.Token(default, SyntaxKind.AsyncKeyword, [SyntaxFactory.Space])));

    private static AwaitExpressionSyntax Await(ExpressionSyntax task) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(default, SyntaxKind.AwaitKeyword, [SyntaxFactory.Space]), task.WithoutTrivia());
}
