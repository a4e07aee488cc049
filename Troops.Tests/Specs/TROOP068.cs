// Handles, and what brings objects back.
using System.Runtime.InteropServices;
static class Handles
{
    internal static nint Make(List<int> list) => GCHandle.ToIntPtr(GCHandle.Alloc(list)); //! TROOP068 [GCHandle.Alloc] 'GCHandle.Alloc' lets whoever has the handle reach the object, from any thread; pass the object itself to what must use it, and let the rules see it, or vouch for the member with [Audited]
    internal static object? Find(nint handle) => GCHandle.FromIntPtr(handle).Target; //! TROOP068 [GCHandle.FromIntPtr] 'GCHandle.FromIntPtr' lets whoever has the handle reach the object, from any thread; pass the object itself to what must use it, and let the rules see it, or vouch for the member with [Audited]
}
sealed class Comes
{
    [Troops.Audited("me", "the target of the others", "2099-12-31")] internal static Comes? Last;
    internal WeakReference Long() => new(this, trackResurrection: true); //! TROOP068 [new] 'new WeakReference' reaches the object after its finalizer has run; let it forget the object before that
    ~Comes()
    {
        Last = this; //! TROOP068 [this] The finalizer of 'Comes' brings its object back: this -> Comes.Last; make a new object
        GC.ReRegisterForFinalize(this); //! TROOP068 [GC.ReRegisterForFinalize] 'GC.ReRegisterForFinalize' has the object finalized again, by a thread that is not its own; make a new object
        Pool.Return(this); //! TROOP068 [this] The finalizer of 'Comes' brings its object back: this -> Pool.Return; make a new object
    }
}
static class Pool { internal static void Return(object o) => GC.KeepAlive(o); }
//---
// A finalizer that keeps nothing.
sealed class Goes
{
    readonly int number = 1;
    ~Goes() { Console.WriteLine(number); GC.KeepAlive(this); Stop(); }
    static void Stop() { }
    internal WeakReference<Goes> Weak() { GC.SuppressFinalize(this); return new(this); }
}
