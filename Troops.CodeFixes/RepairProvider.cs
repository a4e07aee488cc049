using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Troops.CodeFixes;

/// <summary>How every repair is offered: proposed from what symbols say, then tried, and offered only if the trial says that it works.</summary>
internal abstract class RepairProvider : CodeFixProvider
{
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await Site.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } site)
            {
                continue;
            }

            // Of proposals of one title the first that works is meant.
            HashSet<string> offered = new(StringComparer.Ordinal);
            foreach (Repair repair in Propose(site))
            {
                if (offered.Contains(repair.Title))
                {
                    continue;
                }

                Solution? changed = await repair.ChangeAsync(context.CancellationToken).ConfigureAwait(false);
                if (changed is not null && await WorksAsync(site, repair, changed, context.CancellationToken).ConfigureAwait(false))
                {
                    offered.Add(repair.Title);
                    context.RegisterCodeFix(CodeAction.Create(repair.Title, _ => Task.FromResult(changed), repair.Key), diagnostic);
                }
            }
        }
    }

    /// <summary>What may be worth a trial. Cheap rejections belong here.</summary>
    protected abstract IEnumerable<Repair> Propose(Site site);

    /// <summary>Overridden where nothing can go wrong.</summary>
    protected virtual Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation) =>
        Trial.PassesAsync(site, repair, changed, cancellation);
}
