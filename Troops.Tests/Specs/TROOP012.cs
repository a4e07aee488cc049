// Finalizers touch what threads may share, and memory that is not the garbage collector's.
using Troops.Sharing;
sealed class Bad(List<int> kept, Stream given)
{
    readonly List<int> items = [];
    readonly Atomic<int> count = new(0);
    bool isDone;
    nint handle;
    internal List<int> Rows { get; } = [];
    internal event Action? Gone;
    internal int Size => items.Count;
    internal int Twice => 2 * Size;
    ~Bad()
    {
        count.Value = 1;
        isDone = true;
        handle = 0;
        items.Clear(); //! TROOP012 [items] The finalizer of 'Bad' runs on a thread of the garbage collector, but Bad.items -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
        Rows.Add(1); //! TROOP012 [Rows] The finalizer of 'Bad' runs on a thread of the garbage collector, but Bad.Rows -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
        Gone?.Invoke(); //! TROOP012 [Gone] The finalizer of 'Bad' runs on a thread of the garbage collector, but Bad.Gone -> Action (a delegate, which may hold anything); touch it under 'if (disposing)' only, or leave it to its own finalizer
        kept.Add(Twice); //! TROOP012 [kept] The finalizer of 'Bad' runs on a thread of the garbage collector, but kept -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
        Registry.Remove(this); //! TROOP012 [this] The finalizer of 'Bad' runs on a thread of the garbage collector, but it hands out 'this', which other threads may then reach; hand out only the values that are needed //! TROOP068 [this] The finalizer of 'Bad' brings its object back: this -> Registry.Remove; make a new object
        Close(); //! TROOP012 [Close()] The finalizer of 'Bad' runs on a thread of the garbage collector, but Bad.Close -> given -> Stream (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
        GC.KeepAlive(this);
    }
    void Close() { if (isDone && handle != 0) given.Dispose(); }
}
static class Registry { internal static void Remove(object o) => GC.KeepAlive(o); }
//---
// The pattern.
class Disposing : IDisposable
{
    readonly List<int> items = [];
    readonly Stream stream = Stream.Null;
    nint handle;
    bool isDisposed;
    unsafe void* memory; //! TROOP060 [memory] Unsafe code in 'Disposing.memory' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    System.Runtime.InteropServices.GCHandle pinned;
    object? cache;
    ~Disposing() => Dispose(false);
    public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
    protected virtual unsafe void Dispose(bool disposing) //! TROOP060 [Dispose] Unsafe code in 'Disposing.Dispose' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    {
        if (isDisposed) return;
        if (disposing) { stream.Dispose(); items.Clear(); }
        if (disposing && items.Count > 0) items.Clear();
        if (!disposing) { handle = 0; } else items.Clear();
        System.Runtime.InteropServices.NativeMemory.Free(memory);
        memory = null;
        if (pinned.IsAllocated) pinned.Free();
        cache = null;
        isDisposed = true;
        _ = disposing ? items.Count : 0;
        if (!disposing) return;
        stream.Dispose();
    }
    internal object? Use() => cache ??= handle;
}
//---
// The pattern, and what does not keep to it.
class Disposing : IDisposable
{
    readonly List<int> items = [];
    internal bool IsDisposed { get; private set; }
    ~Disposing()
    {
        Dispose(disposing: false); //! TROOP012 [Dispose(disposing: false)] The finalizer of 'Disposing' runs on a thread of the garbage collector, but Disposing.Dispose -> Disposing.items -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
    }
    public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
    protected virtual void Dispose(bool disposing)
    {
        if (!IsDisposed) { items.Clear(); IsDisposed = true; }
    }
}
class Below : Disposing
{
    readonly Stream stream = Stream.Null, other = Stream.Null;
    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
        other.Dispose(); //! TROOP012 [other] The finalizer of 'Below' runs on a thread of the garbage collector, but Below.other -> Stream (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
    }
}
class FromLibrary : System.ComponentModel.Component
{
    readonly List<int> items = [];
    protected override void Dispose(bool disposing) { if (disposing) items.Clear(); base.Dispose(disposing); }
}
class NoFinalizer { protected virtual void Dispose(bool disposing) { } }
class BelowThat : NoFinalizer { readonly List<int> items = []; protected override void Dispose(bool disposing) => items.Clear(); }
//---
// Methods that a subclass may replace; loops of calls.
abstract class Cleaning
{
    readonly List<int> items = [];
    ~Cleaning() { Clean(); First(); } //! TROOP012 [Clean()] The finalizer of 'Cleaning' runs on a thread of the garbage collector, but 'Cleaning.Clean' may be overridden by a subclass that touches what it must not; call only what is certain to run //! TROOP012 [First()] The finalizer of 'Cleaning' runs on a thread of the garbage collector, but Cleaning.First -> Cleaning.Second -> Cleaning.Count -> Cleaning.items -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
    protected abstract void Clean();
    void First() => Second();
    void Second() { First(); Count(); }
    int Count() => items.Count;
}
sealed class Quiet { readonly string name = "x"; ~Quiet() { Log(name, ToString()!); } static void Log(string s, string t) { } }
//---
using Troops;
sealed class Vouched
{
    [Audited("me", "nobody else is given the list", "2099-12-31")] readonly List<int> items = [];
    readonly List<int> others = [];
    ~Vouched() => items.Clear();
    internal int Count => items.Count + others.Count;
}
sealed class VouchedToo { readonly List<int> items = []; [Audited("me", "nobody else is given the list", "2099-12-31")] ~VouchedToo() => items.Clear(); }
[Immutable] sealed class Fixed { readonly string name = "x"; ~Fixed() => Console.WriteLine(name); }
//---
// A parameter that the callee assigns is not the constant that was passed.
using Troops;

sealed class Reassigned
{
    readonly List<int> items = [];
    ~Reassigned() => Free(false); //! TROOP012 [Free(false)] The finalizer of 'Reassigned' runs on a thread of the garbage collector, but Reassigned.Free -> Reassigned.items -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
    void Free(bool disposing) { disposing = !disposing; if (disposing) items.Clear(); }
}

sealed class ByReference
{
    readonly List<int> items = [];
    ~ByReference() => Free(false); //! TROOP012 [Free(false)] The finalizer of 'ByReference' runs on a thread of the garbage collector, but ByReference.Free -> ByReference.items -> List<int> (mutable); touch it under 'if (disposing)' only, or leave it to its own finalizer
    void Free(bool disposing) { ref bool alias = ref disposing; alias = true; if (disposing) items.Clear(); }
}
