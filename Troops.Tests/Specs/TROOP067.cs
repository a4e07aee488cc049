// What no list knows may run a delegate anywhere.
using Troops;
sealed class Unlisted
{
    private int count;
    internal void Use(List<int> list, AppDomain domain)
    {
        AppContext.TryGetSwitch("x", out bool _);
        System.Runtime.CompilerServices.RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup(_ => list.Add(1), (_, _) => count++, null); //! TROOP067 [list] Nothing says on which thread 'RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup' runs this, which holds on to list -> List<int> (mutable); capture only what threads may share, or say in a *.boundaries.txt file: Inline System.Runtime.CompilerServices.RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup //! TROOP067 [count] Nothing says on which thread 'RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup' runs this, which holds on to 'this' -> Unlisted.count (not readonly); capture only what threads may share, or say in a *.boundaries.txt file: Inline System.Runtime.CompilerServices.RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup
        System.Runtime.CompilerServices.RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup(static _ => { }, (_, _) => Console.WriteLine(), null);
        list.ForEach(x => count += x);
    }
}
//---
// Outside, nobody looks.
using Troops;
[TroopsOutside("a test")]
static class Outside
{
    internal static void Use(List<int> list) =>
        System.Runtime.CompilerServices.RuntimeHelpers.ExecuteCodeWithGuaranteedCleanup(_ => list.Add(1), (_, _) => { }, null);
}
