using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP068 for handles and what brings objects back.</summary>
internal static class HandleUses
{
    internal static void Check(HatchUse use)
    {
        // One mistake, where the handle comes from.
        if (!use.Has(ApiRole.Handle) || use.IsOn(ApiRole.Handle))
        {
            return;
        }

        bool isRevived = use.Member.Name == "ReRegisterForFinalize";
        use.Report(
            HatchDescriptors.Handle,
            isRevived
                ? $"'{use.Name}' has the object finalized again, by a thread that is not its own"
                : $"'{use.Name}' lets whoever has the handle reach the object, from any thread",
            isRevived ? "make a new object" : "pass the object itself to what must use it, and let the rules see it, or vouch for the member with [Audited]"
        );
    }
}
