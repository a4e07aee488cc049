//--- 84 reject: readonly reference to mutable
static class S { static readonly L Cache = new(); public static int Count => Cache.Count; }
//--- 86 reject: static event
static class S { public static event Action? Changed; public static void Raise() => Changed?.Invoke(); }
//--- 88 reject: OS-thread affinity under M:N
static class S { [ThreadStatic] static L? t; public static int Count => (t ??= []).Count; }
//--- 90 reject: generic static of unknown T
static class G<T> { public static readonly T? D; }
//--- 92 accept: Sync static
static class S { public static readonly Troops.Sharing.Channel<Pt> C = new(Troops.Sharing.Channel.Unbounded); }
//--- 94 reject: extension static member backed by a static
static class E { static readonly L cached = []; extension(Box b) { public static L All => cached; } }
//--- 182 reject: another generator's output
[System.CodeDom.Compiler.GeneratedCode("SomeGenerator", "1.0")] static class Generated { public static readonly L Known = []; }
