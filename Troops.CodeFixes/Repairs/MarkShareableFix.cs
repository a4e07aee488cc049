using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>A value of a type parameter that crosses, or that is given where only what can be shared may be: the parameter demands that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkShareableFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP011", "TROOP035"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        foreach (ITypeParameterSymbol parameter in ParametersAt(site).Distinct<ITypeParameterSymbol>(SymbolEqualityComparer.Default))
        {
            if (Declarations.Of<TypeParameterSyntax>(site.Solution, parameter, CancellationToken.None).FirstOrDefault() is { } declaration)
            {
                yield return new(
                    $"Mark '{parameter.Name}' [Shareable]",
                    "Troops.ShareableParameter",
                    [parameter.ContainingSymbol],
                    cancellation => MarkAsync(declaration, cancellation)
                );
            }
        }

        async Task<Solution?> MarkAsync(TypeParameterSyntax declaration, CancellationToken cancellation)
        {
            EditList edits = new(site.Solution);
            edits.Change(declaration, static node => Attributes.Add(node, "Shareable"));
            await edits.UseAsync(declaration, "Troops", "ShareableAttribute", cancellation).ConfigureAwait(false);
            return await edits.ApplyAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Those in the type of what the diagnostic stands at, and in the type arguments of what is named there.</summary>
    private static IEnumerable<ITypeParameterSymbol> ParametersAt(Site site)
    {
        SemanticModel model = site.Compilation.GetSemanticModel(site.Node.SyntaxTree);
        // A method is called through an expression that names it, an object made by one that names its type.
        foreach (SyntaxNode node in site.Node.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax or TypeArgumentListSyntax).Take(3))
        {
            ISymbol? symbol = model.GetSymbolInfo(node).Symbol;
            IEnumerable<ITypeSymbol?> types = [model.GetTypeInfo(node).Type, .. (symbol as IMethodSymbol)?.TypeArguments ?? [], symbol as ITypeSymbol];
            foreach (ITypeParameterSymbol parameter in types.SelectMany(In))
            {
                yield return parameter;
            }
        }
    }

    private static IEnumerable<ITypeParameterSymbol> In(ITypeSymbol? type) =>
        type switch
        {
            ITypeParameterSymbol parameter => [parameter],
            IArrayTypeSymbol array => In(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.SelectMany(In),
            _ => [],
        };
}
