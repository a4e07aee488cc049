// State of kernel threads, and what flows with an execution context.
using Troops;
sealed class Affine
{
    [ThreadStatic] static List<int>? scratch; //! TROOP022 [scratch] Affine.scratch: a [ThreadStatic] field belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<List<int>> of Troops.Sharing
    [ThreadStatic] static int depth; //! TROOP022 [depth] Affine.depth: a [ThreadStatic] field belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<int> of Troops.Sharing
    [field: ThreadStatic] static string? Name { get; set; } //! TROOP022 [Name] Affine.Name: a [ThreadStatic] field belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<string> of Troops.Sharing
    static readonly ThreadLocal<List<int>> Local = new(static () => []); //! TROOP022 [Local] Affine.Local -> ThreadLocal<List<int>> -> List<int> (mutable): it belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<List<int>> of Troops.Sharing
    static readonly AsyncLocal<Dictionary<string, int>?> Context = new(); //! TROOP022 [Context] Affine.Context -> AsyncLocal<Dictionary<string, int>> -> Dictionary<string, int> (mutable): its value flows to everything that is started; use a static readonly ThreadState<Dictionary<string, int>> of Troops.Sharing
    readonly ThreadLocal<List<int>> own = new(); //! TROOP022 [own] Affine.own -> ThreadLocal<List<int>> -> List<int> (mutable): it belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<List<int>> of Troops.Sharing
    internal ThreadLocal<int[]> Rows { get; } = new(); //! TROOP022 [Rows] Affine.Rows -> ThreadLocal<int[]> -> int[] (an array, whose elements can be assigned): it belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<int[]> of Troops.Sharing
    static readonly ThreadLocal<int> Count = new();
    static readonly AsyncLocal<string?> User = new();
    static readonly AsyncLocal<CancellationToken> Token = new();
    internal int Use()
    {
        using ThreadLocal<List<int>> here = new(static () => []); //! TROOP022 [new(static () => [])] ThreadLocal<List<int>> -> List<int> (mutable): it belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<List<int>> of Troops.Sharing
        using var number = new ThreadLocal<int>();
        var flowing = new AsyncLocal<object>(); //! TROOP022 [new AsyncLocal<object>()] AsyncLocal<object> -> object (may hold any object): its value flows to everything that is started; use a static readonly ThreadState<object> of Troops.Sharing
        return (scratch ??= []).Count + depth++ + Local.Value!.Count + own.Value!.Count + here.Value!.Count + number.Value + (Context.Value is null ? 0 : 1) + (flowing.Value is null ? 0 : 1);
    }
}
//---
using Troops;
sealed class Generic<T>
{
    readonly AsyncLocal<T> held; //! TROOP022 [held] Generic<T>.held -> AsyncLocal<T> -> T (a type parameter that any type may be given for): its value flows to everything that is started; use a static readonly ThreadState<T> of Troops.Sharing
    internal Generic() => held = new();
    internal T? Value => held.Value;
}
sealed class Marked<[Immutable] T> { internal AsyncLocal<T> Held { get; } = new(); }
class Derived : ThreadLocal<List<int>> { } //! TROOP022 [Derived] ThreadLocal<List<int>> -> List<int> (mutable): it belongs to a kernel thread, and threads of Troops move from one to another; use a static readonly ThreadState<List<int>> of Troops.Sharing
//---
using Troops;
sealed class Vouched
{
    [Audited("me", "a scratch buffer that is used between two awaits", "2099-12-31")] [ThreadStatic] static char[]? buffer;
    [Audited("me", "kept for a library", "2099-12-31")] static readonly AsyncLocal<List<int>> Flows = new();
    internal static int Use() => (buffer ??= new char[9]).Length + (Flows.Value is null ? 0 : 1);
}
[TroopsOutside("a test")] static class Outside { [ThreadStatic] internal static List<int>? scratch; static readonly ThreadLocal<List<int>> Local = new(); }
//---
// The offer.
using Troops.Sharing;
static class Right { static readonly ThreadState<List<int>> Scratch = new(static () => []); internal static int Use() => Scratch.Value.Count; }
