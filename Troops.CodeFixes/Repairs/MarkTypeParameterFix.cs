using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A type parameter whose values an immutable type holds: it demands immutable ones, or depends on them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkTypeParameterFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame is not { Cause: Cause.TypeParameter, Type: ITypeParameterSymbol { ContainingSymbol: INamedTypeSymbol type } parameter }
            || Declarations.Of<TypeParameterSyntax>(site.Solution, parameter, CancellationToken.None).FirstOrDefault() is not { } declaration
        )
        {
            yield break;
        }

        Promise promise = site.Kinds.OwnPromise(type);
        if (promise == Promise.ConditionallyImmutable)
        {
            yield return new($"Mark '{parameter.Name}' [OnlyIf]", "Troops.OnlyIf", [], cancellation => MarkAsync("OnlyIf", cancellation));
        }

        if (promise is Promise.Immutable or Promise.ExactlyImmutable)
        {
            yield return new($"Mark '{parameter.Name}' [Immutable]", "Troops.ImmutableParameter", [type], cancellation => MarkAsync("Immutable", cancellation));
        }

        if (promise == Promise.Immutable && KnownSymbols.Find(type, site.Symbols.Immutable)?.ApplicationSyntaxReference is { } reference)
        {
            yield return new(
                $"Make '{type.Name}' [ConditionallyImmutable], if '{parameter.Name}' is immutable",
                "Troops.ConditionallyImmutable",
                [],
                cancellation => MakeConditionalAsync(reference, cancellation)
            );
        }

        async Task<Solution?> MarkAsync(string attribute, CancellationToken cancellation)
        {
            EditList edits = new(site.Solution);
            edits.Change(declaration, node => Attributes.Add(node, attribute));
            await edits.UseAsync(declaration, "Troops", $"{attribute}Attribute", cancellation).ConfigureAwait(false);
            return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
        }

        async Task<Solution?> MakeConditionalAsync(SyntaxReference reference, CancellationToken cancellation)
        {
            EditList edits = new(site.Solution);
            AttributeSyntax mark = (AttributeSyntax)await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
            edits.Change(
                mark,
                static node => node.WithName(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("ConditionallyImmutable").WithTriviaFrom(node.Name))
            );
            edits.Change(declaration, static node => Attributes.Add(node, "OnlyIf"));
            await edits.UseAsync(mark, "Troops", "ConditionallyImmutableAttribute", cancellation).ConfigureAwait(false);
            await edits.UseAsync(declaration, "Troops", "OnlyIfAttribute", cancellation).ConfigureAwait(false);
            return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
        }
    }
}
