// What is called through something else runs its own body, whose loops nobody counts.
using Troops;
interface IWork { TroopTask Run(int n); }
abstract partial class Base
{
    internal abstract TroopTask Go(int n);
    internal virtual async TroopTask Virtual(int n) { while (n-- > 0) GC.KeepAlive(n); await TroopTask.Yield(); } //! TROOP071 [Virtual] 'Base.Virtual' is virtual, so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, as 'await TroopTask.Yield()', or move the loop into a task that is called directly
}
sealed partial class Derived : Base, IWork
{
    internal override async TroopTask Go(int n) { await TroopTask.Yield(); for (; n > 0; n--) GC.KeepAlive(n); } //! TROOP071 [Go] 'Derived.Go' overrides a method that is called through its base class, so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, as 'await TroopTask.Yield()', or move the loop into a task that is called directly
    internal override async TroopTask Virtual(int n) { while (n-- > 0) await TroopTask.Yield(); }
    public async TroopTask Run(int n) { do { n--; } while (n > 0); await TroopTask.Yield(); } //! TROOP071 [Run] 'Derived.Run' is called through an interface, so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, as 'await TroopTask.Yield()', or move the loop into a task that is called directly
}
sealed partial class Explicit : IWork { async TroopTask IWork.Run(int n) { while (n-- > 0) GC.KeepAlive(n); await TroopTask.Yield(); } } //! TROOP071 [Run] 'Explicit.IWork.Run' is called through an interface, so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, as 'await TroopTask.Yield()', or move the loop into a task that is called directly
sealed partial class Delegates
{
    static async TroopTask Loops() { for (int i = 0; i < 9; i++) GC.KeepAlive(i); await TroopTask.Yield(); }
    static async TroopTask Awaits() { for (int i = 0; i < 9; i++) await TroopTask.Yield(); }
    static async TroopTask Each(List<int> all) { foreach (int one in all) GC.KeepAlive(one); await TroopTask.Yield(); }
    static async TroopTask All()
    {
        TroopThread.Start(Loops); //! TROOP071 [Loops] 'Delegates.Loops' is called through a delegate, so its own body runs and not the generator's, and the loop in it spends no fuel; write 'async () => await ...' in its place, or await in the loop
        Func<TroopTask> a = Loops; //! TROOP071 [Loops] 'Delegates.Loops' is called through a delegate, so its own body runs and not the generator's, and the loop in it spends no fuel; write 'async () => await ...' in its place, or await in the loop
        Func<TroopTask> b = Awaits;
        Func<List<int>, TroopTask> c = Each;
        TroopThread.Start(static async () => await Loops());
        await Loops();
        await a();
        await b();
        await c([]);
    }
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
partial class Vouched { [Audited("me", "it is short", "2099-12-31")] internal virtual async TroopTask Run(int n) { while (n-- > 0) GC.KeepAlive(n); await TroopTask.Yield(); } }
[TroopsOutside("a test")] partial class Outside { internal virtual async TroopTask Run(int n) { while (n-- > 0) GC.KeepAlive(n); await TroopTask.Yield(); } }
