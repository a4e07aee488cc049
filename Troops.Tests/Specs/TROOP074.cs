// Helpers that a task calls, and that may loop without end.
using Troops;
static partial class Helpers
{
    static int While(int n) { while (true) { if (n-- < 0) return n; } }
    static int For(int n) { for (; ; ) { if (n-- < 0) return n; } }
    static int Do(int n) { do { if (n-- < 0) break; } while (true); return n; }
    static int Bounded(int n) { while (n > 0) n--; for (int i = 0; i < n; i++) GC.KeepAlive(i); return n; }
    static IEnumerable<int> Iterator() { int n = 0; while (true) yield return n++; }
    static async TroopTask<int> Task(int n) { while (true) { if (n-- < 0) return n; await TroopTask.Yield(); } }
    static Action Made(int n) => () => { while (true) if (n-- < 0) return; };
    static async TroopTask All()
    {
        int n = While(1) + For(2) + Do(3) + Bounded(4); //! TROOP074 [While(1)] 'Helpers.While' has an endless 'while' loop, which spends no fuel because the method is no task; let it return TroopTask, or run it with Blocking.Run //! TROOP074 [For(2)] 'Helpers.For' has an endless 'for' loop, which spends no fuel because the method is no task; let it return TroopTask, or run it with Blocking.Run //! TROOP074 [Do(3)] 'Helpers.Do' has an endless 'do' loop, which spends no fuel because the method is no task; let it return TroopTask, or run it with Blocking.Run
        int Local() { while (true) { if (n-- < 0) return n; } }
        n += Local() + await Task(5) + Iterator().First(); //! TROOP074 [Local()] 'Local' has an endless 'while' loop, which spends no fuel because the method is no task; let it return TroopTask, or run it with Blocking.Run
        Made(6)();
        await Blocking.Run(static () => While(1));
    }
    static void Outside() => While(1);
}
//---
// Somebody vouches, or the code stands outside.
using Troops;
static partial class Vouched
{
    internal static int While(int n) { while (true) { if (n-- < 0) return n; } }
    [Audited("me", "it is short", "2099-12-31")] static async TroopTask All() { While(1); await TroopTask.Yield(); }
}
[TroopsOutside("a test")] static class Outside { static async TroopTask All() { Vouched.While(1); await TroopTask.Yield(); } }
