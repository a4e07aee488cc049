//--- 96 reject: captured local is a shared box
static class P { static void Go([ThreadEntry] Action d) => TroopThread.Start(d); static void M() { int n = 0; Go(() => n++); } }
//--- 98 reject: written after capture
static class P { static void M() { int n = 5; TroopThread.Start(() => Console.WriteLine(n)); n = 6; } }
//--- 100 accept: fresh per-iteration Val
static class P { static void M(string[] strs) { foreach (var s in strs) { TroopThread.Start(() => Console.WriteLine(s)); } } }
//--- 102 accept: same display class, disjoint semantic captures
static class P { static void M() { var o = new L(); int k = 1; Action a = () => o.Add(1); TroopThread.Start(() => Console.WriteLine(k)); a(); } }
//--- 104 accept: target is Val
static class P { static void M(Pt pt) => TroopThread.Start(pt.ToText); }
//--- 106 reject: local function capture
static class P { static void M() { int n = 0; void Loc() { n++; } TroopThread.Start(Loc); } }
//--- 108 accept: state born in the new thread
static class P { static void M() => TroopThread.Start(() => { var l = new L(); l.Add(1); }); }
//--- 110 reject: mutable message
static class P { static void M(Troops.Sharing.Channel<L> ch) => ch.TrySend(new L()); }
//--- 112 reject: boxing/upcast laundering
static class P { static void M(Troops.Sharing.Channel<object> ch, L l) => ch.TrySend((object)l); }
//--- 114 reject: covariant view
static class P { static void M(Troops.Sharing.Channel<IReadOnlyList<int>> c, L l) => c.TrySend(l); }
//--- 116 reject: iterator object captures l
static class P { static void M(Troops.Sharing.Channel<IEnumerable<int>> ch, L l) => ch.TrySend(Gen(l)); static IEnumerable<int> Gen(L l) { foreach (int x in l) { yield return x; } } }
//--- 118 accept: explicit freeze
static class P { static void M(Troops.Sharing.Channel<ImmutableArray<int>> ch, L l) => ch.TrySend(l.ToImmutableArray()); }
//--- 120 reject: generic laundering
internal sealed class Wrap<T>(T v) { readonly T v = v; public T V => v; }
static class P { static void M(Troops.Sharing.Channel<Wrap<L>> ch, L l) => ch.TrySend(new Wrap<L>(l)); }
//--- 122 reject: task result aliasing
static class P { static void M(Task<L> t) => TroopThread.Start(async () => GC.KeepAlive(await t)); }
