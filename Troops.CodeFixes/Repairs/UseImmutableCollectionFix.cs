using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Troops.CodeFixes.Collections;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>An array, a collection or a view that nothing changes after construction: declared as its immutable counterpart, and filled with the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UseImmutableCollectionFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => RepairIds.Paths;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame?.Member is { } member
            && Blame.TypeOf(member) is { } type
            && Counterpart.Of(site.Compilation, type) is { } to
            && IsBetter(site.Kinds.Inside(to.Type), member)
        )
        {
            IReadOnlyList<ISymbol> storage = Storage(member);
            string name = $"{to.Name}<{string.Join(", ", to.Type.TypeArguments.Select(static argument => Roslyn.Names.Of(argument)))}>";
            yield return new($"Make '{member.Name}' an {name}", $"Troops.{to.Name}", storage, cancellation => ChangeAsync(site, storage, to, cancellation));
        }
    }

    protected override async Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation)
    {
        if (!await base.WorksAsync(site, repair, changed, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        HashSet<DocumentId> documents = [.. changed.GetChanges(site.Solution).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments())];
        foreach (ISymbol symbol in repair.Touched)
        {
            foreach (ReferencedSymbol found in await SymbolFinder.FindReferencesAsync(symbol, site.Solution, cancellation).ConfigureAwait(false))
            {
                documents.UnionWith(found.Locations.Select(static location => location.Document.Id));
            }
        }

        return !await Discards.AppearAsync(site.Solution, changed, documents, cancellation).ConfigureAwait(false);
    }

    private static bool IsBetter(Verdict verdict, ISymbol member) => member.IsStatic ? verdict.IsShareable : verdict.IsVal;

    /// <summary>A record's parameter and its property are one, and so are a captured parameter and the field that nobody wrote.</summary>
    private static IReadOnlyList<ISymbol> Storage(ISymbol member)
    {
        ParameterSyntax? positional = member
            .DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .OfType<ParameterSyntax>()
            .FirstOrDefault();
        IParameterSymbol? parameter =
            positional is null || member is IParameterSymbol
                ? null
                : member
                    .ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                    .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == positional));
        return parameter is null ? [member] : [member, parameter];
    }

    private static async Task<Solution?> ChangeAsync(Site site, IReadOnlyList<ISymbol> storage, Counterpart to, CancellationToken cancellation)
    {
        EditList edits = new(site.Solution);
        bool isDeclared = false;
        foreach (SyntaxReference reference in storage[0].DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
            TypeSyntax? type = declaration switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variable } => variable.Type,
                PropertyDeclarationSyntax property => property.Type,
                ParameterSyntax parameter => parameter.Type,
                _ => null,
            };
            if (type is null || site.Solution.GetDocument(type.SyntaxTree) is not { } document)
            {
                return null;
            }

            SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            edits.Change(type, _ => TypeSyntaxes.Of(type, to, model));
            await edits.UseAsync(type, Counterpart.Space, to.Name, cancellation).ConfigureAwait(false);
            // A static that can be assigned is reported until both are put right.
            if (storage[0] is IFieldSymbol { IsStatic: true, IsReadOnly: false } && declaration.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field)
            {
                edits.Change(field, static node => Modifiers.Add(node, SyntaxKind.ReadOnlyKeyword));
            }

            isDeclared = true;
        }

        return isDeclared && await AdaptAsync(site.Solution, edits, storage, to, cancellation).ConfigureAwait(false)
            ? await edits.ApplyAsync(cancellation).ConfigureAwait(false)
            : null;
    }

    private static async Task<bool> AdaptAsync(
        Solution solution,
        EditList edits,
        IReadOnlyList<ISymbol> storage,
        Counterpart to,
        CancellationToken cancellation
    )
    {
        foreach (ExpressionSyntax value in await Writes.ToAsync(solution, storage, cancellation).ConfigureAwait(false))
        {
            if (solution.GetDocument(value.SyntaxTree) is not { } document)
            {
                return false;
            }

            SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            if (new ValueAdapter(to, model, cancellation).Adapt(value) is not { } adapted)
            {
                return false;
            }

            if (adapted != value)
            {
                edits.Change(value, _ => adapted);
                await edits.UseAsync(value, Counterpart.Space, to.Name, cancellation).ConfigureAwait(false);
            }
        }

        return true;
    }
}
