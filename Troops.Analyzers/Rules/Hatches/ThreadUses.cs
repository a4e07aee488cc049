using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP063 and, in task code, TROOP065. What starts something is the former even if it also waits for it.</summary>
internal static class ThreadUses
{
    internal static void Check(HatchUse use)
    {
        // A scheduler does nothing until something is started with it, and that is reported; to name one in task code is TROOP064.
        if (!use.Has(ApiRole.Threads | ApiRole.Blocks) || use.IsOn(ApiRole.Threads) || use.Member.ContainingType.Name == "TaskScheduler")
        {
            return;
        }

        string? counterpart = ThreadCounterparts.Of(use.Member);
        bool isBlocking = use.Has(ApiRole.Blocks) && !(use.Has(ApiRole.Threads) && counterpart is not null);
        if (isBlocking && use.Context.TaskCode.IsInThread(use.Operation, use.Action.ContainingSymbol, use.Context.Boundaries))
        {
            use.Report(HatchDescriptors.Blocking, use.Name, Awaitables.Instead(use.Context, use.Member));
        }
        else if (use.Has(ApiRole.Threads))
        {
            use.Report(
                HatchDescriptors.AmbientThreads,
                use.Name,
                counterpart ?? "let a thread of Troops do the work, and hand over what it finds through a Channel<T>"
            );
        }
    }
}
