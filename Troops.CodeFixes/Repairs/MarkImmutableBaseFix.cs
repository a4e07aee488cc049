using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Troops.CodeFixes.Edits;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes.Repairs;

/// <summary>A base class that is immutable itself, and of whose other subclasses nothing is said.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MarkImmutableBaseFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP005", "TROOP006"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Blame is { Cause: Cause.NotMarked, Type.OriginalDefinition: INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false } type }
            && Marking.KeepsPromise(site, type)
            && Declarations.OfType(site, type, CancellationToken.None) is { } part
        )
        {
            yield return new(
                $"Mark '{type.Name}' [ImmutableBase]",
                "Troops.ImmutableBase",
                [],
                cancellation => Marking.AddAsync(site.Solution, part, "ImmutableBase", cancellation)
            );
        }
    }
}
