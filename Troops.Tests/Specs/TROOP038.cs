// A box is an object.
using Troops;
interface IInc { void Inc(); }
struct Counter : IInc { private int n; public void Inc() => n++; public readonly int N => n; }
readonly struct Fixed : IInc { public void Inc() { } }
static class Boxes
{
    internal static void Use(Counter counter, Fixed good)
    {
        TroopThread.Start(counter.Inc); //! TROOP038 [counter] 'TroopThread.Start' takes counter -> Counter.n (not readonly), in a box, to another thread; create it inside the thread, or make it readonly
        TroopThread.Start(((IInc)counter).Inc); //! TROOP038 [(IInc)counter] 'TroopThread.Start' takes counter -> Counter.n (not readonly), in a box, to another thread; create it inside the thread, or make it readonly
        TroopThread.Start(((IInc)good).Inc);
        object boxed = counter;
        TroopThread.Start(() => boxed.ToString()); //! TROOP038 [boxed] 'TroopThread.Start' takes boxed -> Counter.n (not readonly), in a box, to another thread; create it inside the thread, or make it readonly
        object fine = good;
        TroopThread.Start(() => fine.ToString());
        GC.KeepAlive(new Timer(static _ => { }, counter, 0, 1)); //! TROOP038 [counter] 'Timer' takes counter -> Counter.n (not readonly), in a box, to another thread; create it inside the thread, or make it readonly //! TROOP063 [new Timer] 'new Timer' is about kernel threads, which keep none of the promises of Troops; use 'await TroopTask.Delay' in a loop
    }
}
