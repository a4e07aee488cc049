using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>An async method or local function whose body goes on beside the thread that calls it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ReturnTroopTaskFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP064"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            Called(site) is { IsAsync: true } method
            && Declarations.Of<SyntaxNode>(site.Solution, method, CancellationToken.None).FirstOrDefault() is { } declaration
            && ReturnTypeOf(declaration) is { } type
            && Changed(type) is { } changed
        )
        {
            yield return new($"Return '{changed}' from '{method.Name}'", "Troops.ReturnTroopTask", [method], ChangeAsync);

            async Task<Solution?> ChangeAsync(CancellationToken cancellation)
            {
                EditList edits = new(site.Solution);
                edits.Change(type, node => changed.WithTriviaFrom(node));
                if (declaration is MethodDeclarationSyntax member && method.DeclaredAccessibility == Accessibility.Public)
                {
                    edits.Change(member, static node => Attributes.Add(node, "TroopTask"));
                }

                await edits.UseAsync(declaration, "Troops", "TroopTask", cancellation).ConfigureAwait(false);
                return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>By the call that the diagnostic stands at, or around it.</summary>
    private static IMethodSymbol? Called(Site site)
    {
        SemanticModel model = site.Compilation.GetSemanticModel(site.Node.SyntaxTree);
        for (SyntaxNode? at = site.Node; at is not null and not StatementSyntax and not MemberDeclarationSyntax; at = at.Parent)
        {
            if (at is ExpressionSyntax && model.GetSymbolInfo(at).Symbol is IMethodSymbol { IsAsync: true } method)
            {
                return (method.PartialDefinitionPart is null ? method : null)?.OriginalDefinition;
            }
        }

        return null;
    }

    private static TypeSyntax? ReturnTypeOf(SyntaxNode declaration) =>
        declaration switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax local => local.ReturnType,
            _ => null,
        };

    private static TypeSyntax? Changed(TypeSyntax type) =>
        type switch
        {
            QualifiedNameSyntax qualified => Changed(qualified.Right),
            IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" } => SyntaxFactory.IdentifierName("TroopTask"),
            GenericNameSyntax { Identifier.Text: "Task" or "ValueTask" } generic => generic
                .WithIdentifier(SyntaxFactory.Identifier("TroopTask"))
                .WithoutTrivia(),
            _ => null,
        };
}
