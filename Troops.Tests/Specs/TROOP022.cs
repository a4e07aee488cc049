// State of kernel threads, and what flows with an execution context.
using Troops;
sealed class Affine
{
    [ThreadStatic] static List<int>? scratch;
    [ThreadStatic] static int depth;
    [field: ThreadStatic] static string? Name { get; set; }
    static readonly ThreadLocal<List<int>> Local = new(static () => []);
    static readonly AsyncLocal<Dictionary<string, int>?> Context = new();
    readonly ThreadLocal<List<int>> own = new();
    internal ThreadLocal<int[]> Rows { get; } = new();
    static readonly ThreadLocal<int> Count = new();
    static readonly AsyncLocal<string?> User = new();
    static readonly AsyncLocal<CancellationToken> Token = new();
    internal int Use()
    {
        using ThreadLocal<List<int>> here = new(static () => []);
        using var number = new ThreadLocal<int>();
        var flowing = new AsyncLocal<object>();
        return (scratch ??= []).Count + depth++ + Local.Value!.Count + own.Value!.Count + here.Value!.Count + number.Value + (Context.Value is null ? 0 : 1) + (flowing.Value is null ? 0 : 1);
    }
}
//---
using Troops;
sealed class Generic<T>
{
    readonly AsyncLocal<T> held;
    internal Generic() => held = new();
    internal T? Value => held.Value;
}
sealed class Marked<[Immutable] T> { internal AsyncLocal<T> Held { get; } = new(); }
class Derived : ThreadLocal<List<int>> { }
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
