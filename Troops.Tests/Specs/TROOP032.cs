// Values that are handed over beside a delegate.
using Troops;
sealed class Box { public int N { get; set; } }
static class Hands
{
    internal static void Use(Box box, object any, string text)
    {
        TimerCallback run = static _ => { };
        Keep([new Timer(run, box, 0, 1)]); //! TROOP032 [box] 'Timer' gives box -> Box.N (has a setter) to another thread; create it inside the thread, or make it get-only or init //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
        Keep([new Timer(run, new Box(), 0, 1)]); //! TROOP032 [new Box()] 'Timer' gives Box.N (has a setter) to another thread; create it inside the thread, or make it get-only or init //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
        Keep([new Timer(run, any, 0, 1)]); //! TROOP032 [any] 'Timer' gives any -> object (may hold any object) to another thread; create it inside the thread, or use a type that is immutable //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
        Keep([new Timer(run, text, 0, 1), new Timer(run, null, 0, 1), new Timer(run, 5, 0, 1), new Timer(run, new object(), 0, 1)]); //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
    }
    static void Keep(Timer[] timers) => GC.KeepAlive(timers);
}
//---
// What is left with a process or an activity, where every thread finds it.
using System.Diagnostics;
using Troops;
static class Leaves
{
    internal static void Use(Activity activity, List<int> list)
    {
        AppDomain.CurrentDomain.SetData("list", list); //! TROOP032 [list] 'AppDomain.SetData' gives list -> List<int> (mutable) to another thread; create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        AppContext.SetData("list", list); //! TROOP032 [list] 'AppContext.SetData' gives list -> List<int> (mutable) to another thread; create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        activity.SetCustomProperty("list", list); //! TROOP032 [list] 'Activity.SetCustomProperty' gives list -> List<int> (mutable) to another thread; create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()
        AppDomain.CurrentDomain.SetData("name", "x");
        activity.SetCustomProperty("name", 1);
    }
}
