using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Captures;

/// <summary>A local in front of a lambda for everything that it reads from outside, which the lambda uses instead.</summary>
internal static class LocalsForCaptures
{
    /// <param name="valueOf">The value of the local for a symbol and an expression that reads it, and the name that is wanted; null for a name after the symbol.</param>
    internal static async Task<Solution?> ChangeAsync(
        Site site,
        CapturedReads reads,
        Func<ISymbol, string, (string Value, string? Name)> valueOf,
        bool needsCollections,
        CancellationToken cancellation
    )
    {
        EditList edits = new(site.Solution);
        LocalNames names = new(reads.Lambda);
        List<string> statements = [];
        foreach (ISymbol symbol in reads.Symbols)
        {
            List<ExpressionSyntax> uses = reads.Uses[symbol];
            (string value, string? wanted) = valueOf(symbol, uses[0].WithoutTrivia().ToString());
            string local = wanted is null ? names.For(symbol) : names.Free(wanted);
            statements.Add($"var {local} = {value};");
            foreach (ExpressionSyntax use in uses)
            {
                edits.Change(use, node => SyntaxFactory.IdentifierName(local).WithTriviaFrom(node));
                // An immutable array calls it otherwise.
                if (
                    value.EndsWith(".ToImmutableArray()", StringComparison.Ordinal)
                    && use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Parent: not InvocationExpressionSyntax } count
                    && count.Expression == use
                )
                {
                    edits.Change(count, node => node.WithName(SyntaxFactory.IdentifierName("Length").WithTriviaFrom(node.Name)));
                }
            }
        }

        if (needsCollections)
        {
            await edits.UseAsync(reads.Lambda, "System.Collections.Immutable", "ImmutableArray", cancellation).ConfigureAwait(false);
        }

        SemanticModel model = site.Compilation.GetSemanticModel(reads.Lambda.SyntaxTree);
        return StatementsBefore.Insert(edits, model, reads.Lambda, statements, cancellation)
            ? await edits.ApplyAsync(cancellation).ConfigureAwait(false)
            : null;
    }
}
