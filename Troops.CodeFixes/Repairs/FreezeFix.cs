using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Captures;
using Troops.CodeFixes.Collections;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A collection, an array or a lazy sequence that crosses: what crosses is an immutable copy of what is in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class FreezeFix : RepairProvider
{
    private const string Key = "Troops.Freeze";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP030", "TROOP032", "TROOP036", "TROOP037", "TROOP039"];

    /// <summary>None: two changes made apart from each other would declare the same local.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        foreach (CapturedReads reads in CapturedReads.At(site, CancellationToken.None))
        {
            if (MethodFor(reads.Symbols[0]) is not null)
            {
                yield return new(Title(reads.Symbols[0].Name), Key, [], cancellation => LocalsForCaptures.ChangeAsync(site, reads, Frozen, true, cancellation));
            }
        }

        if (
            site.Node is ExpressionSyntax { Parent: ArgumentSyntax } value
            && Freezing.MethodFor(site.Compilation, site.Compilation.GetSemanticModel(value.SyntaxTree).GetTypeInfo(value).Type) is { } method
        )
        {
            yield return new(Title(value.ToString()), Key, [], cancellation => ReplaceAsync(value, method, cancellation));
        }

        string? MethodFor(ISymbol symbol) => Freezing.MethodFor(site.Compilation, TypeOf(symbol));

        // The others that are captured with it are copied as they are.
        (string Value, string? Name) Frozen(ISymbol symbol, string value) => MethodFor(symbol) is { } found ? ($"{value}.{found}()", "frozen") : (value, null);

        async Task<Solution?> ReplaceAsync(ExpressionSyntax old, string call, CancellationToken cancellation)
        {
            EditList edits = new(site.Solution);
            edits.Change(old, node => SyntaxFactory.ParseExpression($"{Freezing.Receiver(node)}.{call}()").WithTriviaFrom(node));
            await edits.UseAsync(old, Counterpart.Space, "ImmutableArray", cancellation).ConfigureAwait(false);
            return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A frozen collection that the lambda adds to would compile, and forget what is added.</summary>
    protected override async Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation) =>
        await base.WorksAsync(site, repair, changed, cancellation).ConfigureAwait(false)
        && !await Discards.AppearAsync(site.Solution, changed, [site.Document.Id], cancellation).ConfigureAwait(false);

    private static string Title(string what) => $"Freeze '{what}' before it crosses";

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol is ILocalSymbol local ? local.Type : Blame.TypeOf(symbol);
}
