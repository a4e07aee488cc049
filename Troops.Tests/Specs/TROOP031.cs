// A variable is shared as long as it lives: what is assigned before, or in another turn of the loop, is not.
using Troops;
static class Written
{
    internal static void After() { int n = 5; TroopThread.Start(() => Console.WriteLine(n)); n = 6; } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 5 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Before(bool b) { int n; n = 5; if (b) { n++; } TroopThread.Start(() => Console.WriteLine(n)); }
    internal static void Inside() { int n = 0; TroopThread.Start(() => n++); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 7 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void OtherArm(bool b) { int n = 0; if (b) { TroopThread.Start(() => Console.WriteLine(n)); } else { n = 1; } Console.WriteLine(n); }
    internal static void Returns(bool b) { int n = 0; if (b) { TroopThread.Start(() => Console.WriteLine(n)); return; } n = 1; Console.WriteLine(n); }
    internal static void For() { for (int i = 0; i < 3; i++) { TroopThread.Start(() => Console.WriteLine(i)); } } //! TROOP031 [i] 'TroopThread.Start' runs this on another thread, which shares the variable 'i', and line 10 assigns it; capture a copy that is never assigned again (var copy = i;), or an Atomic<T> of Troops.Sharing
    internal static void ForEach(int[] xs) { foreach (int x in xs) { TroopThread.Start(() => Console.WriteLine(x)); } }
    internal static void Copy() { for (int i = 0; i < 3; i++) { int copy = i; TroopThread.Start(() => Console.WriteLine(copy)); } }
    internal static void Fresh(Queue<int> q) { while (q.TryDequeue(out int x)) { TroopThread.Start(() => Console.WriteLine(x)); } }
    internal static void Loop(bool b) { int n = 0; while (b) { n = Next(n); TroopThread.Start(() => Console.WriteLine(n)); } } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 14 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void LoopOwn(bool b) { while (b) { int n; n = Next(1); TroopThread.Start(() => Console.WriteLine(n)); } }
    internal static void Parameter(int n) { n++; TroopThread.Start(() => Console.WriteLine(n)); }
    internal static void ParameterAfter(int n) { TroopThread.Start(() => Console.WriteLine(n)); Set(ref n); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 17 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Finally() { int n = 0; try { TroopThread.Start(() => Console.WriteLine(n)); } finally { n = 1; } Console.WriteLine(n); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 18 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Catch() { int n = 0; try { TroopThread.Start(() => Console.WriteLine(n)); Set(ref n); } catch (Exception) { n = 2; } } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 19 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void CatchOnly() { int n = 0; try { TroopThread.Start(() => Console.WriteLine(n)); Next(1); } catch (Exception) { n = 2; } Console.WriteLine(n); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 20 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Goto() { int n = 0; Again: n++; if (n < 3) { TroopThread.Start(() => Console.WriteLine(n)); goto Again; } } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 21 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Tuple() { (int a, int b) = (1, 2); TroopThread.Start(() => Console.WriteLine(a)); (a, b) = (b, a); } //! TROOP031 [a] 'TroopThread.Start' runs this on another thread, which shares the variable 'a', and line 22 assigns it; capture a copy that is never assigned again (var copy = a;), or an Atomic<T> of Troops.Sharing
    internal static void Struct() { (int A, int B) pair = (1, 2); TroopThread.Start(() => Console.WriteLine(pair.A)); pair.A = 2; } //! TROOP031 [pair] 'TroopThread.Start' runs this on another thread, which shares the variable 'pair', and line 23 assigns it; capture a copy that is never assigned again (var copy = pair;), or an Atomic<T> of Troops.Sharing
    static int Next(int n) => n + 1;
    static void Set(ref int n) => n = 1;
}
//---
// Other lambdas may run at any time, but for those that are used on the spot.
using Troops;
static class Lambdas
{
    internal static void OnTheSpot(List<int> xs) { int sum = 0; xs.ForEach(x => sum += x); TroopThread.Start(() => Console.WriteLine(sum)); }
    internal static void OnTheSpotAfter(List<int> xs) { int sum = 0; TroopThread.Start(() => Console.WriteLine(sum)); xs.ForEach(x => sum += x); } //! TROOP031 [sum] 'TroopThread.Start' runs this on another thread, which shares the variable 'sum', and line 6 assigns it; capture a copy that is never assigned again (var copy = sum;), or an Atomic<T> of Troops.Sharing
    internal static void Later() { int n = 0; Action set = () => n = 1; TroopThread.Start(() => Console.WriteLine(n)); set(); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 7 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Local() { int n = 0; Set(); TroopThread.Start(() => Console.WriteLine(n)); void Set() => n = 1; } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 8 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Two() { int n = 0; TroopThread.Start(() => n = 1); TroopThread.Start(() => Console.WriteLine(n)); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 9 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 9 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Nested(List<int> xs) => xs.ForEach(x => { int n = x; n++; TroopThread.Start(() => Console.WriteLine(n + x)); });
    internal static void NestedAfter(List<int> xs) => xs.ForEach(x => { int n = x; TroopThread.Start(() => Console.WriteLine(n)); n++; }); //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 11 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void InLocal() { void L(int n) { TroopThread.Start(() => Console.WriteLine(n)); n++; } L(1); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 12 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    internal static void Outer(List<int> xs) { int n = 0; n++; xs.ForEach(x => TroopThread.Start(() => Console.WriteLine(n))); }
    internal static void OuterAfter(List<int> xs) { int n = 0; xs.ForEach(x => TroopThread.Start(() => Console.WriteLine(n))); n++; } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 14 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
    static readonly Func<int, TroopThread> InField = static n => { n++; return TroopThread.Start(() => Console.WriteLine(n)); };
}
//---
// A reference that was taken before goes on; behind a dot is another object.
using System.Runtime.CompilerServices;
using Troops;
using Troops.Sharing;
static class Aliases
{
    internal static void Before() { int x = 0; ref int r = ref x; TroopThread.Start(() => Console.WriteLine(x)); r = 5; } //! TROOP031 [x] 'TroopThread.Start' runs this on another thread, which shares the variable 'x', and line 7 assigns it; capture a copy that is never assigned again (var copy = x;), or an Atomic<T> of Troops.Sharing
    internal static void Either(bool b) { int x = 0, y = 0; ref int r = ref (b ? ref x : ref y); TroopThread.Start(() => Console.WriteLine(x)); r = 5; } //! TROOP031 [x] 'TroopThread.Start' runs this on another thread, which shares the variable 'x', and line 8 assigns it; capture a copy that is never assigned again (var copy = x;), or an Atomic<T> of Troops.Sharing
    internal static void Call() { int x = 0; ref int r = ref Same(ref x); TroopThread.Start(() => Console.WriteLine(x)); r = 5; } //! TROOP031 [x] 'TroopThread.Start' runs this on another thread, which shares the variable 'x', and line 9 assigns it; capture a copy that is never assigned again (var copy = x;), or an Atomic<T> of Troops.Sharing
    internal static void Viewed() { int x = 0; Span<int> s = new(ref x); TroopThread.Start(() => Console.WriteLine(x)); s[0] = 5; } //! TROOP031 [x] 'TroopThread.Start' runs this on another thread, which shares the variable 'x', and line 10 assigns it; capture a copy that is never assigned again (var copy = x;), or an Atomic<T> of Troops.Sharing
    internal static void Passed() { int x = 0; Set(ref x); TroopThread.Start(() => Console.WriteLine(x)); }
    static ref int Same(ref int x) => ref x;
    static void Set(ref int x) => x = 1;
}
sealed class Primary(SharedDictionary<string, int> cache, Atomic<int> n, int assigned)
{
    internal void Use(string key)
    {
        TroopThread.Start(() => { cache[key] = 1; n.Value = 2; });
        TroopThread.Start(() => assigned); //! TROOP031 [assigned] 'TroopThread.Start' runs this on another thread, which shares the variable 'assigned', and line 20 assigns it; capture a copy that is never assigned again (var copy = assigned;), or an Atomic<T> of Troops.Sharing
        assigned = 1;
    }
}
//---
// An Atomic<T> is offered for what one can hold.
using Troops;
using Troops.Sharing;
static class Offers
{
    internal static void Use() { Atomic<int> n = new(0); TroopThread.Start(() => n.Value); n = new(1); } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 6 assigns it; capture a copy that is never assigned again (var copy = n;)
    internal static void Mutable() { List<int> l = []; TroopThread.Start(() => l.Count); l = []; } //! TROOP031 [l] 'TroopThread.Start' runs this on another thread, which shares the variable 'l', and line 7 assigns it; capture a copy that is never assigned again (var copy = l;)
}
//---
// One delegate that is started more than once is reported once, and not only if its first start is at fault.
using Troops;
static class Again
{
    internal static void Twice() { int n = 0; Action a = () => Console.WriteLine(n); TroopThread.Start(a); Task.Run(a); n = 1; } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 5 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing //! TROOP063 [Task.Run] 'Task.Run' is about kernel threads, which keep none of the promises of Troops; use TroopThread.Start
    internal static void SecondOnly(bool b) { int n = 0; Action a = () => Console.WriteLine(n); if (b) { TroopThread.Start(a); } else { TroopThread.Start(a); n = 1; } } //! TROOP031 [n] 'TroopThread.Start' runs this on another thread, which shares the variable 'n', and line 6 assigns it; capture a copy that is never assigned again (var copy = n;), or an Atomic<T> of Troops.Sharing
}
