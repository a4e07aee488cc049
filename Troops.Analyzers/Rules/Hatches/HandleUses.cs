using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

        // A weak reference is its thread's like any object; only one that outlives the finalizer brings things back.
        if (use.Member.ContainingType.Name == "WeakReference")
        {
            if (OutlivesFinalizer(use.Operation))
            {
                use.Report(HatchDescriptors.Handle, $"'{use.Name}' reaches the object after its finalizer has run", "let it forget the object before that");
            }

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

    private static bool OutlivesFinalizer(IOperation operation) =>
        operation is not IObjectCreationOperation creation
        || creation.Arguments.Any(static argument =>
            argument is { Parameter.Name: "trackResurrection", Value.ConstantValue: not { HasValue: true, Value: false } }
        );
}
