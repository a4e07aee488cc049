// A type with tasks is partial, and so is every type around it.
using Troops;
class Plain //! TROOP070 [Plain] 'Plain' has the task 'Work', and the generator cannot add a faster, metered body, for 'Plain' is not partial; add 'partial'
{
    static async TroopTask Work() => await TroopTask.Yield();
    static async TroopTask More() => await TroopTask.Yield();
}
static class Outer
{
    internal static partial class Inner { [TroopTask] internal static async TroopTask<int> Work() { await TroopTask.Yield(); return 1; } } //! TROOP070 [Inner] 'Outer.Inner' has the task 'Work', and the generator cannot add a faster, metered body, for 'Outer' is not partial; add 'partial'
    internal sealed record Both(int X) { internal async TroopTask Work() => await TroopTask.Yield(); } //! TROOP070 [Both] 'Outer.Both' has the task 'Work', and the generator cannot add a faster, metered body, for 'Both' and 'Outer' are not partial; add 'partial'
    internal struct S { internal static async TroopTask Work() => await TroopTask.Yield(); } //! TROOP070 [S] 'Outer.S' has the task 'Work', and the generator cannot add a faster, metered body, for 'S' and 'Outer' are not partial; add 'partial'
}
static class Holder { internal class Nothing { } internal static void M() { } }
interface IMembers { TroopTask Work(); }
interface IDefault { async TroopTask Work() => await TroopTask.Yield(); } //! TROOP072 [Work] 'IDefault.Work' runs its original body, which is slower and whose loops are not metered, because it is an instance member of an interface
abstract class Base { [TroopTask] internal abstract TroopTask Work(); internal TroopTask Forward() => Work(); }
static class Lambdas
{
    static readonly Func<TroopTask> Work = static async () => await TroopTask.Yield();
    static void M() { async TroopTask Local() => await TroopTask.Yield(); Local().Forget(); } //! TROOP072 [Local] 'Local' runs its original body, which is slower and whose loops are not metered, because it is a local function outside of a task
    static async Task Other() => await Task.Yield();
}
static partial class Good { static async TroopTask Work() => await TroopTask.Yield(); internal partial class Inner { static async TroopTask Work() => await TroopTask.Yield(); } }
//---
// Somebody vouches, or the code stands outside.
using Troops;
[Audited("me", "it need not be fast", "2099-12-31")] static class Vouched { static async TroopTask Work() => await TroopTask.Yield(); }
[TroopsOutside("a test")] static class Outside { static async TroopTask Work() => await TroopTask.Yield(); }
//---
// A task that no copy is made of in a partial type either; TROOP072 says why.
using Troops;
interface IDefaults { async TroopTask Work() => await TroopTask.Yield(); static async TroopTask Own() => await TroopTask.Yield(); } //! TROOP070 [IDefaults] 'IDefaults' has the task 'Own', and the generator cannot add a faster, metered body, for 'IDefaults' is not partial; add 'partial' //! TROOP072 [Work] 'IDefaults.Work' runs its original body, which is slower and whose loops are not metered, because it is an instance member of an interface
file class Local { internal static async TroopTask Work() => await TroopTask.Yield(); } //! TROOP072 [Work] 'Local.Work' runs its original body, which is slower and whose loops are not metered, because 'Local' is local to its file
file partial class LocalPartial { internal static async TroopTask Work() => await TroopTask.Yield(); } //! TROOP072 [Work] 'LocalPartial.Work' runs its original body, which is slower and whose loops are not metered, because 'LocalPartial' is local to its file
//---
// An extension block has no modifiers: the class around it is what must be partial.
using Troops;
static class Extended //! TROOP070 [Extended] 'Extended' has the task 'Work', and the generator cannot add a faster, metered body, for 'Extended' is not partial; add 'partial'
{
    extension(string text) { internal async TroopTask<int> Work() { await TroopTask.Yield(); return text.Length; } }
    extension(int) { internal static async TroopTask More() => await TroopTask.Yield(); }
}
static class Both //! TROOP070 [Both] 'Both' has the task 'Own', and the generator cannot add a faster, metered body, for 'Both' is not partial; add 'partial'
{
    internal static async TroopTask Own() => await TroopTask.Yield();
    extension(string text) { internal async TroopTask<int> Work() { await TroopTask.Yield(); return text.Length; } }
}
static partial class Ready { extension(string text) { internal async TroopTask<int> Work() { await TroopTask.Yield(); return text.Length; } } }
