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
        items.Clear();
        Rows.Add(1);
        Gone?.Invoke();
        kept.Add(Twice);
        Registry.Remove(this);
        Close();
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
    unsafe void* memory;
    object? cache;
    ~Disposing() => Dispose(false);
    public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
    protected virtual unsafe void Dispose(bool disposing)
    {
        if (isDisposed) return;
        if (disposing) { stream.Dispose(); items.Clear(); }
        if (disposing && items.Count > 0) items.Clear();
        if (!disposing) { handle = 0; } else items.Clear();
        System.Runtime.InteropServices.NativeMemory.Free(memory);
        memory = null;
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
        Dispose(disposing: false);
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
        other.Dispose();
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
    ~Cleaning() { Clean(); First(); }
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
